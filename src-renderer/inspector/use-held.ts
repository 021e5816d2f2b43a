import { useEffect, useRef } from 'react';

/** The value, or while it is not known and `held` the last one that was: what is being dragged does not vanish. */
export function useHeld<T>(value: T | null, held: boolean): T | null {
  const last = useRef<T | null>(null);
  useEffect(() => {
    if (value !== null) last.current = value;
  });
  return value ?? (held ? last.current : null);
}
