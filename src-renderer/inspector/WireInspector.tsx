import { useTranslation } from 'react-i18next';
import { findOp, type GraphNode, slotName } from '#engine';
import { localOf } from '../math/derivative.ts';
import { Formula } from '../math/Formula.tsx';
import { scalarOf } from '../math/format-number.ts';
import { SymbolText } from '../math/MathText.tsx';
import { Quantity } from '../math/Quantity.tsx';
import { RichText } from '../math/RichText.tsx';
import { symbolOf } from '../math/symbols.ts';
import { useShownNumbers } from '../stores/hooks.ts';
import { useNodesById } from '../stores/use-nodes.ts';
import { NumberRow, useGradient } from './NumberRows.tsx';
import { localEquation } from './op-formula.ts';
import { SumTable } from './SumTable.tsx';
import { symbolPart, useSay } from './words.ts';

interface WireInspectorProps {
  readonly source: GraphNode;
  readonly target: GraphNode;
  readonly slot: number;
}

/** One wire's five numbers: value, local, upstream, what their product adds, and the sum it joins. */
export function WireInspector({ source, target, slot }: WireInspectorProps) {
  const { t } = useTranslation('inspector');
  const say = useSay();
  const nodes = useNodesById();
  const shown = useShownNumbers();
  const op = findOp(target.op);
  const edge = shown.edge(target.id, slot);
  const local = localOf(symbolOf(target), symbolOf(source));
  const upstream = useGradient(target);
  const total = useGradient(source);
  const rule = op && localEquation(target, op, nodes, slot);
  return (
    <>
      <section className="panel-section">
        <header className="node-head">
          <h2>{t('wire.title')}</h2>
          <span className="head-symbol">
            <SymbolText symbol={symbolOf(source)} /> → <SymbolText symbol={symbolOf(target)} />
          </span>
        </header>
        {op && (
          <p className="dim">
            <RichText
              parts={say('wire.into', {
                slot: t('wire.slot', { slot: slotName(op.slots, slot) }),
                target: symbolPart(target),
              })}
            />
          </p>
        )}
        {rule && (
          <div className="formulas scrolls-sideways">
            <Formula latex={`\\displaystyle ${rule.left} = ${rule.right}`} />
          </div>
        )}
        {rule && op && !op.elementwise && <p className="dim small">{t('wire.rule')}</p>}
      </section>
      <section className="panel-section" aria-label={t('wire.product')}>
        <div className="rows">
          <NumberRow name={say('wire.value')} tensor={edge.value} />
          <NumberRow
            name={say('wire.local', { dx: { kind: 'derivative', derivative: local, node: target.id } })}
            tensor={edge.local}
            className="local"
          />
          <NumberRow
            name={say('wire.upstream', { dy: { kind: 'derivative', derivative: upstream, node: target.id } })}
            tensor={edge.upstream}
            className="upstream"
          />
          <NumberRow name={say('wire.contribution')} tensor={edge.contribution} signed />
        </div>
        {edge.contribution && scalarOf(edge.local) !== null && (
          <p className="ledger-line" dir="ltr">
            <Quantity of={edge.local} className="local" />
            <span className="dim"> × </span>
            <Quantity of={edge.upstream} className="upstream" />
            <span className="dim"> = </span>
            <Quantity of={edge.contribution} signed bySign />
          </p>
        )}
        <div className="rows">
          <NumberRow
            name={say('wire.accumulated', { dx: { kind: 'derivative', derivative: total, node: source.id } })}
            tensor={edge.accumulated}
            signed
          />
        </div>
      </section>
      <SumTable source={source} current={{ target: target.id, slot }} />
    </>
  );
}
