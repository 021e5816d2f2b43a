import { ContextMenu as Base } from '@base-ui/react/context-menu';
import type { ReactElement, ReactNode } from 'react';

export interface ContextMenuProps {
  /** The element that is clicked with the second button. */
  readonly target: ReactElement<Record<string, unknown>>;
  readonly children: ReactNode;
  readonly onOpenChange?: (open: boolean) => void;
}

/** Filled with `MenuItem`, `MenuGroup`, `MenuLine`, `SubMenu`. */
export function ContextMenu({ target, children, onOpenChange }: ContextMenuProps) {
  return (
    <Base.Root {...(onOpenChange && { onOpenChange: (open: boolean) => onOpenChange(open) })}>
      <Base.Trigger render={target} />
      <Base.Portal>
        <Base.Positioner className="popup-layer">
          <Base.Popup className="menu scrolls">{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
