/**
 * Remembers what `build` makes of a key for as long as the key lives. For what follows from shapes and settings alone:
 * an op's call is bound once and run many times, and its index tables are made at the first run.
 */
export function memo<K extends object, T>(build: (key: K) => T): (key: K) => T {
  const made = new WeakMap<K, T>();
  return (key) => {
    let value = made.get(key);
    if (value === undefined) {
      value = build(key);
      made.set(key, value);
    }
    return value;
  };
}
