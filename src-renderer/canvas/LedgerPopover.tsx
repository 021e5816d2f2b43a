import { type ReactFlowState, useStore as useFlowStore } from '@xyflow/react';
import { useContext, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { edgeKey } from '#engine';
import { gradientOf } from '../math/derivative.ts';
import { Formula } from '../math/Formula.tsx';
import { DerivativeText, SymbolText } from '../math/MathText.tsx';
import { Quantity } from '../math/Quantity.tsx';
import type { MathSymbol } from '../math/symbols.ts';
import { useDocument, useSession, useSettings } from '../stores/hooks.ts';
import { useStudio } from '../stores/studio.ts';
import { ObjectiveContext, useCanvas, useView } from './canvas-context.ts';
import type { FlowModel } from './flow-types.ts';
import { type Ledger, ledgerOf } from './ledger.ts';
import { placeLedger } from './ledger-place.ts';
import { type WirePlace, wirePlace } from './wire-ends.ts';

const camera = ({ transform, width, height }: ReactFlowState) => [...transform, width, height] as const;

/** The ledger of the wire that is hovered, or that the keyboard is at. */
export function LedgerPopover({ model }: { readonly model: FlowModel }) {
  const hovered = useSession(({ hoveredEdge }) => (hoveredEdge ? edgeKey(hoveredEdge.target, hoveredEdge.slot) : null));
  const focused = useView(({ cursor }) => (cursor?.kind === 'wire' ? cursor.key : null));
  const busy = useView(({ wiring, menu }) => wiring !== null || menu !== null);
  const { key: held, enter, leave } = useLingering(hovered);
  const key = held ?? focused;
  const place = key === null || busy ? null : wirePlace(model, key);
  return place ? <LedgerAt key={place.edge.id} place={place} model={model} onEnter={enter} onLeave={leave} /> : null;
}

/** Long enough to cross from the wire to its ledger. */
const LINGER_MS = 250;

/** The wire pointed at, and for a moment after; for as long as the pointer is on its ledger. */
function useLingering(hovered: string | null) {
  const { clock } = useStudio().platform;
  const [kept, setKept] = useState<string | null>(null);
  const [inside, setInside] = useState(false);
  useEffect(() => {
    if (hovered !== null) {
      setKept(hovered);
      return;
    }
    if (inside) return;
    const timer = clock.setTimeout(() => setKept(null), LINGER_MS);
    return () => clock.clearTimeout(timer);
  }, [hovered, inside, clock]);
  return { key: hovered ?? kept, enter: () => setInside(true), leave: () => setInside(false) };
}

interface LedgerAtProps {
  readonly place: WirePlace;
  readonly model: FlowModel;
  readonly onEnter: () => void;
  readonly onLeave: () => void;
}

function LedgerAt({ place, model, onEnter, onLeave }: LedgerAtProps) {
  const { numbers } = useCanvas();
  const shown = useStore(numbers, (state) => state.shown);
  const document = useDocument((state) => state.document);
  const [x, y, zoom, width, height] = useFlowStore(useShallow(camera));
  const element = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 248, height: 84 });
  const wire = place.edge.data!.wire;
  const gate = model.visible.gates.find(({ id }) => id === wire.targetGate);
  const ledger = ledgerOf(wire, gate, document, shown);
  useLayoutEffect(() => {
    const box = element.current;
    if (box && (box.offsetWidth !== size.width || box.offsetHeight !== size.height))
      setSize({ width: box.offsetWidth, height: box.offsetHeight });
  });
  if (!ledger) return null;
  const toScreen = (point: { readonly x: number; readonly y: number }) => ({
    x: point.x * zoom + x,
    y: point.y * zoom + y,
  });
  const gates = place.gates.map((box) => ({ ...toScreen(box), width: box.width * zoom, height: box.height * zoom }));
  const at = placeLedger(toScreen(place.to), zoom, size, gates, { width, height });
  return (
    <div
      ref={element}
      className={`ledger is-${at.side}`}
      style={{ left: at.left, top: at.top }}
      role="tooltip"
      onPointerEnter={onEnter}
      onPointerLeave={onLeave}
    >
      <LedgerText ledger={ledger} target={wire.target} />
      <span className="ledger-stem" style={{ left: at.stem }} />
    </div>
  );
}

/** Pointing at *upstream* shows the node whose total it is, at *local* the operands it was computed from. */
function useOrigins(target: string) {
  const { session, document } = useStudio();
  const lit = useRef(false);
  const mark = (nodes: readonly string[], edges: readonly string[]) => {
    lit.current = nodes.length > 0;
    session.setState({ markedNodes: new Set(nodes), markedEdges: new Set(edges) });
  };
  // A ledger that goes while pointed at leaves nothing lit.
  useEffect(
    () => () => {
      if (lit.current) session.setState({ markedNodes: new Set(), markedEdges: new Set() });
    },
    [session],
  );
  const operands = () =>
    document
      .getState()
      .document.nodes.find(({ id }) => id === target)
      ?.inputs.flatMap((id) => id ?? []) ?? [];
  const onPointerLeave = () => mark([], []);
  return {
    upstream: { onPointerEnter: () => mark([target], []), onPointerLeave },
    local: {
      onPointerEnter: () => {
        const read = operands();
        mark(
          read,
          read.map((_, slot) => edgeKey(target, slot)),
        );
      },
      onPointerLeave,
    },
  };
}

function LedgerText({ ledger, target }: { readonly ledger: Ledger; readonly target: string }) {
  const { upstream: toUpstream, local: toLocal } = useOrigins(target);
  const { t } = useTranslation('canvas');
  const notation = useSettings((settings) => settings.notation);
  const objective = useContext(ObjectiveContext);
  const upstream = gradientOf(ledger.output, objective, notation);
  if (ledger.rule !== null) return <RuleText ledger={ledger} rule={ledger.rule} />;
  return (
    <div className="ledger-equation">
      <span className="ledger-local ledger-link" {...toLocal}>
        <Fraction top={ledger.output} bottom={ledger.source} index={ledger.input} />
      </span>
      <span className="ledger-sign">×</span>
      <span className="ledger-upstream ledger-link" {...toUpstream}>
        {notation === 'leibniz' ? (
          <Fraction top={objective} bottom={ledger.output} index={null} />
        ) : (
          <DerivativeText derivative={upstream} />
        )}
      </span>
      <span className="ledger-sign">=</span>
      <span className="ledger-link" {...toLocal}>
        <Quantity of={ledger.local} className="ledger-number ledger-local" />
      </span>
      <span className="ledger-sign">×</span>
      <span className="ledger-link" {...toUpstream}>
        <Quantity of={ledger.upstream} className="ledger-number ledger-upstream" />
      </span>
      <span className="ledger-sign">=</span>
      <Quantity of={ledger.contribution} className="ledger-number" signed bySign />
      <span className="ledger-label ledger-local ledger-link" {...toLocal}>
        {t('ledger.local')}
      </span>
      <span />
      <span className="ledger-label ledger-upstream ledger-link" {...toUpstream}>
        {t('ledger.upstream')}
      </span>
      <span />
      <AddedTo ledger={ledger} />
    </div>
  );
}

/** No product of numbers describes it: the rule, what arrives, and what goes on. */
function RuleText({ ledger, rule }: { readonly ledger: Ledger; readonly rule: string }) {
  const { t } = useTranslation('canvas');
  return (
    <div className="ledger-rule">
      <Formula latex={`\\bar{${ledger.source.latex}} \\mathrel{+}= ${rule}`} />
      <div className="ledger-sizes">
        <span className="ledger-upstream">
          {t('ledger.upstream')} <Quantity of={ledger.upstream} />
        </span>
        <span className="ledger-sign">→</span>
        <Quantity of={ledger.contribution} signed bySign />
      </div>
      <AddedTo ledger={ledger} />
    </div>
  );
}

function AddedTo({ ledger }: { readonly ledger: Ledger }) {
  const { t } = useTranslation('canvas');
  return (
    <span className="ledger-label ledger-added">
      {ledger.merged === null ? null : `${t('ledger.merged', { name: ledger.merged })}, `}
      {t('ledger.added')} <SymbolText symbol={ledger.source} />
    </span>
  );
}

interface FractionProps {
  readonly top: MathSymbol | null;
  readonly bottom: MathSymbol;
  /** Lowered after the bottom: which of several inputs. */
  readonly index: number | null;
}

function Fraction({ top, bottom, index }: FractionProps) {
  return (
    <span className="fraction">
      <span>
        <i>∂</i>
        {top ? <SymbolText symbol={top} /> : <i>L</i>}
      </span>
      <span>
        <i>∂</i>
        <SymbolText symbol={bottom} />
        {index === null ? null : <sub>({index})</sub>}
      </span>
    </span>
  );
}
