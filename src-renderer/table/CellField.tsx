import { useId, useRef, useState } from 'react';

interface CellFieldProps {
  readonly label: string;
  readonly text: string;
  readonly code?: boolean;
  /** Takes the text over, or says why not: the field stays open then. */
  readonly onCommit: (text: string) => string | null;
  /** `refocus`: the cell gets the keyboard back. */
  readonly onClose: (refocus: boolean) => void;
}

/** A cell while it is edited: Enter keeps, Escape gives up, leaving keeps what can be kept. */
export function CellField({ label, text, code, onCommit, onClose }: CellFieldProps) {
  const why = useId();
  const [draft, setDraft] = useState(text);
  const [refusal, setRefusal] = useState<string | null>(null);
  const closed = useRef(false);
  const close = (refocus: boolean) => {
    if (closed.current) return;
    closed.current = true;
    onClose(refocus);
  };
  const commit = (refocus: boolean) => {
    if (closed.current) return;
    const refused = draft === text ? null : onCommit(draft);
    if (refused === null || !refocus) close(refocus);
    else setRefusal(refused);
  };
  return (
    <span className="cell-field">
      <input
        // biome-ignore lint/a11y/noAutofocus: the field opens on the user's request, in the cell that had the keyboard
        autoFocus
        className={code ? 'cell-code' : undefined}
        aria-label={label}
        aria-invalid={refusal !== null}
        aria-describedby={refusal === null ? undefined : why}
        spellCheck={false}
        autoComplete="off"
        value={draft}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          setDraft(event.currentTarget.value);
          setRefusal(null);
        }}
        onBlur={() => commit(false)}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') commit(true);
          else if (event.key === 'Escape') close(true);
        }}
      />
      {refusal !== null && (
        <span id={why} role="alert" className="cell-refusal">
          {refusal}
        </span>
      )}
    </span>
  );
}
