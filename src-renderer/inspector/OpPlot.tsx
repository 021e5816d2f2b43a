import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attributes, GraphNode, OpDefinition, Tensor } from '#engine';
import { scalarOf } from '../math/format-number.ts';
import { RichText } from '../math/RichText.tsx';
import { symbolOf } from '../math/symbols.ts';
import { moveByNotches, valueStep } from '../math/value-text.ts';
import { useRun, useShownNumbers } from '../stores/hooks.ts';
import { useNodesById } from '../stores/use-nodes.ts';
import { Segmented } from '../ui/Segmented.tsx';
import { CheckRows } from './CheckRows.tsx';
import { attributesOf } from './op-attributes.ts';
import { opCurve } from './op-curve.ts';
import { inputSymbols } from './op-formula.ts';
import { Plot } from './Plot.tsx';
import { domainAround, type Interval, samples } from './plot-domain.ts';
import { useHeld } from './use-held.ts';
import { useNudge } from './use-nudge.ts';
import { symbolPart, useSay } from './words.ts';

const MOST_POINTS = 200;
const MOST_SLOTS_CHOSEN = 4;

/** An elementwise op as a function of one input, the others held where they are. */
export function OpPlot({ node, op }: { readonly node: GraphNode; readonly op: OpDefinition }) {
  const { t } = useTranslation('inspector');
  const say = useSay();
  const nodes = useNodesById();
  const shown = useShownNumbers();
  const [chosen, setChosen] = useState('0');
  const slot = Math.min(Number(chosen), Math.max(0, node.inputs.length - 1));
  const symbols = inputSymbols(node, op, nodes);
  const symbol = symbols[slot];
  const source = nodes.get(node.inputs[slot] ?? '');
  const attrs = attributesOf(node, op);
  const nudged = useNudge(source) !== null;
  const [held, setHeld] = useState<Interval | null>(null);
  const read = node.inputs.map((id) => (id === null ? null : shown.value(id)));
  const [focused, setFocused] = useState(false);
  const last = useHeld(
    read.every((value) => value !== null) && read.length > 0 ? read : null,
    held !== null || focused,
  );
  // Until the numbers of a nudge are there, the leaf's own value is known already.
  const given = source?.attrs['value'];
  const values = last && nudged && typeof given === 'number' ? last.with(slot, scalarTensor(given)) : last;
  return (
    <section className="panel-section">
      <h3>
        {t('plot.title')}
        <span className="grow" />
        {values && source && (
          <span className="dim regular">
            <RichText parts={nudged ? say('plot.nudge', { x: symbolPart(source) }) : say('plot.look')} />
          </span>
        )}
      </h3>
      {symbols.length > 1 && (
        <div className="plot-by">
          <Segmented
            label={t('plot.by')}
            value={`${slot}`}
            options={symbols.slice(0, MOST_SLOTS_CHOSEN).map(({ text }, index) => ({ value: `${index}`, text }))}
            onChange={setChosen}
          />
        </div>
      )}
      {values && attrs && symbol && source && (
        <OpPlotAt key={slot} {...{ node, op, attrs, source, slot, values, held, setHeld, setFocused }} />
      )}
      <CheckRows node={node} slot={slot} />
    </section>
  );
}

interface OpPlotAtProps {
  readonly node: GraphNode;
  readonly op: OpDefinition;
  readonly attrs: Attributes;
  readonly source: GraphNode;
  readonly slot: number;
  readonly values: readonly Tensor[];
  /** While the point is dragged the frame stands still, or it would run away from the pointer. */
  readonly held: Interval | null;
  readonly setHeld: (held: Interval | null) => void;
  readonly setFocused: (focused: boolean) => void;
}

function OpPlotAt({ node, op, attrs, source, slot, values, held, setHeld, setFocused }: OpPlotAtProps) {
  const nudge = useNudge(source);
  const kinks = useRun(({ result }) => result?.kinks.find((entry) => entry.node === node.id)?.kinks);
  /** Where the point was dragged to look, when no leaf follows. */
  const [looked, setLooked] = useState<number | null>(null);
  const inputs = values.map(({ data }) => data[0] ?? 0);
  const x = looked ?? inputs[slot] ?? 0;
  const all = values[slot]!;
  const single = values.every((value) => scalarOf(value) !== null || value.data.length === 1);
  const curve = opCurve(op, attrs, inputs, slot);
  const others = values.length === 1 && !single ? Array.from(all.data.slice(0, MOST_POINTS)) : [];
  const domain = held ?? spanOf(others) ?? domainAround(inputs[slot] ?? 0, curve.values);
  const [low, high] = domain;
  const key = JSON.stringify([low, high, inputs.with(slot, 0), attrs]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key holds all that the curve depends on
  const points = useMemo(() => {
    const at = samples([low, high]);
    const drawn = curve.values(at);
    return at.map((each, index) => ({ x: each, y: drawn[index]! }));
  }, [key, op]);
  const othersAt = curve.values(others);
  const kink = looked === null && single ? kinks?.find((entry) => entry.slot === slot) : undefined;
  return (
    <Plot
      points={points}
      domain={domain}
      x={symbolOf(source)}
      y={symbolOf(node)}
      at={{
        x,
        y: curve.values([x])[0]!,
        slope: curve.slope(x),
        ...(kink && { sides: [kink.left, kink.right] as const }),
      }}
      others={others.map((each, index) => ({ x: each, y: othersAt[index]! }))}
      onFocus={(on) => {
        setFocused(on);
        if (!on) setLooked(null);
      }}
      onDrag={{
        begin: () => {
          setHeld(domain);
          if (nudge) nudge.begin();
        },
        move: (to) => (nudge ? nudge.move(to) : setLooked(to)),
        end: () => {
          setHeld(null);
          setLooked(null);
          nudge?.end();
        },
        notch: (direction, fine) =>
          nudge
            ? nudge.notch(direction, fine)
            : setLooked(moveByNotches(x, direction, valueStep(x, fine ? 'fine' : 'normal'))),
      }}
    />
  );
}

/** Holds every entry of a tensor, with a margin; `null` where they do not span anything. */
function spanOf(entries: readonly number[]): Interval | null {
  const finite = entries.filter(Number.isFinite);
  const [low, high] = [Math.min(...finite), Math.max(...finite)];
  const margin = (high - low) * 0.05;
  return high > low ? [low - margin, high + margin] : null;
}

const scalarTensor = (value: number): Tensor => ({ shape: [], data: Float64Array.of(value) });
