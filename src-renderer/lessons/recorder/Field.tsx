import { useId } from 'react';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function Line({ label, value, onChange }: FieldProps) {
  const id = useId();
  return (
    <p className="recorder-field">
      <label htmlFor={id}>{label}</label>
      <input id={id} value={value} maxLength={2000} onChange={(event) => onChange(event.currentTarget.value)} />
    </p>
  );
}

/** Several lines; `code` for expressions. */
export function Area({ label, value, onChange }: FieldProps) {
  const id = useId();
  return (
    <p className="recorder-field">
      <label htmlFor={id}>{label}</label>
      <textarea id={id} rows={4} value={value} onChange={(event) => onChange(event.currentTarget.value)} />
    </p>
  );
}
