import { Combine } from 'lucide-react';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { edgeKey } from '#engine';
import { gradientOf } from '../math/derivative.ts';
import { DerivativeText, SymbolText } from '../math/MathText.tsx';
import { symbolOf, symbolOfName } from '../math/symbols.ts';
import { useSession, useSettings } from '../stores/hooks.ts';
import { AskedPlace, useAsked } from './AskedPlace.tsx';
import { ObjectiveContext, useCanvas, useNumbers, useView } from './canvas-context.ts';
import { currentNode } from './current.ts';
import { ForkTray } from './ForkTray.tsx';
import { gateElementId } from './flow-ids.ts';
import type { GateData } from './gate-data.ts';
import { NumberText, numberFace, numberKey } from './NumberText.tsx';
import { PathBadge } from './PathBadge.tsx';
import { InputPort, OutputPort } from './Port.tsx';
import { SymbolField } from './SymbolField.tsx';
import type { VisibleGate } from './visible-graph.ts';
import { WrongTotal } from './WrongTotal.tsx';

interface MergedGateProps {
  readonly data: GateData;
  readonly gate: Extract<VisibleGate, { kind: 'group' }>;
  readonly selected: boolean;
}

/** Many gates drawn as one: what enters, what leaves, and the number of gates inside. */
export function MergedGate({ data, gate, selected }: MergedGateProps) {
  const { t } = useTranslation('canvas');
  const { actions } = useCanvas();
  const { geometry } = data;
  const hot = useSession(({ hoveredNode }) => hoveredNode === gate.id);
  const marked = useSession(({ markedNodes }) => markedNodes.has(gate.id));
  const current = useNumbers((shown) => {
    const node = currentNode(shown);
    return node !== null && gate.members.some(({ id }) => id === node);
  });
  const cursor = useView(({ cursor: at }) => at?.kind === 'gate' && at.id === gate.id);
  const near = useView(({ detail }) => detail !== 'box');
  const renaming = useView(({ editing }) => editing?.gate === gate.id && editing.field === 'symbol');
  const name = gate.group.label ?? gate.group.id;
  const output = gate.outputs.length === 1 ? gate.members.find(({ id }) => id === gate.outputs[0]) : undefined;
  const state = `${selected ? 'is-selected' : ''} ${hot ? 'is-hot' : ''} ${current ? 'is-current' : ''} ${cursor ? 'is-focused' : ''} ${marked ? 'is-marked' : ''}`;
  return (
    <div id={gateElementId(gate.id)} className={`gate gate-merged ${state}`}>
      <div className="gate-header">
        <button
          type="button"
          tabIndex={-1}
          className="gate-open nodrag"
          title={t('merged.open', { count: gate.members.length })}
          aria-label={t('merged.open', { count: gate.members.length })}
          onClick={() => actions.toggleGroup(gate.id)}
        >
          <Combine size={16} strokeWidth={1.5} aria-hidden="true" />
        </button>
        {renaming ? (
          <SymbolField id={gate.id} label={name} />
        ) : (
          <span className="gate-name" data-rename={gate.id} title={name}>
            {name}
          </span>
        )}
        {output ? (
          <span className="gate-symbol">
            <SymbolText symbol={symbolOf(output)} />
          </span>
        ) : null}
      </div>
      {output ? <OutputRows node={output.id} symbolText={output.label ?? output.id} width={geometry.width} /> : null}
      {near ? <PathBadge gate={gate} /> : null}
      {gate.inputs.map((input, port) => (
        <InputPort
          key={edgeKey(input.target, input.slot)}
          port={port}
          y={geometry.inputs[port]!}
          wire={edgeKey(input.target, input.slot)}
          name={t('merged.input', { node: input.target })}
        />
      ))}
      {gate.outputs.map((id, port) => (
        <OutputPort key={id} port={port} y={geometry.outputs[port]!} title={id} />
      ))}
      {output && data.leaving > 1 ? <ForkTray node={output.id} side={data.tray} /> : null}
      {output ? (
        <WrongTotal node={output.id} side={data.leaving > 1 && data.tray === 'below' ? 'above' : 'below'} />
      ) : null}
    </div>
  );
}

interface OutputRowsProps {
  readonly node: string;
  readonly symbolText: string;
  readonly width: number;
}

function OutputRows({ node, symbolText, width }: OutputRowsProps) {
  const { t } = useTranslation('canvas');
  const notation = useSettings((settings) => settings.notation);
  const objective = useContext(ObjectiveContext);
  const room = Math.floor((width - 66) / 6.6);
  const [value = '', grad = ''] = useNumbers((shown) => [
    numberKey(shown.value(node), 'value', room),
    numberKey(shown.grad(node), 'gradient', room),
  ]);
  const valueAsked = useAsked(node, 'value');
  const gradAsked = useAsked(node, 'gradient');
  return (
    <dl className="gate-rows">
      <dt>{t('row.value')}</dt>
      <dd className="gate-value">{valueAsked ? <AskedPlace /> : <NumberText face={numberFace(value)} />}</dd>
      <dt>
        <DerivativeText derivative={gradientOf(symbolOfName(symbolText), objective, notation)} />
      </dt>
      <dd className="gate-gradient">{gradAsked ? <AskedPlace /> : <NumberText face={numberFace(grad)} />}</dd>
    </dl>
  );
}
