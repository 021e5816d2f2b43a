import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { edgeKey, findOp, type GraphNode, type OpDefinition, slotName } from '#engine';
import { gradientOf } from '../math/derivative.ts';
import { DerivativeText, SymbolText } from '../math/MathText.tsx';
import { symbolOf } from '../math/symbols.ts';
import { usePlayer, useSession, useSettings } from '../stores/hooks.ts';
import { OpGlyph } from '../ui/OpGlyph.tsx';
import { AskedPlace, useAsked } from './AskedPlace.tsx';
import { ObjectiveContext, useNumbers, useProblem, useView } from './canvas-context.ts';
import { currentNode } from './current.ts';
import { ForkTray } from './ForkTray.tsx';
import { gateElementId } from './flow-ids.ts';
import { GateProblem } from './GateProblem.tsx';
import type { GateData } from './gate-data.ts';
import { LeafValue } from './LeafValue.tsx';
import { NumberText, numberFace, numberKey } from './NumberText.tsx';
import { GrowPort, InputPort, OutputPort } from './Port.tsx';
import { SymbolField } from './SymbolField.tsx';
import { WrongTotal } from './WrongTotal.tsx';

interface OpGateProps {
  readonly data: GateData;
  readonly node: GraphNode;
  readonly selected: boolean;
}

/** Characters that fit into a row beside its label. */
const widthCh = (width: number) => Math.floor((width - 66) / 6.6);

export function OpGate({ data, node, selected }: OpGateProps) {
  const { t } = useTranslation('canvas');
  const op = findOp(node.op);
  const { geometry } = data;
  const hot = useSession(({ hoveredNode }) => hoveredNode === node.id);
  const marked = useSession(({ markedNodes }) => markedNodes.has(node.id));
  const current = useNumbers((shown) => currentNode(shown) === node.id);
  const breakpoint = usePlayer(({ breakpoints }) => breakpoints.has(node.id));
  const problem = useProblem(node.id);
  const cursor = useView(({ cursor: at }) => at?.kind === 'gate' && at.id === node.id);
  const onCycle = useView(({ refusal }) => refusal?.nodes.includes(node.id) === true);
  const failed = problem !== null && problem.code !== 'graph.empty-slot' && problem.code !== 'graph.upstream';
  const state = `${selected ? 'is-selected' : ''} ${hot ? 'is-hot' : ''} ${current ? 'is-current' : ''} ${
    cursor ? 'is-focused' : ''
  } ${failed ? 'is-failed' : ''} ${onCycle ? 'is-on-cycle' : ''} ${marked ? 'is-marked' : ''}`;
  return (
    <div id={gateElementId(node.id)} className={`gate ${op?.leaf === 'parameter' ? 'gate-parameter' : ''} ${state}`}>
      <div className="gate-header">
        {op ? <OpGlyph path={op.glyph} className="gate-glyph" /> : null}
        <span className="gate-name" title={op?.name ?? node.op}>
          {op?.name ?? node.op}
        </span>
        <GateSymbol node={node} />
      </div>
      {breakpoint ? (
        <span className="gate-breakpoint" title={t('breakpoint')} role="img" aria-label={t('breakpoint')} />
      ) : null}
      <dl className="gate-rows">
        <dt>{t('row.value')}</dt>
        <ValueRow node={node} leaf={op?.leaf !== undefined} width={geometry.width} />
        <GradientRow node={node} fixed={op?.leaf === 'constant'} width={geometry.width} />
      </dl>
      {geometry.inputs.map((y, slot) => (
        <InputPort
          key={y}
          port={slot}
          y={y}
          wire={data.filled[slot] ? edgeKey(node.id, slot) : null}
          name={op ? slotName(op.slots, slot) : `${slot}`}
        />
      ))}
      {data.grows ? <GrowPort y={geometry.height} title={t('port.grow')} /> : null}
      <OutputPort port={0} y={geometry.outputs[0]!} title={t('port.output')} />
      <GateProblem problem={problem} width={geometry.width} empty={emptySlots(data, op)} />
      {data.leaving > 1 ? <ForkTray node={node.id} side={data.tray} /> : null}
      <WrongTotal node={node.id} side={data.leaving > 1 && data.tray === 'below' ? 'above' : 'below'} />
    </div>
  );
}

function emptySlots({ filled }: GateData, op: OpDefinition | undefined): readonly string[] {
  return op ? filled.flatMap((taken, slot) => (taken ? [] : [slotName(op.slots, slot)])) : [];
}

function GateSymbol({ node }: { readonly node: GraphNode }) {
  const editing = useView(({ editing: open }) => open?.gate === node.id && open.field === 'symbol');
  if (editing) return <SymbolField id={node.id} label={node.label ?? ''} />;
  return (
    <span className="gate-symbol" data-rename={node.id} title={node.label ?? node.id}>
      <SymbolText symbol={symbolOf(node)} />
    </span>
  );
}

interface RowProps {
  readonly node: GraphNode;
  readonly width: number;
}

function ValueRow({ node, leaf, width }: RowProps & { readonly leaf: boolean }) {
  const face = numberFace(useNumbers((shown) => numberKey(shown.value(node.id), 'value', widthCh(width))));
  const moved = numberFace(useNumbers((shown) => numberKey(shown.updated(node.id), 'value', widthCh(width))));
  const asked = useAsked(node.id, 'value');
  return (
    <dd className={moved.tone === 'none' ? 'gate-value' : 'gate-value is-moved'}>
      {asked ? (
        <AskedPlace />
      ) : leaf ? (
        <LeafValue
          node={node}
          text={moved.tone === 'none' ? face.text : `${face.text} → ${moved.text}`}
          exact={moved.tone === 'none' ? face.exact : `${face.exact} → ${moved.exact}`}
        />
      ) : (
        <NumberText face={face} />
      )}
    </dd>
  );
}

function GradientRow({ node, fixed, width }: RowProps & { readonly fixed: boolean }) {
  const { t } = useTranslation('canvas');
  const notation = useSettings((settings) => settings.notation);
  const objective = useContext(ObjectiveContext);
  const face = numberFace(useNumbers((shown) => numberKey(shown.grad(node.id), 'gradient', widthCh(width))));
  const asked = useAsked(node.id, 'gradient');
  if (fixed)
    return (
      <>
        <dt>{t('row.gradient')}</dt>
        <dd className="tone-none">{t('row.fixed')}</dd>
      </>
    );
  return (
    <>
      <dt>
        <DerivativeText derivative={gradientOf(symbolOf(node), objective, notation)} />
      </dt>
      <dd className="gate-gradient">{asked ? <AskedPlace /> : <NumberText face={face} />}</dd>
    </>
  );
}
