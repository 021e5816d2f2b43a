import { useTranslation } from 'react-i18next';
import { edgeKey, type GraphNode, type Path } from '#engine';
import { formatNumber, MINUS } from '../math/format-number.ts';
import { SymbolText } from '../math/MathText.tsx';
import { symbolOf } from '../math/symbols.ts';
import type { ShownNumbers } from '../stores/shown.ts';
import { useStudio } from '../stores/studio.ts';
import { useNodesById } from '../stores/use-nodes.ts';

const LONGEST_PRODUCT = 12;

interface PathRowProps {
  readonly path: Path;
  readonly from: GraphNode;
  readonly shown: ShownNumbers;
}

/** `x → u → y`, and below it the product from the output back, as the chain rule is written. */
export function PathRow({ path, from, shown }: PathRowProps) {
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

function factorText(value: number): string {
  const text = formatNumber(value);
  return text.startsWith(MINUS) ? `(${text})` : text;
}
