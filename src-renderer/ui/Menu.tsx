import { Menu as Base } from '@base-ui/react/menu';
import { Check, ChevronRight } from 'lucide-react';
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

export interface MenuSwitchProps extends Omit<MenuItemProps, 'icon'> {
  readonly on: boolean;
}

/** An item that is on or off. */
export function MenuSwitch({ text, on, onSelect, shortcut, unavailable }: MenuSwitchProps) {
  return (
    <Base.CheckboxItem
      className="menu-item"
      checked={on}
      disabled={Boolean(unavailable)}
      closeOnClick
      onCheckedChange={onSelect}
      title={unavailable ?? undefined}
    >
      <span className="menu-check">{on && <Check className="icon" aria-hidden />}</span>
      <span className="name">{text}</span>
      {shortcut && <Shortcut keys={shortcut} />}
    </Base.CheckboxItem>
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

interface MenuChoiceProps<T> {
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly text: string }[];
  readonly onChange: (value: T) => void;
}

/** One of a few; the menu stays open, so that the choice is seen. */
export function MenuChoice<T extends string | number>({ value, options, onChange }: MenuChoiceProps<T>) {
  return (
    <Base.RadioGroup value={value} onValueChange={onChange}>
      {options.map((option) => (
        <Base.RadioItem key={option.value} value={option.value} className="menu-item">
          <span className="name">{option.text}</span>
          <Base.RadioItemIndicator className="trailing">
            <Check className="icon" aria-hidden />
          </Base.RadioItemIndicator>
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
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
