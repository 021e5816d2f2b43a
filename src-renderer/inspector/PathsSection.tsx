import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findOp, findPaths, type GraphNode } from '#engine';
import { localOf } from '../math/derivative.ts';
import { formatNumber } from '../math/format-number.ts';
import { RichText } from '../math/RichText.tsx';
import { symbolOf } from '../math/symbols.ts';
import { useDocument, useShownNumbers } from '../stores/hooks.ts';
import type { ShownNumbers } from '../stores/shown.ts';
import { useNodesById } from '../stores/use-nodes.ts';
import { opNameById } from '../texts/engine-texts.ts';
import { Disclosure } from './Disclosure.tsx';
import { PathCosts } from './PathCosts.tsx';
import { PathRow } from './PathRow.tsx';
import { symbolPart, useSay } from './words.ts';

/** Paths listed; the sum is over all of them. */
const MOST_LISTED = 24;

interface PathsSectionProps {
  readonly source: GraphNode | null;
  readonly target: GraphNode | null;
}

/** Every way from one node to another with its product; their sum is the derivative. What it costs in three orders of work. */
export function PathsSection({ source, target }: PathsSectionProps) {
  const { t } = useTranslation('inspector');
  return (
    <Disclosure name="paths" title={t('paths.title')}>
      <Paths key={`${source?.id} ${target?.id}`} source={source} target={target} />
    </Disclosure>
  );
}

function Paths({ source, target }: PathsSectionProps) {
  const shown = useShownNumbers();
  const nodes = useNodesById();
  const document = useDocument((state) => state.document);
  const [chosen, setChosen] = useState<{ readonly from?: string; readonly to?: string }>({});
  const { result } = shown;
  const leaf = useMemo(
    () =>
      document.nodes.find(({ op, id }) => ['parameter', 'input'].includes(findOp(op)?.leaf ?? '') && leads(shown, id)),
    [document, shown],
  );
  const from = nodes.get(chosen.from ?? '') ?? source ?? leaf ?? null;
  const to = nodes.get(chosen.to ?? '') ?? target ?? nodes.get(result?.objective ?? '') ?? null;
  return (
    <>
      <div className="fields paths-ends">
        <NodeChoice end="from" node={from} onChoose={(id) => setChosen({ ...chosen, from: id })} />
        <NodeChoice end="to" node={to} onChoose={(id) => setChosen({ ...chosen, to: id })} />
      </div>
      {from && to && <Found from={from} to={to} shown={shown} />}
    </>
  );
}

const leads = ({ result }: ShownNumbers, id: string) =>
  result?.layout.nodes[result.nodeIndex(id) ?? -1]?.reachesObjective === true;

interface NodeChoiceProps {
  readonly end: 'from' | 'to';
  readonly node: GraphNode | null;
  readonly onChoose: (id: string) => void;
}

function NodeChoice({ end, node, onChoose }: NodeChoiceProps) {
  const { t } = useTranslation('inspector');
  const all = useDocument((state) => state.document.nodes);
  return (
    <label className="field-row">
      <span>{t(`paths.${end}`)}</span>
      <select className="text-field" value={node?.id ?? ''} onChange={(event) => onChoose(event.currentTarget.value)}>
        {all.map((each) => (
          <option key={each.id} value={each.id}>
            {`${symbolOf(each).text} (${opNameById(t, each.op)})`}
          </option>
        ))}
      </select>
    </label>
  );
}

interface FoundProps {
  readonly from: GraphNode;
  readonly to: GraphNode;
  readonly shown: ShownNumbers;
}

function Found({ from, to, shown }: FoundProps) {
  const { t } = useTranslation('inspector');
  const say = useSay();
  const { result } = shown;
  const found = useMemo(() => {
    if (!result) return null;
    const computed = result.nodeIndex(from.id) !== undefined && result.nodeIndex(to.id) !== undefined;
    return computed ? findPaths(result, from.id, to.id, { limit: MOST_LISTED }) : null;
  }, [result, from.id, to.id]);
  if (!result || shown.value(to.id) === null) return <p className="note">{t('paths.notYet')}</p>;
  if (!found) return <p className="note">{t('paths.tensors')}</p>;
  if (from.id === to.id || found.count === 0)
    return (
      <p className="note">
        <RichText parts={say('paths.none', { x: symbolPart(from), y: symbolPart(to) })} />
      </p>
    );
  const derivative = localOf(symbolOf(to), symbolOf(from));
  const more = found.count - found.paths.length;
  return (
    <>
      <ul className="paths" aria-label={t('paths.list')}>
        {found.paths.map((path) => (
          <PathRow key={path.edges.join(' ')} path={path} from={from} shown={shown} />
        ))}
        {more > 0 && <li className="dim small">{t('paths.more', { count: more, number: formatNumber(more) })}</li>}
        <li className="sum-row sum-total">
          <span>
            <RichText
              parts={say(found.count === 1 ? 'paths.one' : 'paths.sum', {
                dx: { kind: 'derivative', derivative, node: from.id },
                number: formatNumber(found.count),
              })}
            />
          </span>
          <span className="num strong" dir="ltr">
            {formatNumber(found.sum)}
          </span>
        </li>
      </ul>
      {result.objective === to.id && <SameAsGradient from={from} sum={found.sum} shown={shown} />}
      <PathCosts from={from} to={to} shown={shown} />
    </>
  );
}

/** The backward pass came to the same number without walking a single path. */
function SameAsGradient({
  from,
  sum,
  shown,
}: {
  readonly from: GraphNode;
  readonly sum: number;
  readonly shown: ShownNumbers;
}) {
  const { t } = useTranslation('inspector');
  const gradient = shown.grad(from.id)?.data[0];
  if (gradient === undefined) return null;
  const same = Math.abs(gradient - sum) <= 1e-9 * Math.max(1, Math.abs(sum));
  return same ? <p className="same-number">{t('paths.same')}</p> : null;
}
