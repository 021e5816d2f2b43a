import { useTranslation } from 'react-i18next';
import { applyChange } from '../../lesson-format/changes.ts';
import type { Tool } from '../../lesson-format/lesson.ts';
import { useStudio } from '../../stores/studio.ts';
import { useNodesById } from '../../stores/use-nodes.ts';
import { Segmented } from '../../ui/Segmented.tsx';

/** One of several functions for several gates at once. */
export function SwitchTool({ tool }: { readonly tool: Extract<Tool, { kind: 'switch' }> }) {
  const { t } = useTranslation('lessons');
  const { document } = useStudio();
  const nodes = useNodesById();
  const op = nodes.get(tool.nodes[0] ?? '')?.op ?? null;
  return (
    <div className="lesson-switch">
      <span>{tool.label}</span>
      <Segmented
        label={tool.label}
        value={op}
        options={tool.options.map((option) => ({ value: option.op, text: option.text }))}
        onChange={(next) =>
          document.edit(t('step.switch'), (before) =>
            applyChange(before, { op: Object.fromEntries(tool.nodes.map((id) => [id, next])) }),
          )
        }
      />
    </div>
  );
}
