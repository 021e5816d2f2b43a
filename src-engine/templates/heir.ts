/**
 * The name in a network of `to` layers of what is called `name` in one of `from`: hidden layers go on in order, the last
 * layer stays the last. `null` where there is none.
 */
export function networkHeir(name: string, from: number, to: number): string | null {
  const found = /^(.*?)(\d+)$/.exec(name);
  if (!found) return name;
  const layer = Number(found[2]);
  if (layer === from) return `${found[1]}${to}`;
  return layer < to ? name : null;
}
