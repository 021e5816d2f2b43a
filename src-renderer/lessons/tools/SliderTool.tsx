import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type ChainruleDocument, setAttribute } from '#engine';
import type { Tool } from '../../lesson-format/lesson.ts';
import { formatNumber } from '../../math/format-number.ts';
import { SymbolText } from '../../math/MathText.tsx';
import { symbolOf } from '../../math/symbols.ts';
import type { Gesture } from '../../stores/document-store.ts';
import { useStudio } from '../../stores/studio.ts';
import { useNodesById } from '../../stores/use-nodes.ts';

/** Moves a leaf's value; one drag is one entry of the history. */
export function SliderTool({ tool }: { readonly tool: Extract<Tool, { kind: 'slider' }> }) {
  const { t } = useTranslation('lessons');
  const { document } = useStudio();
  const node = useNodesById().get(tool.node);
  const gesture = useRef<Gesture | null>(null);
  const value = node?.attrs['value'];
  if (!node || typeof value !== 'number') return null;
  const symbol = symbolOf(node);
  const label = t('step.slide', { node: symbol.text });
  const move = (next: number) => {
    const change = (before: ChainruleDocument) => setAttribute(before, node.id, 'value', next);
    if (gesture.current) gesture.current.update(change);
    else document.edit(label, change, { merge: `slide:${node.id}` });
  };
  const end = () => {
    gesture.current?.commit();
    gesture.current = null;
  };
  return (
    <label className="lesson-slider">
      <span className="lesson-slider-name">
        <SymbolText symbol={symbol} />
      </span>
      <input
        type="range"
        min={tool.from}
        max={tool.to}
        step={tool.by}
        value={value}
        aria-label={t('tool.slider', { node: symbol.text })}
        aria-valuetext={formatNumber(value)}
        onPointerDown={() => {
          gesture.current = document.begin(label);
        }}
        onPointerUp={end}
        onPointerCancel={end}
        onChange={(event) => move(Number(event.currentTarget.value))}
      />
      <output className="num">{formatNumber(value)}</output>
    </label>
  );
}
