import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import { classes } from './Button.tsx';

export interface DialogProps {
  readonly title: string;
  /** Hides the title from sight where a field stands in its place; it is still read aloud. */
  readonly titleHidden?: boolean;
  readonly wide?: boolean;
  readonly onClose: () => void;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** Stands in front of the window until answered; Escape and a click outside close it, and the focus returns. */
export function Dialog({ title, titleHidden, wide, onClose, actions, children }: DialogProps) {
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="dialog-layer" />
        <Base.Popup className={classes('dialog', wide && 'wide')}>
          {titleHidden ? (
            <Base.Title className="visually-hidden">{title}</Base.Title>
          ) : (
            <div className="dialog-body scrolls">
              <Base.Title className="dialog-title">{title}</Base.Title>
              {children}
            </div>
          )}
          {titleHidden && children}
          {actions && <div className="dialog-actions">{actions}</div>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
