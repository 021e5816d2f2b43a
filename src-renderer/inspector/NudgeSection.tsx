import { useEffect, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GraphNode, RunResult } from '#engine';
import { exactText, formatError, formatNumber } from '../math/format-number.ts';
import { RichText } from '../math/RichText.tsx';
import { symbolOf } from '../math/symbols.ts';
import { useRun, useShownNumbers } from '../stores/hooks.ts';
import { useStudio } from '../stores/studio.ts';
import { useNodesById } from '../stores/use-nodes.ts';
import { Disclosure } from './Disclosure.tsx';
import { EntryPicker } from './EntryPicker.tsx';
import { NudgePlot } from './NudgePlot.tsx';
import { useGradient } from './NumberRows.tsx';
import {
  branchesOf,
  LARGEST_STEP,
  type Measured,
  measured,
  nudgedPoints,
  nudgeSteps,
  SMALLEST_STEP,
  sidesAt,
  stepOf,
} from './nudge-curve.ts';
import { SlopeTriangle } from './SlopeTriangle.tsx';
import { symbolPart, useSay } from './words.ts';

const STEPS = nudgeSteps();
const FIRST_EXPONENT = -3;

/** One number nudged up and down by h: the slope that this measures beside the gradient, and how both part with h. */
export function NudgeSection({ node }: { readonly node: GraphNode }) {
  const say = useSay();
  const shown = useShownNumbers();
  const grad = shown.grad(node.id);
  if (!grad || grad.data.length === 0 || shown.result?.objective === node.id) return null;
  return (
    <Disclosure name="nudge" title={<RichText parts={say('nudge.title', { x: symbolPart(node) })} />}>
      <Nudge node={node} />
    </Disclosure>
  );
}

interface Losses {
  readonly result: RunResult;
  readonly index: number;
  readonly at: readonly number[];
}

function Nudge({ node }: { readonly node: GraphNode }) {
  const { t } = useTranslation('inspector');
  const say = useSay();
  const nodes = useNodesById();
  const shown = useShownNumbers();
  const result = useRun((state) => state.result);
  const derivative = useGradient(node);
  const slider = useId();
  const [exponent, setExponent] = useState(FIRST_EXPONENT);
  const [chosen, setIndex] = useState(0);
  const value = shown.value(node.id);
  const grad = shown.grad(node.id);
  const index = Math.min(chosen, (value?.data.length ?? 1) - 1);
  const x = value?.data[index] ?? Number.NaN;
  const gradient = grad?.data[index] ?? Number.NaN;
  const losses = useLosses(node.id, index, x, result);
  const curve = useMemo(() => (losses ? measured(losses.at, STEPS, gradient) : []), [losses, gradient]);
  const objective = nodes.get(result?.objective ?? '');
  const step = stepOf(exponent);
  const now = curve.find((point) => point.step === step) ?? nearest(curve, step);
  const here = losses?.at[0] ?? Number.NaN;
  const sides = sidesAt(curve);
  const branches = branchesOf(curve, here);
  if (!objective || !value || !grad) return null;
  const [xText, yText] = [symbolOf(node).text, symbolOf(objective).text];
  return (
    <div className="nudge">
      <EntryPicker tensor={value} index={index} name={xText} onChoose={setIndex} />
      <div className="nudge-step">
        <label htmlFor={slider}>{t('nudge.step')}</label>
        <input
          id={slider}
          type="range"
          min={SMALLEST_STEP}
          max={LARGEST_STEP}
          step={1}
          value={exponent}
          aria-valuetext={formatNumber(step)}
          onChange={(event) => setExponent(Number(event.currentTarget.value))}
        />
        <output className="num medium" htmlFor={slider} dir="ltr">
          {formatNumber(step)}
        </output>
      </div>
      <div className="rows">
        <Row name={t('nudge.above', { x: xText, y: yText })} value={here + (now?.right ?? Number.NaN) * step} />
        <Row name={t('nudge.below', { x: xText, y: yText })} value={here - (now?.left ?? Number.NaN) * step} />
        <Row name={t('nudge.central', { y: yText })} value={now?.central ?? Number.NaN} className="local" />
        <div className="row">
          <span>
            <RichText parts={say('nudge.gradient', { dx: { kind: 'derivative', derivative, node: node.id } })} />
          </span>
          <span className="num medium" title={exactText(gradient)} dir="ltr">
            {formatNumber(gradient)}
          </span>
        </div>
        <div className="row">
          <span>{t('check.differs')}</span>
          <span className="num medium" dir="ltr">
            {now ? formatError(now.difference) : '–'}
          </span>
        </div>
      </div>
      {now && <SlopeTriangle x={x} y={here} step={step} measured={now} gradient={gradient} names={[xText, yText]} />}
      {sides ? (
        <p className="note kink-note">
          <RichText
            parts={say('nudge.kink', {
              left: formatNumber(round(sides[0])),
              right: formatNumber(round(sides[1])),
              used: formatNumber(gradient),
            })}
          />
        </p>
      ) : (
        <>
          <NudgePlot curve={curve} branches={branches} step={step} onStep={setExponent} />
          <p className="note">{t(branches.truncation > 0 ? 'nudge.explain' : 'nudge.exact')}</p>
        </>
      )}
    </div>
  );
}

/** The loss at the nudged points; `null` until it is known for the numbers on screen. */
function useLosses(vary: string, index: number, x: number, result: RunResult | null): Losses | null {
  const { run } = useStudio();
  const [losses, setLosses] = useState<Losses | null>(null);
  const observe = result?.objective ?? null;
  useEffect(() => {
    if (!result || observe === null || !Number.isFinite(x)) return;
    let gone = false;
    run
      .sweep({ vary, index, observe, at: nudgedPoints(x, STEPS) })
      .then((at) => {
        if (!gone && at) setLosses({ result, index, at });
      })
      .catch(() => setLosses(null));
    return () => {
      gone = true;
    };
  }, [run, vary, index, observe, x, result]);
  return losses?.result === result && losses?.index === index ? losses : null;
}

function Row({
  name,
  value,
  className,
}: {
  readonly name: string;
  readonly value: number;
  readonly className?: string;
}) {
  return (
    <div className="row">
      <span>{name}</span>
      <span className={`num medium ${className ?? ''}`} title={exactText(value)} dir="ltr">
        {Number.isNaN(value) ? '–' : formatNumber(value)}
      </span>
    </div>
  );
}

function nearest(curve: readonly Measured[], step: number): Measured | undefined {
  return curve.toSorted((a, b) => Math.abs(Math.log(a.step / step)) - Math.abs(Math.log(b.step / step)))[0];
}

/** A slope that was measured, without the digits that rounding made up. */
const round = (slope: number) => Number(slope.toPrecision(6)) + 0;
