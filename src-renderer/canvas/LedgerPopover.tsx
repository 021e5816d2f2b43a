import { type ReactFlowState, useStore as useFlowStore } from '@xyflow/react';
import { useContext, useLayoutEffect, useRef, useState } from 'react';
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
import { ObjectiveContext, useCanvas, useView } from './canvas-context.ts';
import type { FlowModel } from './flow-model.ts';
import { type Ledger, ledgerOf } from './ledger.ts';
import { placeLedger } from './ledger-place.ts';
import { type WirePlace, wirePlace } from './wire-ends.ts';

const camera = ({ transform, width, height }: ReactFlowState) => [...transform, width, height] as const;

/** The ledger of the wire that is hovered, or that the keyboard is at. */
export function LedgerPopover({ model }: { readonly model: FlowModel }) {
  const hovered = useSession(({ hoveredEdge }) => (hoveredEdge ? edgeKey(hoveredEdge.target, hoveredEdge.slot) : null));
  const focused = useView(({ cursor }) => (cursor?.kind === 'wire' ? cursor.key : null));
  const busy = useView(({ wiring, menu }) => wiring !== null || menu !== null);
  const key = hovered ?? focused;
  const place = key === null || busy ? null : wirePlace(model, key);
  return place ? <LedgerAt key={place.edge.id} place={place} model={model} /> : null;
}

function LedgerAt({ place, model }: { readonly place: WirePlace; readonly model: FlowModel }) {
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
    <div ref={element} className={`ledger is-${at.side}`} style={{ left: at.left, top: at.top }} role="tooltip">
      <LedgerText ledger={ledger} />
      <span className="ledger-stem" style={{ left: at.stem }} />
    </div>
  );
}

function LedgerText({ ledger }: { readonly ledger: Ledger }) {
  const { t } = useTranslation('canvas');
  const notation = useSettings((settings) => settings.notation);
  const objective = useContext(ObjectiveContext);
  const upstream = gradientOf(ledger.output, objective, notation);
  if (ledger.rule !== null) return <RuleText ledger={ledger} rule={ledger.rule} />;
  return (
    <div className="ledger-equation">
      <span className="ledger-local">
        <Fraction top={ledger.output} bottom={ledger.source} index={ledger.input} />
      </span>
      <span className="ledger-sign">×</span>
      <span className="ledger-upstream">
        {notation === 'leibniz' ? (
          <Fraction top={objective} bottom={ledger.output} index={null} />
        ) : (
          <DerivativeText derivative={upstream} />
        )}
      </span>
      <span className="ledger-sign">=</span>
      <Quantity of={ledger.local} className="ledger-number ledger-local" />
      <span className="ledger-sign">×</span>
      <Quantity of={ledger.upstream} className="ledger-number ledger-upstream" />
      <span className="ledger-sign">=</span>
      <Quantity of={ledger.contribution} className="ledger-number" signed bySign />
      <span className="ledger-label ledger-local">{t('ledger.local')}</span>
      <span />
      <span className="ledger-label ledger-upstream">{t('ledger.upstream')}</span>
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
