import type { ComponentProps, ReactElement } from 'react';
import { Tooltip } from './Tooltip.tsx';

export interface ButtonProps extends ComponentProps<'button'> {
  /** `fill` for the one main action, `line` for a choice beside it, `plain` elsewhere. */
  readonly look?: 'plain' | 'line' | 'fill';
}

export function Button({ look = 'plain', className, ...rest }: ButtonProps) {
  return <button type="button" className={classes('button', look !== 'plain' && look, className)} {...rest} />;
}

export interface IconButtonProps extends Omit<ButtonProps, 'children'> {
  /** What it does: its name for people who hear it, and the tooltip. */
  readonly label: string;
  readonly icon: ReactElement;
  /** As in a command's `keys`. */
  readonly shortcut?: string | undefined;
  /** Why it cannot be used now. The button stays in reach, so that the sentence can be read. */
  readonly unavailable?: string | null | undefined;
  readonly large?: boolean;
}

export function IconButton({
  label,
  icon,
  shortcut,
  unavailable,
  large,
  look = 'plain',
  className,
  onClick,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={unavailable ? `${label}. ${unavailable}` : label} shortcut={shortcut}>
      <button
        type="button"
        aria-label={label}
        aria-disabled={unavailable ? true : undefined}
        className={classes('button icon-only', look !== 'plain' && look, large && 'large', className)}
        onClick={unavailable ? undefined : onClick}
        {...rest}
      >
        {icon}
      </button>
    </Tooltip>
  );
}

/** Class names that apply, in one string. */
export function classes(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
