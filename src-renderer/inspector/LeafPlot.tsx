import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GraphNode, RunResult } from '#engine';
import { RichText } from '../math/RichText.tsx';
import { symbolOf } from '../math/symbols.ts';
import { useRun, useShownNumbers } from '../stores/hooks.ts';
import type { ShownNumbers } from '../stores/shown.ts';
import { useStudio } from '../stores/studio.ts';
import { useNodesById } from '../stores/use-nodes.ts';
import { CheckRows } from './CheckRows.tsx';
import { DescentControls } from './DescentControls.tsx';
import { EntryPicker } from './EntryPicker.tsx';
import type { CurvePoint } from './op-curve.ts';
import { Plot } from './Plot.tsx';
import { domainAround, type Interval, samples } from './plot-domain.ts';
import { useDescent } from './use-descent.ts';
import { useHeld } from './use-held.ts';
import { entryOf, useNudge } from './use-nudge.ts';
import { symbolPart, useSay } from './words.ts';

/** Fewer than for an op: each is a whole forward pass. */
const SAMPLES = 81;
const FIRST_RATE = 0.1;

interface Swept {
  readonly result: RunResult;
  readonly points: readonly CurvePoint[];
}

/** The objective as a function of one parameter or input, or of one entry of it, with gradient descent drawn on it. */
export function LeafPlot({ node }: { readonly node: GraphNode }) {
  const { t } = useTranslation('inspector');
  const say = useSay();
  const { run } = useStudio();
  const nodes = useNodesById();
  const shown = useShownNumbers();
  const [chosen, setIndex] = useState(0);
  const [rate, setRate] = useState(FIRST_RATE);
  const tensor = shown.value(node.id);
  const index = Math.min(chosen, (tensor?.data.length ?? 1) - 1);
  const nudge = useNudge(node, index);
  const result = useRun((state) => state.result);
  const [held, setHeld] = useState<Interval | null>(null);
  const [focused, setFocused] = useState(false);
  const [swept, setSwept] = useState<Swept | null>(null);
  const found = pointOf(node.id, index, shown);
  const last = useHeld(found, held !== null || focused);
  const given = entryOf(node, index);
  // Until the numbers of a nudge are there: its own value is known, the rest is read off the curve.
  const now =
    found || !last || given === null
      ? last
      : { ...last, x: given, y: readOff(swept?.points ?? [], given), slope: Number.NaN };
  const objective = nodes.get(now?.objective ?? '');
  const [low, high] = held ?? domainAround(now?.x ?? 0, (at) => at);
  const value = now?.x ?? null;
  const observe = objective?.id ?? null;
  const descent = useDescent(node.id, index, observe, value, rate);

  useEffect(() => {
    if (!result || observe === null || value === null || held) return;
    let gone = false;
    const at = samples([low, high], SAMPLES);
    run
      .sweep({ vary: node.id, index, observe, at })
      .then((values) => {
        if (gone || !values) return;
        setSwept({ result, points: at.map((x, index) => ({ x, y: values[index] ?? Number.NaN })) });
      })
      .catch(() => setSwept(null));
    return () => {
      gone = true;
    };
  }, [run, result, node.id, index, observe, value, low, high, held]);

  // While the point itself is dragged the curve stays true: nothing else changes.
  const points = swept && (held || focused || swept.result === result) ? swept.points : [];
  return (
    <section className="panel-section">
      {nudge && now && objective ? (
        <>
          <h3>
            <span>
              <RichText parts={say('plot.objective', { y: symbolPart(objective), x: symbolPart(node) })} />
            </span>
            <span className="grow" />
            <span className="dim regular">
              <RichText parts={say('plot.nudge', { x: symbolPart(node) })} />
            </span>
          </h3>
          {tensor && <EntryPicker tensor={tensor} index={index} name={symbolOf(node).text} onChoose={setIndex} />}
          <Plot
            points={points}
            domain={[low, high]}
            x={symbolOf(node)}
            y={symbolOf(objective)}
            at={now}
            trail={descent.steps}
            onFocus={setFocused}
            onDrag={{
              ...nudge,
              begin: () => {
                setHeld([low, high]);
                nudge.begin();
              },
              end: () => {
                setHeld(null);
                nudge.end();
              },
            }}
          />
          <DescentControls node={node} descent={descent} rate={rate} onRate={setRate} />
        </>
      ) : (
        <h3>{t('check.label')}</h3>
      )}
      <CheckRows node={node} slot={0} />
    </section>
  );
}

/** The leaf's number, the objective's, and the gradient between them. */
function pointOf(id: string, index: number, shown: ShownNumbers) {
  const objective = shown.result?.objective ?? null;
  const x = shown.value(id)?.data[index] ?? null;
  const loss = objective === null ? null : shown.value(objective);
  const slope = shown.grad(id)?.data[index] ?? null;
  if (objective === null || x === null || loss === null || slope === null) return null;
  return { x, y: mean(loss.data), slope, objective };
}

/** Value of a curve between its samples; NaN outside of them. */
function readOff(points: readonly CurvePoint[], x: number): number {
  const next = points.findIndex((point) => point.x >= x);
  const [a, b] = [points[next - 1], points[next]];
  if (!b) return Number.NaN;
  return a ? a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x) : b.y;
}

/** Where the objective has several entries its mean is differentiated. */
function mean(data: Float64Array): number {
  return data.reduce((sum, value) => sum + value, 0) / data.length;
}
