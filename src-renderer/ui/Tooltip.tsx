import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement } from 'react';
import { Shortcut } from './Shortcut.tsx';

export interface TooltipProps {
  readonly text: string;
  readonly shortcut?: string | undefined;
  readonly side?: 'top' | 'bottom' | 'left' | 'right';
  /** The one element it explains. */
  readonly children: ReactElement<Record<string, unknown>>;
}

/** Says what an element does, on hover and on keyboard focus; Escape dismisses it. */
export function Tooltip({ text, shortcut, side = 'bottom', children }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner className="popup-layer" side={side} sideOffset={6}>
          <Base.Popup className="tooltip">
            <span>{text}</span>
            {shortcut && <Shortcut keys={shortcut} />}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
