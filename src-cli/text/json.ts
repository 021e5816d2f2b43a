import type { Tensor } from '#engine';

/** A number as JSON. What has no JSON form stands as a text: "NaN", "Infinity", "-Infinity". */
export function numberJson(value: number): string {
  if (!Number.isFinite(value)) return `"${value}"`;
  return Object.is(value, -0) ? '-0' : `${value}`;
}

/** Nested lists in the tensor's shape, a number for a scalar, `null` where there is none. */
export function tensorJson(tensor: Tensor | null): string {
  if (tensor === null) return 'null';
  const { shape, data } = tensor;
  if (shape.length === 0) return numberJson(data[0]!);
  let rows = Array.from(data, numberJson);
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const length = shape[axis]!;
    rows = Array.from(
      { length: rows.length / length },
      (_, row) => `[${rows.slice(row * length, (row + 1) * length).join(',')}]`,
    );
  }
  return rows[0]!;
}

/** An object whose members are JSON already, in the order given. */
export function objectJson(members: readonly (readonly [string, string])[]): string {
  return `{${members.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(',')}}`;
}

export function listJson(entries: readonly string[]): string {
  return `[${entries.join(',')}]`;
}
