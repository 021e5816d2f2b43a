import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { GraphNode } from '#engine';
import { formatNumber } from '../math/format-number.ts';
import { symbolOf } from '../math/symbols.ts';
import { Button } from '../ui/Button.tsx';
import { verdictOf } from './descent.ts';
import { type Descent, MOST_STEPS } from './use-descent.ts';

const FEWEST = -3;
const MOST = 1;
const PER_DECADE = 10;

interface DescentControlsProps {
  readonly node: GraphNode;
  readonly descent: Descent;
  readonly rate: number;
  readonly onRate: (rate: number) => void;
}

/** Learning rate, step, run and reset of the descent drawn on the curve above; and what it comes to. */
export function DescentControls({
  node,
  descent: { steps, running, step, run, reset },
  rate,
  onRate,
}: DescentControlsProps) {
  const { t } = useTranslation('inspector');
  const id = useId();
  const last = steps.at(-1);
  const verdict = verdictOf(steps);
  return (
    <div className="descent">
      <div className="slider-row">
        <label htmlFor={id}>{t('descent.rate')}</label>
        <input
          id={id}
          type="range"
          min={FEWEST * PER_DECADE}
          max={MOST * PER_DECADE}
          step={1}
          value={Math.round(Math.log10(rate) * PER_DECADE)}
          aria-valuetext={formatNumber(rate)}
          onChange={(event) => onRate(rateAt(Number(event.currentTarget.value)))}
        />
        <output className="num medium" htmlFor={id} dir="ltr">
          {formatNumber(rate)}
        </output>
      </div>
      <div className="descent-buttons">
        <Button look="line" onClick={step}>
          {t('descent.step')}
        </Button>
        <Button look="line" onClick={run}>
          {t(running ? 'descent.pause' : 'descent.run')}
        </Button>
        <Button onClick={reset} aria-disabled={steps.length === 0}>
          {t('descent.reset')}
        </Button>
        <span className="grow" />
        <span className="dim small">{t('descent.steps', { count: Math.max(0, steps.length - 1) })}</span>
      </div>
      <p className="note" aria-live="polite">
        {t(`descent.verdict.${verdict}`, {
          x: symbolOf(node).text,
          value: formatNumber(last?.x ?? null),
          loss: formatNumber(last?.y ?? null),
          limit: `${MOST_STEPS}`,
        })}
      </p>
    </div>
  );
}

/** Two digits are enough to speak of. */
const rateAt = (tenths: number) => Number((10 ** (tenths / PER_DECADE)).toPrecision(2));
