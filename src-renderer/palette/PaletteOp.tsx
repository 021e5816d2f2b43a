import { Tooltip } from '@base-ui/react/tooltip';
import { type DragEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type OpDefinition, slotCount, slotName } from '#engine';
import { OP_MIME } from '../commands/insert.ts';
import { Formula } from '../math/Formula.tsx';
import { symbolOfName } from '../math/symbols.ts';
import { intuition, opName } from '../texts/engine-texts.ts';
import { OpGlyph } from '../ui/OpGlyph.tsx';
import { isTemplate, type PaletteItem } from './palette-order.ts';

/** Longer names take both columns; those of templates have the wider letters. */
const LONGEST_SHORT_NAME = { op: 11, template: 9 };

interface PaletteOpProps {
  readonly id: string;
  readonly op: PaletteItem;
  readonly active: boolean;
  readonly onAdd: () => void;
}

/** One op: press it to add it, or drag it to its place. Its formula and what it does to a gradient on hover. */
export function PaletteOp({ id, op, active, onAdd }: PaletteOpProps) {
  const onDragStart = (event: DragEvent) => {
    event.dataTransfer.setData(OP_MIME, op.id);
    event.dataTransfer.effectAllowed = 'copy';
    const tile = event.currentTarget.querySelector('.glyph-tile');
    if (tile) event.dataTransfer.setDragImage(tile, 12, 12);
  };
  const element = useRef<HTMLDivElement>(null);
  const { t } = useTranslation('palette');
  const name = opName(t, op);
  const { lead, more } = intuition(t, op);
  const wide = name.length > LONGEST_SHORT_NAME[isTemplate(op) ? 'template' : 'op'];
  return (
    <Tooltip.Root>
      <Tooltip.Trigger
        delay={600}
        render={
          // biome-ignore lint/a11y/useFocusableInteractive: the search field keeps the focus and names the active option
          // biome-ignore lint/a11y/useKeyWithClickEvents: the search field handles the keys
          <div
            ref={element}
            id={id}
            role="option"
            aria-selected={active}
            className={`palette-op ${wide ? 'palette-wide' : ''}`}
            draggable
            onDragStart={onDragStart}
            onClick={onAdd}
          />
        }
      >
        <span className="glyph-tile">
          <OpGlyph path={op.glyph} />
        </span>
        <span className="palette-name">{name}</span>
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Positioner className="popup-layer" side="right" sideOffset={8} anchor={beside(element)}>
          <Tooltip.Popup className="palette-card">
            {!isTemplate(op) && <OpFormula op={op} />}
            <p>
              <b>{lead}</b> {more}
            </p>
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}

/** The op's row over the whole width of the palette, so that its card does not cover the next column. */
function beside(element: { readonly current: HTMLElement | null }) {
  return {
    getBoundingClientRect() {
      const row = element.current?.getBoundingClientRect() ?? new DOMRect();
      const palette = element.current?.closest('.palette')?.getBoundingClientRect() ?? row;
      return new DOMRect(palette.left, row.top, palette.width, row.height);
    },
  };
}

function OpFormula({ op }: { readonly op: OpDefinition }) {
  if (op.leaf) return null;
  const x = Array.from({ length: slotCount(op.slots, 0) }, (_, slot) => symbolOfName(slotName(op.slots, slot)).latex);
  const attrs = Object.fromEntries(Object.entries(op.attrs).map(([key, rule]) => [key, rule.default]));
  return (
    <div className="palette-formula">
      <Formula latex={`y = ${op.latex.forward(x, attrs)}`} />
    </div>
  );
}
