import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { findOp, type GraphNode, pathCosts } from '#engine';
import { formatNumber } from '../math/format-number.ts';
import { SymbolText } from '../math/MathText.tsx';
import { symbolOf } from '../math/symbols.ts';
import { useDocument } from '../stores/hooks.ts';
import type { ShownNumbers } from '../stores/shown.ts';

/** Sources times wires beyond which costs are not counted. */
const MOST_COUNTED = 4e6;

interface PathCostsProps {
  readonly from: GraphNode;
  readonly to: GraphNode;
  readonly shown: ShownNumbers;
}

/** Multiplications path by path, forward and backward: for this source, and for all leaves at once. */
export function PathCosts({ from, to, shown }: PathCostsProps) {
  const { t } = useTranslation('inspector');
  const document = useDocument((state) => state.document);
  const { result } = shown;
  const [one, all] = useMemo(() => {
    if (!result) return [null, null];
    const leaves = document.nodes
      .filter(
        ({ op, id }) => ['parameter', 'input'].includes(findOp(op)?.leaf ?? '') && result.nodeIndex(id) !== undefined,
      )
      .map(({ id }) => id);
    const countable = leaves.length * result.layout.edges.length <= MOST_COUNTED;
    return [pathCosts(result, [from.id], to.id), countable ? pathCosts(result, leaves, to.id) : null];
  }, [result, document, from.id, to.id]);
  if (!one) return null;
  const several = all !== null && all.forward.passes > 1;
  const number = (value: number) => formatNumber(value);
  return (
    <table className="costs">
      <caption>{t('costs.title')}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t('costs.order')}</span>
          </th>
          <th scope="col">
            <SymbolText symbol={symbolOf(from)} />
          </th>
          {several && <th scope="col">{t('costs.all', { count: all.forward.passes })}</th>}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{t('costs.paths', { count: one.paths, number: number(one.paths) })}</th>
          <td>{number(one.byPath)}</td>
          {several && <td>{number(all.byPath)}</td>}
        </tr>
        <tr>
          <th scope="row">{t('costs.forward', { count: all?.forward.passes ?? 1 })}</th>
          <td>{number(one.forward.multiplications)}</td>
          {several && <td>{number(all.forward.multiplications)}</td>}
        </tr>
        <tr>
          <th scope="row">{t('costs.reverse')}</th>
          <td>{number(one.reverse.multiplications)}</td>
          {several && <td>{number(all.reverse.multiplications)}</td>}
        </tr>
      </tbody>
    </table>
  );
}
