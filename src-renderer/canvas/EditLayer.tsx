import './edit.css';
import { ViewportPortal } from '@xyflow/react';
import type { PointerEvent } from 'react';
import { useCanvas, useView } from './canvas-context.ts';
import type { FlowHandlers } from './flow-handlers.ts';
import type { FlowModel } from './flow-types.ts';
import { wirePlace } from './wire-ends.ts';
import { wirePath } from './wire-geometry.ts';

interface EditLayerProps {
  readonly model: FlowModel;
  readonly handlers: FlowHandlers;
}

/** What stands over gates and wires while something is edited: guides, the wire that will take a gate, points of wires. */
export function EditLayer({ model, handlers }: EditLayerProps) {
  return (
    <ViewportPortal>
      <svg className="edit-layer" aria-hidden="true">
        <Guides />
        <WireMarks model={model} />
        <BendPoints model={model} handlers={handlers} />
        <CutStroke />
      </svg>
    </ViewportPortal>
  );
}

function Guides() {
  const guides = useView((view) => view.guides);
  return guides.map(({ axis, at, from, to, kind }) => {
    const d = axis === 'x' ? `M${at} ${from} V${to}` : `M${from} ${at} H${to}`;
    const ends =
      kind === 'gap'
        ? axis === 'x'
          ? [from, to].map((y) => `M${at - 4} ${y} h8`)
          : [from, to].map((x) => `M${x} ${at - 4} v8`)
        : [];
    return (
      <path key={`${axis} ${at} ${from} ${to} ${kind}`} className={`guide guide-${kind}`} d={[d, ...ends].join(' ')} />
    );
  });
}

/** The wire below a dragged gate that will take it, and the wire that the one held now would take the place of. */
function WireMarks({ model }: { readonly model: FlowModel }) {
  const landing = useView((view) => view.landing);
  const replacing = useView((view) => view.replacing);
  const path = (key: string | null) => {
    const place = key === null ? null : wirePlace(model, key);
    return place ? wirePath(place.from, place.to, place.edge.data?.bends) : null;
  };
  const [taking, giving] = [path(landing), path(replacing)];
  return (
    <>
      {taking === null ? null : <path className="wire-taking" d={taking} />}
      {giving === null ? null : <path className="wire-giving" d={giving} />}
    </>
  );
}

/** Points that wires are led through; dragged to move them. */
function BendPoints({ model, handlers }: EditLayerProps) {
  const { view } = useCanvas();
  const chosen = useView((state) => state.bend);
  return model.edges.flatMap((edge) =>
    (edge.data?.bends ?? []).map(({ x, y }, index) => {
      const isChosen = chosen?.wire === edge.id && chosen.index === index;
      const press = (event: PointerEvent<SVGGElement>) => {
        if (event.button !== 0) return;
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        view.setState({ bend: { wire: edge.id, index } });
        handlers.bend.start(edge.id, index);
      };
      return (
        // biome-ignore lint/a11y/noStaticElementInteractions: the wire's menu has the same for the keyboard
        <g
          // biome-ignore lint/suspicious/noArrayIndexKey: a point has no other name than its number
          key={`${edge.id} ${index}`}
          className={`bend nopan nodrag ${isChosen ? 'is-chosen' : ''}`}
          data-bend={`${edge.id} ${index}`}
          onPointerDown={press}
          onPointerMove={(event) => handlers.bend.move({ x: event.clientX, y: event.clientY }, event.ctrlKey)}
          onPointerUp={() => handlers.bend.end()}
          onPointerCancel={() => handlers.bend.cancel()}
          onDoubleClick={(event) => {
            event.stopPropagation();
            handlers.bend.remove(edge.id, index);
          }}
        >
          <circle className="bend-reach" cx={x} cy={y} r={12} />
          <circle className="bend-dot" cx={x} cy={y} r={4} />
        </g>
      );
    }),
  );
}

function CutStroke() {
  const stroke = useView((view) => view.cutting);
  if (!stroke || stroke.length < 2) return null;
  return <polyline className="cut-stroke" points={stroke.map(({ x, y }) => `${x},${y}`).join(' ')} />;
}

/** Lies over everything while Y is held: drawing across wires cuts them. */
export function CutPane({ handlers }: { readonly handlers: FlowHandlers }) {
  const on = useView((view) => view.cutting !== null);
  if (!on) return null;
  return (
    <div
      className="cut-pane"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        handlers.cut.start({ x: event.clientX, y: event.clientY });
      }}
      onPointerMove={(event) => handlers.cut.move({ x: event.clientX, y: event.clientY })}
      onPointerUp={() => handlers.cut.end()}
      onPointerCancel={() => handlers.cut.cancel()}
    />
  );
}
