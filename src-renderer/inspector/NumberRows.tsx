import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GraphNode, OpDefinition, Tensor } from '#engine';
import { type Derivative, gradientOf } from '../math/derivative.ts';
import { shapeSizes } from '../math/format-number.ts';
import { RichText } from '../math/RichText.tsx';
import { plainSentence, type RichPart } from '../math/rich-text.ts';
import { symbolOf } from '../math/symbols.ts';
import { useSettings, useShownNumbers } from '../stores/hooks.ts';
import { useNodesById } from '../stores/use-nodes.ts';
import { CopyNumber } from './CopyNumber.tsx';
import { ExpandButton } from './ExpandButton.tsx';
import { TensorGrid } from './TensorGrid.tsx';
import { symbolPart, useSay } from './words.ts';

/** The node's value and its total gradient. */
export function NumberRows({ node, op }: { readonly node: GraphNode; readonly op: OpDefinition | undefined }) {
  const { t } = useTranslation('inspector');
  const say = useSay();
  const shown = useShownNumbers();
  const derivative = useGradient(node);
  const value = shown.value(node.id);
  const dx: RichPart = { kind: 'derivative', derivative, node: node.id };
  return (
    <section className="panel-section" aria-label={t('numbers.label')}>
      <div className="rows">
        <NumberRow name={say('numbers.value', { x: symbolPart(node) })} tensor={value} />
        {op?.leaf === 'constant' ? (
          <div className="row">
            <span>{<RichText parts={say('numbers.gradient', { dx: '' })} />}</span>
            <span className="dim">{t('numbers.fixed')}</span>
          </div>
        ) : (
          <NumberRow name={say('numbers.gradient', { dx })} tensor={shown.grad(node.id)} signed />
        )}
        {value && value.shape.length > 0 && (
          <div className="row">
            <span>{t('numbers.shape')}</span>
            <span>{t('numbers.count', { shape: shapeSizes(value.shape), count: value.data.length })}</span>
          </div>
        )}
      </div>
    </section>
  );
}

/** ∂L/∂x of a node in the notation chosen. */
export function useGradient(node: GraphNode): Derivative {
  const shown = useShownNumbers();
  const nodes = useNodesById();
  const notation = useSettings((state) => state.notation);
  const objective = nodes.get(shown.result?.objective ?? '');
  return gradientOf(symbolOf(node), objective ? symbolOf(objective) : null, notation);
}

interface NumberRowProps {
  readonly name: readonly RichPart[];
  readonly tensor: Tensor | null;
  readonly signed?: boolean;
  readonly className?: string;
}

/** A name with its number; a tensor opens to a grid. */
export function NumberRow({ name, tensor, signed = false, className }: NumberRowProps) {
  const [open, setOpen] = useState(false);
  const expandable = tensor !== null && tensor.data.length > 1;
  return (
    <>
      <div className="row">
        <span>
          <RichText parts={name} />
        </span>
        <span className="row-number">
          <CopyNumber of={tensor} bySign={signed} signed={signed} {...(className && { className })} />
          {expandable && <ExpandButton name={plainSentence(name)} open={open} onToggle={() => setOpen(!open)} />}
        </span>
      </div>
      {open && expandable && <TensorGrid tensor={tensor} signed={signed} name={plainSentence(name)} />}
    </>
  );
}
