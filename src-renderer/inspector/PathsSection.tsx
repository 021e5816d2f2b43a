import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { edgeKey, findOp, findPaths, type GraphNode, type Path, pathCosts } from '#engine';
import { localOf } from '../math/derivative.ts';
import { formatNumber, MINUS } from '../math/format-number.ts';
import { SymbolText } from '../math/MathText.tsx';
import { RichText } from '../math/RichText.tsx';
import { symbolOf } from '../math/symbols.ts';
import { useDocument, useShownNumbers } from '../stores/hooks.ts';
import type { ShownNumbers } from '../stores/shown.ts';
import { useStudio } from '../stores/studio.ts';
import { useNodesById } from '../stores/use-nodes.ts';
import { Disclosure } from './Disclosure.tsx';
import { symbolPart, useSay } from './words.ts';

/** Paths listed; the sum is over all of them. */
const MOST_LISTED = 24;
const LONGEST_PRODUCT = 12;
/** Sources times wires beyond which costs are not counted. */
const MOST_COUNTED = 4e6;

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
            {`${symbolOf(each).text} (${findOp(each.op)?.name ?? each.op})`}
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
      <Costs from={from} to={to} shown={shown} />
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

interface PathRowProps {
  readonly path: Path;
  readonly from: GraphNode;
  readonly shown: ShownNumbers;
}

/** `x → u → y`, and below it the product from the output back, as the chain rule is written. */
function PathRow({ path, from, shown }: PathRowProps) {
  const { t } = useTranslation('inspector');
  const { session } = useStudio();
  const nodes = useNodesById();
  const { result } = shown;
  if (!result) return null;
  const steps = path.edges.map((edge) => {
    const { target, slot } = result.layout.edges[edge]!;
    return { target: result.layout.nodes[target]!.id, slot };
  });
  const through = [from, ...steps.flatMap(({ target }) => nodes.get(target) ?? [])];
  const light = (on: boolean) =>
    session.setState({
      markedEdges: new Set(on ? steps.map(({ target, slot }) => edgeKey(target, slot)) : []),
      markedNodes: new Set(on ? through.map(({ id }) => id) : []),
    });
  const factors = path.factors.toReversed();
  const product = factors.slice(0, LONGEST_PRODUCT).map(factorText).join(' · ');
  const names = through.map((node) => symbolOf(node).text).join(' → ');
  return (
    <li>
      <button
        type="button"
        className="path"
        aria-label={t('paths.path', { names, product: formatNumber(path.product) })}
        onPointerEnter={() => light(true)}
        onPointerLeave={() => light(false)}
        onFocus={() => light(true)}
        onBlur={() => light(false)}
      >
        <span className="path-nodes">
          {through.map((node, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a path visits a node once, in this order
            <span key={at}>
              {at > 0 && (
                <span className="dim">
                  {' →'}
                  {isRepeated(node, steps[at - 1]?.slot) && <sub>{(steps[at - 1]?.slot ?? 0) + 1}</sub>}{' '}
                </span>
              )}
              <SymbolText symbol={symbolOf(node)} />
            </span>
          ))}
        </span>
        <span className="path-product" dir="ltr">
          <span className="local">{factors.length > LONGEST_PRODUCT ? `${product} · …` : product}</span>
          <span className="dim"> = </span>
          <b>{formatNumber(path.product)}</b>
        </span>
      </button>
    </li>
  );
}

/** Whether the node reads the same through another slot too, so that the slot must be named. */
function isRepeated({ inputs }: GraphNode, slot: number | undefined): boolean {
  return inputs.filter((input) => input === inputs[slot ?? -1]).length > 1;
}

/** Multiplications path by path, forward and backward: for this source, and for all leaves at once. */
function Costs({ from, to, shown }: FoundProps) {
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

function factorText(value: number): string {
  const text = formatNumber(value);
  return text.startsWith(MINUS) ? `(${text})` : text;
}
