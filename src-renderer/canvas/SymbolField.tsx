import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCanvas } from './canvas-context.ts';

/** Renames a gate in place; empty takes its name away. */
export function SymbolField({ id, label }: { readonly id: string; readonly label: string }) {
  const { t } = useTranslation('canvas');
  const { actions, view } = useCanvas();
  const [draft, setDraft] = useState(label);
  const closed = useRef(false);
  const close = (keep: boolean, refocus: boolean) => {
    if (closed.current) return;
    closed.current = true;
    if (keep) actions.rename(id, draft.trim());
    view.setState({ editing: null });
    if (refocus) actions.focusCanvas();
  };
  return (
    <input
      className="symbol-field nodrag nopan"
      // biome-ignore lint/a11y/noAutofocus: the field opens on the user's request, where the name was
      autoFocus
      value={draft}
      maxLength={80}
      spellCheck={false}
      autoComplete="off"
      aria-label={t('rename.field')}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={() => close(true, false)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') close(true, true);
        else if (event.key === 'Escape') close(false, true);
      }}
    />
  );
}
