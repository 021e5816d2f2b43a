import { MiniMap } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import type { FlowNode } from './flow-model.ts';

const classOf = (node: FlowNode) => {
  if (node.type !== 'gate') return 'minimap-frame';
  const { gate } = node.data;
  return gate.kind === 'group' ? 'minimap-merged' : gate.node.op === 'parameter' ? 'minimap-parameter' : 'minimap-gate';
};

/** The whole graph in a corner; dragging in it moves the view. */
export function CanvasMinimap() {
  const { t } = useTranslation('canvas');
  return (
    <MiniMap<FlowNode>
      className="minimap"
      ariaLabel={t('minimap.label')}
      nodeClassName={classOf}
      nodeBorderRadius={16}
      pannable
      zoomable
      position="bottom-right"
    />
  );
}
