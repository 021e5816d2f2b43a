/** How many numbers each command of an SVG path takes. */
const takes: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 };

interface PathExtent {
  /** Whether every character belongs to a command with as many numbers as it takes. */
  readonly wellFormed: boolean;
  /** Whether the pen stays on the 16 × 16 grid. */
  readonly inside: boolean;
  /** Whether anything but the pen's place is set. */
  readonly draws: boolean;
}

/** Follows the pen along the data of an SVG path. */
export function pathExtent(path: string): PathExtent {
  const parts = path.match(/[a-zA-Z]|-?(?:\d+\.?\d*|\.\d+)/g) ?? [];
  const bare = (text: string) => text.replace(/[\s,]/g, '');
  let wellFormed = bare(parts.join('')) === bare(path) && /^m/i.test(path);
  let inside = true;
  let draws = false;
  let [x, y, startX, startY] = [0, 0, 0, 0];
  let letter = '';
  for (let at = 0; at < parts.length; ) {
    if (/[a-zA-Z]/.test(parts[at]!)) letter = parts[at++]!;
    const lower = letter.toLowerCase();
    const count = takes[lower];
    const numbers = parts.slice(at, at + (count ?? 0)).map(Number);
    if (count === undefined || numbers.length < count || !numbers.every(Number.isFinite)) {
      return { wellFormed: false, inside, draws };
    }
    at += count;
    const [fromX, fromY] = letter === lower ? [x, y] : [0, 0];
    if (lower === 'h') {
      x = fromX + numbers[0]!;
    } else if (lower === 'v') {
      y = fromY + numbers[0]!;
    } else if (lower === 'z') {
      [x, y] = [startX, startY];
      wellFormed &&= at === parts.length || /[a-zA-Z]/.test(parts[at]!);
    } else {
      x = fromX + numbers[count - 2]!;
      y = fromY + numbers[count - 1]!;
    }
    if (lower === 'm') {
      [startX, startY] = [x, y];
      letter = letter === 'm' ? 'l' : 'L'; // further pairs are lines
    } else {
      draws = true;
    }
    inside &&= x >= 0 && x <= 16 && y >= 0 && y <= 16;
  }
  return { wellFormed, inside, draws };
}
