import { Menu as Base } from '@base-ui/react/menu';
import { ChevronRight } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Shortcut } from './Shortcut.tsx';

export interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement<Record<string, unknown>>;
  readonly children: ReactNode;
  readonly onOpenChange?: (open: boolean) => void;
}

export function Menu({ trigger, children, onOpenChange }: MenuProps) {
  return (
    <Base.Root modal={false} {...(onOpenChange && { onOpenChange: (open: boolean) => onOpenChange(open) })}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="popup-layer" sideOffset={4} align="start">
          <Base.Popup className="menu scrolls">{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export interface MenuItemProps {
  readonly text: string;
  readonly onSelect: () => void;
  readonly shortcut?: string | undefined;
  readonly icon?: ReactNode;
  /** Why it cannot be chosen now. */
  readonly unavailable?: string | null | undefined;
}

export function MenuItem({ text, onSelect, shortcut, icon, unavailable }: MenuItemProps) {
  return (
    <Base.Item
      className="menu-item"
      disabled={Boolean(unavailable)}
      onClick={onSelect}
      title={unavailable ?? undefined}
    >
      {icon}
      <span className="name">{text}</span>
      {shortcut && <Shortcut keys={shortcut} />}
    </Base.Item>
  );
}

export function SubMenu({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  return (
    <Base.SubmenuRoot>
      <Base.SubmenuTrigger className="menu-item">
        <span className="name">{text}</span>
        <ChevronRight className="icon trailing" aria-hidden />
      </Base.SubmenuTrigger>
      <Base.Portal>
        <Base.Positioner className="popup-layer" sideOffset={4} alignOffset={-4}>
          <Base.Popup className="menu scrolls">{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.SubmenuRoot>
  );
}

export function MenuGroup({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Base.Group>
      <Base.GroupLabel className="menu-label">{label}</Base.GroupLabel>
      {children}
    </Base.Group>
  );
}

export function MenuLine() {
  return <Base.Separator className="menu-line" />;
}
