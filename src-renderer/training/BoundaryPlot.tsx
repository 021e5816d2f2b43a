import { color, interpolateRgb, scaleLinear } from 'd3';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrainingSettings } from '#engine';
import { formatNumber } from '../math/format-number.ts';
import { useStudio } from '../stores/studio.ts';
import { gridOf, leanings, type Plane, planeOf } from './field.ts';

const SIDE = 64;
const SIZE = 100;

/** What the network says over the plane of its two features, asked anew whenever training has moved on. */
export function BoundaryPlot({ settings }: { readonly settings: TrainingSettings }) {
  const { t } = useTranslation('training');
  const { document } = useStudio();
  const plane = useMemo(() => {
    try {
      return planeOf(document.getState().document, settings);
    } catch {
      return null; // the data cannot be made: training says why
    }
  }, [document, settings]);
  const element = useField(plane);
  if (!plane) return null;
  const toX = scaleLinear(plane.x, [0, SIZE]);
  const toY = scaleLinear(plane.y, [SIZE, 0]);
  const words = { low: formatNumber(plane.x[0]), high: formatNumber(plane.x[1]) };
  return (
    <figure className="train-plot train-square">
      <figcaption>{t('boundary.title')}</figcaption>
      <div className="train-field" role="img" aria-label={t('boundary.label', words)}>
        <canvas ref={element} width={SIDE} height={SIDE} />
        <svg viewBox={`0 0 ${SIZE} ${SIZE}`} aria-hidden>
          {plane.points.map(({ x, y, positive }, index) => (
            <circle
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of data have no other name
              key={index}
              className={positive ? 'is-positive' : 'is-negative'}
              cx={toX(x)}
              cy={toY(y)}
              r={plane.points.length > 100 ? 1.2 : 2.4}
            />
          ))}
        </svg>
      </div>
    </figure>
  );
}

/** Draws on the canvas what the network says; one question at a time, the newest state each time. */
function useField(plane: Plane | null) {
  const { training } = useStudio();
  const element = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const canvas = element.current;
    if (!plane || !canvas) return;
    const features = gridOf(plane, SIDE);
    let asking = false;
    let again = false;
    let ended = false;
    const ask = async () => {
      if (training.getState().status === 'idle') {
        canvas.getContext('2d')?.clearRect(0, 0, SIDE, SIDE);
        return;
      }
      if (asking) {
        again = true;
        return;
      }
      asking = true;
      const answer = await training.probe({ kind: 'values', features, observe: [plane.node] });
      asking = false;
      if (ended) return;
      const values = answer?.kind === 'values' ? answer.values[0] : undefined;
      const leaning = values && leanings(values, SIDE * SIDE, plane.scores);
      if (leaning) draw(canvas, leaning);
      if (!again) return;
      again = false;
      void ask();
    };
    void ask();
    const end = training.subscribe(() => void ask());
    return () => {
      ended = true;
      end();
    };
  }, [plane, training]);
  return element;
}

const SHADES = 64;
const STRONGEST = 0.75;

function draw(canvas: HTMLCanvasElement, leaning: Float64Array): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const style = getComputedStyle(canvas);
  const token = (name: string) => style.getPropertyValue(name).trim();
  const shades = (to: string) => {
    const blend = interpolateRgb(token('--panel'), token(to));
    return Array.from({ length: SHADES }, (_, index) => color(blend((STRONGEST * index) / (SHADES - 1)))!.rgb());
  };
  const [minus, plus] = [shades('--minus'), shades('--plus')];
  const image = context.createImageData(SIDE, SIDE);
  for (let place = 0; place < leaning.length; place++) {
    const lean = leaning[place]!;
    const { r, g, b } = (lean < 0 ? minus : plus)[Math.round(Math.abs(lean || 0) * (SHADES - 1))]!;
    image.data.set([r, g, b, 255], place * 4);
  }
  context.putImageData(image, 0, 0);
}
