import { Check, CircleX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { findPaths, type RunResult } from '#engine';
import { formatNumber, MINUS } from '../math/format-number.ts';
import { useSession } from '../stores/hooks.ts';
import { useStudio } from '../stores/studio.ts';
import { useNumbers } from './canvas-context.ts';
import type { VisibleGate } from './visible-graph.ts';

type MergedGate = Extract<VisibleGate, { kind: 'group' }>;

/** Equations listed in the badge's title, and paths written out in one. */
const MOST_LISTED = 4;
const TOLERANCE = 1e-9;

/**
 * Says that a merged gate's own local gradients equal what the chain rule gives inside: per input, the products along all
 * paths, summed. Nothing where a number on the way is a tensor, or not computed yet.
 */
export function PathBadge({ gate }: { readonly gate: MergedGate }) {
  const { t } = useTranslation('canvas');
  const { session } = useStudio();
  const [count = 0, factors = 0, same = true, text = ''] = useNumbers((shown) => {
    const ready = gate.inputs.every(({ target, slot }) => shown.groupLocal(gate.id, target, slot) !== null);
    return ready && shown.result ? checkOf(shown.result, gate) : NOTHING;
  });
  const open = useSession(({ panelTab }) => panelTab === 'inspect');
  if (count === 0) return null;
  const words = count > 1 ? t('badge.sum', { count }) : t('badge.product', { count: factors });
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`path-badge nodrag ${same ? '' : 'is-different'}`}
      title={text}
      aria-label={`${words}. ${text}`}
      onClick={() => {
        session.select([gate.id]);
        if (!open) session.setState({ panelTab: 'inspect' });
      }}
    >
      {same ? <Check size={12} aria-hidden="true" /> : <CircleX size={12} aria-hidden="true" />}
      {words}
    </button>
  );
}

type Checked = readonly [paths: number, factors: number, same: boolean, text: string];
const NOTHING: Checked = [0, 0, true, ''];
const known = new WeakMap<RunResult, Map<string, { readonly gate: MergedGate; readonly checked: Checked }>>();

/** Once per result and gate: many readers ask on every step. */
function checkOf(result: RunResult, gate: MergedGate): Checked {
  const gates = known.get(result) ?? new Map<string, { readonly gate: MergedGate; readonly checked: Checked }>();
  known.set(result, gates);
  const before = gates.get(gate.id);
  if (before?.gate === gate) return before.checked;
  const checked = check(result, gate);
  gates.set(gate.id, { gate, checked });
  return checked;
}

function check(result: RunResult, { id, inputs, members, outputs }: MergedGate): Checked {
  const output = outputs.length === 1 ? outputs[0]! : null;
  if (output === null || inputs.length === 0) return NOTHING;
  const within = members.map((member) => member.id);
  let [paths, factors, same] = [0, 0, true];
  const equations: string[] = [];
  for (const { target, slot } of inputs) {
    const at = result.edgeIndex(target, slot);
    const edge = at === undefined ? undefined : result.layout.edges[at];
    const own = result.groupLocal(id, target, slot);
    if (!edge || own?.data.length !== 1) return NOTHING;
    const source = result.layout.nodes[edge.source]!.id;
    const found = findPaths(result, source, output, { within, through: { target, slot }, limit: MOST_LISTED });
    if (!found) return NOTHING;
    const local = own.data[0]!;
    paths = Math.max(paths, found.count);
    factors = Math.max(factors, ...found.paths.map(({ edges }) => edges.length));
    const close =
      Math.abs(local - found.sum) <= TOLERANCE * Math.max(1, Math.abs(local)) || Object.is(local, found.sum);
    same &&= close;
    const products = found.paths.map((path) => path.factors.toReversed().map(factorText).join('·'));
    const rest = found.count > found.paths.length ? ' + …' : '';
    if (equations.length < MOST_LISTED)
      equations.push(`∂${output}/∂${source} = ${products.join(' + ')}${rest} = ${formatNumber(found.sum)}`);
  }
  return [paths, factors, same, equations.join('\n')];
}

function factorText(value: number): string {
  const text = formatNumber(value);
  return text.startsWith(MINUS) ? `(${text})` : text;
}
