import { type KeyboardEvent, useEffect, useId, useState } from 'react';

interface TextFieldProps {
  readonly label: string;
  /** What stands in the document. */
  readonly text: string;
  readonly placeholder?: string;
  /** One sentence about what it does. */
  readonly hint?: string;
  readonly code?: boolean;
  readonly multiline?: boolean;
  /** Label above the field, for longer texts. */
  readonly stacked?: boolean;
  /** Takes the text over, or says why not: the old value stays then. */
  readonly onCommit: (text: string) => string | null;
  /** Arrow keys: one notch up or down. */
  readonly onNotch?: (direction: 1 | -1, event: KeyboardEvent) => void;
}

/** A field that hands over what was typed on Enter and on leaving; Escape takes it back. */
export function TextField({
  label,
  text,
  placeholder,
  hint,
  code,
  multiline,
  stacked,
  onCommit,
  onNotch,
}: TextFieldProps) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another value in the document ends what was being typed
  useEffect(() => {
    setDraft(null);
    setRefusal(null);
  }, [text]);

  const commit = () => {
    if (draft === null) return;
    if (draft === text) {
      setDraft(null);
      setRefusal(null);
      return;
    }
    const why = onCommit(draft);
    setRefusal(why);
    if (why === null) setDraft(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !(multiline && event.shiftKey)) {
      event.preventDefault();
      commit();
    } else if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation();
      setDraft(null);
      setRefusal(null);
    } else if (onNotch && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      onNotch(event.key === 'ArrowUp' ? 1 : -1, event);
    }
  };
  const shared = {
    id,
    className: code ? 'text-field text-field-code' : 'text-field',
    value: draft ?? text,
    placeholder,
    spellCheck: false,
    autoComplete: 'off',
    'aria-invalid': refusal !== null,
    'aria-describedby': refusal === null ? undefined : `${id}-why`,
    onBlur: commit,
    onKeyDown,
  } as const;
  return (
    <div className={stacked ? 'field-row field-row-stacked' : 'field-row'}>
      <label htmlFor={id} title={hint}>
        {label}
      </label>
      {multiline ? (
        <textarea {...shared} rows={4} onChange={(event) => setDraft(event.target.value)} />
      ) : (
        <input {...shared} onChange={(event) => setDraft(event.target.value)} />
      )}
      {refusal !== null && (
        <p id={`${id}-why`} className="refusal" role="alert">
          {refusal}
        </p>
      )}
    </div>
  );
}
