import type { GraphNode } from '#engine';

/** A derivative that needs no path: what is left of the product once the function is recognised. */
export interface ClosedForm {
  readonly latex: string;
  readonly value: number;
}

/** Numbers that a closed form is made from. */
interface Numbers {
  /** The gate's output. */
  readonly y: number;
  /** Values read from outside, in the order they are met. */
  readonly x: readonly number[];
}

interface Known {
  /** Shapes of the function, as `shapeOf` writes them. */
  readonly shapes: readonly string[];
  /** One for each input from outside. */
  readonly locals: readonly {
    readonly latex: string;
    readonly of: (numbers: Numbers) => number;
  }[];
}

const KNOWN: readonly Known[] = [
  {
    shapes: ['reciprocal(add(1,exp(neg(x0))))', 'div(exp(x0),add(1,exp(x0)))'],
    locals: [{ latex: '(1 - \\sigma)\\,\\sigma', of: ({ y }) => (1 - y) * y }],
  },
  {
    shapes: ['div(sub(exp(x0),exp(neg(x0))),add(exp(neg(x0)),exp(x0)))'],
    locals: [{ latex: '1 - \\tanh^2', of: ({ y }) => 1 - y * y }],
  },
  {
    shapes: ['log(add(1,exp(x0)))', 'log1p(exp(x0))'],
    locals: [{ latex: '\\sigma(x)', of: ({ x: [x = Number.NaN] }) => 1 / (1 + Math.exp(-x)) }],
  },
  {
    shapes: ['square(sub(x0,x1))', 'mul(sub(x0,x1),sub(x0,x1))'],
    locals: [
      { latex: '2\\,(a - b)', of: ({ x: [a = Number.NaN, b = Number.NaN] }) => 2 * (a - b) },
      { latex: '-2\\,(a - b)', of: ({ x: [a = Number.NaN, b = Number.NaN] }) => -2 * (a - b) },
    ],
  },
];

const MOST_MEMBERS = 16;
const LONGEST_SHAPE = 400;
const AGREES = 1e-9;

/**
 * The closed form of ∂output/∂`by` of a merged gate, when both its structure and the numbers agree with a known
 * function; `null` otherwise. `numberOf` gives a node's number, `local` is the derivative found along the paths.
 */
export function closedForm(
  members: readonly GraphNode[],
  output: string,
  by: GraphNode,
  outside: (id: string) => GraphNode | undefined,
  numberOf: (id: string) => number | null,
  local: number,
): ClosedForm | null {
  const shape = shapeOf(members, output, outside);
  const known = shape && KNOWN.find(({ shapes }) => shapes.includes(shape.text));
  const form = known?.locals[shape?.inputs.indexOf(by.id) ?? -1];
  const y = numberOf(output);
  const x = shape?.inputs.map((id) => numberOf(id) ?? Number.NaN) ?? [];
  if (!form || y === null) return null;
  const value = form.of({ y, x });
  return Math.abs(value - local) <= AGREES * Math.max(1, Math.abs(local)) ? { latex: form.latex, value } : null;
}

/** The function as one text: ops with their inputs, constants as numbers, inputs from outside as x0, x1, …; sums sorted. */
function shapeOf(members: readonly GraphNode[], output: string, outside: (id: string) => GraphNode | undefined) {
  if (members.length > MOST_MEMBERS) return null;
  const inside = new Map(members.map((node) => [node.id, node]));
  const texts = new Map<string, string>();
  const inputs: string[] = [];
  const write = (id: string): string => {
    const known = texts.get(id);
    if (known !== undefined) return known;
    const node = inside.get(id) ?? outside(id);
    let text: string;
    if (node?.op === 'constant' && typeof node.attrs['value'] === 'number') text = `${node.attrs['value']}`;
    else if (!inside.has(id) || !node) {
      text = `x${inputs.length}`;
      inputs.push(id);
    } else {
      const read = node.inputs.map((input) => (input === null ? '?' : write(input)));
      const ordered = node.op === 'add' || node.op === 'mul' ? read.toSorted() : read;
      text = node.op === 'div' && ordered[0] === '1' ? `reciprocal(${ordered[1]})` : `${node.op}(${ordered.join(',')})`;
    }
    texts.set(id, text.slice(0, LONGEST_SHAPE));
    return texts.get(id)!;
  };
  return { text: write(output), inputs };
}
