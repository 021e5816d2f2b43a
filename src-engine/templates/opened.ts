import { defineTemplate, type TemplateDefinition } from './define.ts';
import { type Cell, createPart, exampleValues, type PartBuilder } from './part.ts';

interface Tools {
  /** As a part's own, inside the group. */
  gate(name: string, op: string, inputs: readonly string[], look: Cell & { readonly label?: string }): string;
  /** The constant 1. */
  one(cell: Cell): string;
}

type Stated = Pick<TemplateDefinition, 'id' | 'name' | 'aliases' | 'glyph' | 'intuition' | 'source'>;

interface Opened extends Stated {
  readonly symbol: string;
  /** Adds the gates behind x and returns the last. */
  build(tools: Tools, x: string): string;
}

/** A function of one number (or of each entry of a tensor), made of elementary gates. */
export function opened({ symbol, build, ...rest }: Opened): TemplateDefinition {
  return defineTemplate({
    ...rest,
    category: 'layers',
    options: {},
    counts: () => ({ parameters: 0, connections: 0 }),
    lead: () => [],
    build(_options, { lead }) {
      const part: PartBuilder = createPart();
      const x = part.leaf('x', 'input', exampleValues(lead), { column: 0, row: 0 });
      const group = part.group(
        { id: rest.id.replaceAll('-', '_'), label: symbol, collapsed: true, template: { name: rest.id } },
        { column: 1, row: 0 },
      );
      const output = build(
        {
          gate: (name, op, inputs, look) => part.gate(name, op, inputs, { ...look, group }),
          one: (cell) => part.leaf('one', 'constant', 1, { ...cell, label: '1', group }),
        },
        x,
      );
      return { ...part, inputs: [x], output };
    },
  });
}
