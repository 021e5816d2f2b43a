import type { NodeProps } from '@xyflow/react';
import { Minimize2 } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCanvas, useView } from './canvas-context.ts';
import type { FrameFlowNode } from './flow-types.ts';
import { SymbolField } from './SymbolField.tsx';

/** An open merged gate: an outline around what is inside. Its label moves everything. */
export const FrameNode = memo(function FrameNode({ data, selected }: NodeProps<FrameFlowNode>) {
  const { t } = useTranslation('canvas');
  const { actions } = useCanvas();
  const { group } = data.frame;
  const name = group.label ?? group.id;
  const renaming = useView(({ editing }) => editing?.gate === group.id && editing.field === 'symbol');
  return (
    <div className={`frame ${selected ? 'is-selected' : ''}`}>
      <div className="frame-label">
        {renaming ? (
          <SymbolField id={group.id} label={name} />
        ) : (
          <span className="frame-name" data-rename={group.id}>
            {name}
          </span>
        )}
        <button
          type="button"
          tabIndex={-1}
          className="frame-close nodrag"
          title={t('merged.close')}
          aria-label={t('merged.closeNamed', { name })}
          onClick={() => actions.toggleGroup(group.id)}
        >
          <Minimize2 size={14} strokeWidth={1.5} aria-hidden="true" />
        </button>
      </div>
    </div>
  );
});
