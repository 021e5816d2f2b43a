import { Popover } from '@base-ui/react/popover';
import { Minus, Plus } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { findOp } from '#engine';
import { symbolOf } from '../math/symbols.ts';
import { useDocument } from '../stores/hooks.ts';
import { opNameById } from '../texts/engine-texts.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import type { Row } from './rows.ts';
import type { TableEdits } from './table-edits.ts';

interface InputsEditorProps {
  readonly row: Row;
  readonly edits: TableEdits;
  readonly anchor: Element | null;
  readonly onClose: () => void;
}

/** What each input of a node reads, chosen from the nodes that may be read. */
export function InputsEditor({ row, edits, anchor, onClose }: InputsEditorProps) {
  const { t } = useTranslation('table');
  const nodes = useDocument((state) => state.document.nodes);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what may be read follows from the nodes
  const allowed = useMemo(() => edits.sources(row), [edits, row, nodes]);
  const counts = findOp(row.node.op)?.slots.counts;
  const grows = counts !== undefined && 'atLeast' in counts ? counts : null;
  return (
    <Popover.Root open onOpenChange={(open) => !open && onClose()}>
      <Popover.Portal>
        <Popover.Positioner className="popup-layer" anchor={anchor} side="bottom" align="start" sideOffset={4}>
          <Popover.Popup className="menu inputs-editor" finalFocus={false}>
            <Popover.Title className="menu-label">{t('inputs.title', { name: row.name })}</Popover.Title>
            {row.inputs.map(({ slot }, index) => (
              <div
                // biome-ignore lint/suspicious/noArrayIndexKey: a slot is its place
                key={index}
                className="inputs-editor-line"
              >
                <span aria-hidden className="inputs-editor-slot">
                  {slot}
                </span>
                <select
                  aria-label={t('input.slot', { slot, name: row.name })}
                  value={row.node.inputs[index] ?? ''}
                  onChange={(event) => edits.setInput(row, index, event.currentTarget.value || null)}
                >
                  <option value="">{t('input.empty')}</option>
                  {nodes.map((node) =>
                    allowed.has(node.id) || node.id === row.node.inputs[index] ? (
                      <option key={node.id} value={node.id}>
                        {optionText(t, node)}
                      </option>
                    ) : null,
                  )}
                </select>
                {grows && row.inputs.length > grows.atLeast && (
                  <IconButton
                    label={t('input.remove')}
                    icon={<Minus className="icon" />}
                    onClick={() => edits.removeInput(row, index)}
                  />
                )}
              </div>
            ))}
            <div className="inputs-editor-actions">
              {grows && (
                <Button onClick={() => edits.addInput(row)}>
                  <Plus className="icon" aria-hidden />
                  {t('input.add')}
                </Button>
              )}
              <span className="grow" />
              <Button look="line" onClick={onClose}>
                {t('inputs.done')}
              </Button>
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function optionText(t: Parameters<typeof opNameById>[0], node: Parameters<typeof symbolOf>[0]): string {
  const { text } = symbolOf(node);
  return `${text} – ${opNameById(t, node.op)}`;
}
