import type { EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { PORT_SIZE } from '../layout/gate-geometry.ts';
import { useSession } from '../stores/hooks.ts';
import { AskedPlace, useAsked } from './AskedPlace.tsx';
import { useNumbers, useView } from './canvas-context.ts';
import type { FlowEdge } from './flow-types.ts';
import { type NumberFace, numberFace, numberKey } from './NumberText.tsx';
import type { VisibleWire } from './visible-graph.ts';
import { backArrow, CHIP, chipAt, wirePath } from './wire-geometry.ts';
import { BOTH_UP_TO, chipMiddle, wireLook } from './wire-look.ts';
import { useWrong } from './wrong.ts';

/** Characters that fit into a chip. */
const CHIP_CH = 9;
/** Room for the field of a number that is asked for. */
const ASKED = { width: 72, height: 26 };

/** A wire with its chip: the value above the flat run, the contribution that comes back below. */
export const WireEdge = memo(function WireEdge(props: EdgeProps<FlowEdge>) {
  const { data, selected } = props;
  // React Flow lets wires end at the ports' outer edges; they end in their middles here.
  const from = { x: props.sourceX - PORT_SIZE / 2, y: props.sourceY };
  const to = { x: props.targetX + PORT_SIZE / 2, y: props.targetY };
  return data ? <Wire wire={data.wire} bends={data.bends} from={from} to={to} selected={selected === true} /> : null;
});

type FlowEdgeBends = NonNullable<FlowEdge['data']>['bends'];

interface WireProps {
  readonly wire: VisibleWire;
  readonly bends: FlowEdgeBends;
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
  readonly selected: boolean;
}

function Wire({ wire, bends, from, to, selected }: WireProps) {
  const { target, slot } = wire;
  const [tone, width, now] = useNumbers((shown) => wireLook(shown, wire));
  const hot = useSession(({ hoveredEdge }) => hoveredEdge?.target === target && hoveredEdge.slot === slot);
  const marked = useSession(({ markedEdges }) => markedEdges.has(`${target}:${slot}`));
  const focused = useView(({ cursor }) => cursor?.kind === 'wire' && cursor.key === `${target}:${slot}`);
  const wrong = useWrong((shown) => shown.edge(target, slot).contribution, CHIP_CH);
  const path = wirePath(from, to, bends);
  return (
    <>
      {now || marked ? (
        <path className="wire-halo is-now" d={path} />
      ) : hot || selected || focused ? (
        <path className={`wire-halo ${selected ? 'is-selected' : ''}`} d={path} />
      ) : null}
      <path className={`wire wire-${tone}`} d={path} strokeWidth={width} />
      {wrong === null ? null : <path className="wire-hatch" d={path} />}
      <path className="wire-reach" d={path} />
      {now ? <path className="wire-arrow" d={backArrow(to)} /> : null}
      <Chip wire={wire} to={to} now={now} />
      {wrong === null ? null : <WrongChip text={numberFace(wrong).text} to={to} />}
    </>
  );
}

interface ChipProps {
  readonly wire: VisibleWire;
  readonly to: { readonly x: number; readonly y: number };
  readonly now: boolean;
}

function Chip({ wire: { target, slot }, to, now }: ChipProps) {
  const numbers = useSession(({ wireNumbers }) => wireNumbers);
  const scale = useView((view) => view.textScale);
  const [value = '', contribution = ''] = useNumbers((shown) => {
    const edge = shown.edge(target, slot);
    // The value of the source stands as soon as it is computed; result.edge knows it only with the target.
    return [numberKey(edge.value, 'value', CHIP_CH), numberKey(edge.contribution, 'gradient', CHIP_CH)];
  });
  const asked = useAsked(target, { slot });
  if (numbers === 'none' && !asked) return null;
  const { x, y } = chipAt(to);
  const middle = x + CHIP.width / 2;
  const at = (key: string) => chipMiddle(middle, numberFace(key).text, scale);
  const values = numbers === 'values' || (numbers === 'both' && scale <= BOTH_UP_TO);
  const gradients = numbers !== 'values' && numbers !== 'none';
  return (
    <g className="chip">
      {values ? (
        <ChipLine face={numberFace(value)} x={at(value)} y={y + 12} line="value" scale={scale} now={false} />
      ) : null}
      {asked ? (
        <foreignObject x={middle - ASKED.width / 2} y={y + 20} width={ASKED.width} height={ASKED.height}>
          <AskedPlace />
        </foreignObject>
      ) : gradients ? (
        <ChipLine
          face={numberFace(contribution)}
          x={at(contribution)}
          y={y + 24 + 9 * scale}
          line="contribution"
          scale={scale}
          now={now}
        />
      ) : null}
    </g>
  );
}

/** The contribution of a pass broken on purpose, below the right one. */
function WrongChip({ text, to }: { readonly text: string; readonly to: ChipProps['to'] }) {
  const { t } = useTranslation('canvas');
  const words = text === '' ? t('wrong.tensor') : text;
  const { x, y } = chipAt(to);
  const middle = x + CHIP.width / 2;
  const width = words.length * 7.2 + 28;
  return (
    <g className="chip-wrong">
      <rect x={middle - width / 2} y={y + 38} width={width} height={16} rx={3} />
      <path d={`M${middle - width / 2 + 6} ${y + 50} l4.5 -8 l4.5 8 z`} />
      <text x={middle + 7} y={y + 50}>
        {words}
      </text>
    </g>
  );
}

interface ChipLineProps {
  readonly face: NumberFace;
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly line: 'value' | 'contribution';
  /** Factor of the text. */
  readonly scale: number;
  readonly now: boolean;
}

function ChipLine({ face, x, y, line, scale, now }: ChipLineProps) {
  const width = scale * Math.max(28, face.text.length * 7.2 + 12);
  return (
    <>
      {now ? (
        <rect className="chip-now" x={x - width / 2} y={y - 12 * scale} width={width} height={16 * scale} rx={3} />
      ) : null}
      <text className={`chip-${line} tone-${face.tone}`} x={x} y={y}>
        {face.tone === 'error' ? '⚠ ' : ''}
        {face.text}
      </text>
    </>
  );
}
