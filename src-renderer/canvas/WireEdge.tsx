import type { EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { PORT_SIZE } from '../layout/gate-geometry.ts';
import { useSession } from '../stores/hooks.ts';
import type { ShownNumbers } from '../stores/shown.ts';
import { useNumbers, useView } from './canvas-context.ts';
import { currentWire } from './current.ts';
import type { FlowEdge } from './flow-model.ts';
import { type NumberFace, numberFace, numberKey } from './NumberText.tsx';
import type { VisibleWire } from './visible-graph.ts';
import { backArrow, CHIP, chipAt, largestEntry, wirePath, wireWidth } from './wire-geometry.ts';

/** Characters that fit into a chip. */
const CHIP_CH = 9;

/** A wire with its chip: the value above the flat run, the contribution that comes back below. */
export const WireEdge = memo(function WireEdge(props: EdgeProps<FlowEdge>) {
  const { data, selected } = props;
  // React Flow lets wires end at the ports' outer edges; they end in their middles here.
  const from = { x: props.sourceX - PORT_SIZE / 2, y: props.sourceY };
  const to = { x: props.targetX + PORT_SIZE / 2, y: props.targetY };
  return data ? <Wire wire={data.wire} from={from} to={to} selected={selected === true} /> : null;
});

interface WireProps {
  readonly wire: VisibleWire;
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
  readonly selected: boolean;
}

function Wire({ wire, from, to, selected }: WireProps) {
  const { target, slot } = wire;
  const [tone, width, now] = useNumbers((shown) => wireLook(shown, wire));
  const hot = useSession(({ hoveredEdge }) => hoveredEdge?.target === target && hoveredEdge.slot === slot);
  const focused = useView(({ cursor }) => cursor?.kind === 'wire' && cursor.key === `${target}:${slot}`);
  const outline = useView((view) => view.detail === 'outline');
  const path = wirePath(from, to);
  if (outline)
    return (
      <path className={`wire wire-${tone} ${selected ? 'wire-far-selected' : ''}`} d={path} strokeWidth={4 * width} />
    );
  return (
    <>
      {now ? (
        <path className="wire-halo is-now" d={path} />
      ) : hot || selected || focused ? (
        <path className={`wire-halo ${selected ? 'is-selected' : ''}`} d={path} />
      ) : null}
      <path className={`wire wire-${tone}`} d={path} strokeWidth={width} />
      <path className="wire-reach" d={path} />
      {now ? <path className="wire-arrow" d={backArrow(to)} /> : null}
      <Chip wire={wire} to={to} now={now} />
    </>
  );
}

function wireLook(shown: ShownNumbers, { target, slot }: VisibleWire): [tone: string, width: number, now: boolean] {
  const { contribution } = shown.edge(target, slot);
  const current = currentWire(shown);
  const now = current?.target === target && current.slot === slot;
  if (!contribution) return ['waiting', wireWidth(null), now];
  const largest = largestEntry(contribution.data);
  const tone = !Number.isFinite(largest) ? 'error' : largest > 0 ? 'plus' : largest < 0 ? 'minus' : 'zero';
  return [mixed(contribution.data) ? 'mixed' : tone, wireWidth(largest), now];
}

function mixed(data: Float64Array): boolean {
  let plus = false;
  let minus = false;
  for (const entry of data) {
    if (entry > 0) plus = true;
    else if (entry < 0) minus = true;
    if (plus && minus) return true;
  }
  return false;
}

interface ChipProps {
  readonly wire: VisibleWire;
  readonly to: { readonly x: number; readonly y: number };
  readonly now: boolean;
}

function Chip({ wire: { target, slot }, to, now }: ChipProps) {
  const numbers = useSession(({ wireNumbers }) => wireNumbers);
  const detail = useView((view) => view.detail);
  const [value = '', contribution = ''] = useNumbers((shown) => {
    const edge = shown.edge(target, slot);
    // The value of the source stands as soon as it is computed; result.edge knows it only with the target.
    return [numberKey(edge.value, 'value', CHIP_CH), numberKey(edge.contribution, 'gradient', CHIP_CH)];
  });
  if (numbers === 'none' || detail === 'outline') return null;
  const { x, y } = chipAt(to);
  const middle = x + CHIP.width / 2;
  const values = numbers !== 'gradients' && detail === 'full';
  const gradients = numbers !== 'values';
  return (
    <g className="chip">
      {values ? <ChipLine face={numberFace(value)} x={middle} y={y + 12} line="value" now={false} /> : null}
      {gradients ? (
        <ChipLine face={numberFace(contribution)} x={middle} y={y + 33} line="contribution" now={now} />
      ) : null}
    </g>
  );
}

interface ChipLineProps {
  readonly face: NumberFace;
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly line: 'value' | 'contribution';
  readonly now: boolean;
}

function ChipLine({ face, x, y, line, now }: ChipLineProps) {
  const width = Math.max(28, face.text.length * 7.2 + 12);
  return (
    <>
      {now ? <rect className="chip-now" x={x - width / 2} y={y - 12} width={width} height={16} rx={3} /> : null}
      <text className={`chip-${line} tone-${face.tone}`} x={x} y={y}>
        {face.tone === 'error' ? '⚠ ' : ''}
        {face.text}
      </text>
    </>
  );
}
