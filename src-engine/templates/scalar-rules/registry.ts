import type { OpDefinition } from '../../ops/define.ts';
import { broadcastOffsets } from '../../tensor/broadcast.ts';
import { sizeOf } from '../../tensor/shape.ts';
import { entries } from './all.ts';
import type { ScalarRule } from './define.ts';

const rules: ReadonlyMap<string, ScalarRule> = new Map(entries.map((each) => [each.op, each]));

/** How an op's nodes become scalar gates; `null` where nobody has said. Elementwise ops become themselves, element by element. */
export function scalarRuleOf(op: OpDefinition): ScalarRule | null {
  return rules.get(op.id) ?? (op.elementwise ? elementwise(op) : null);
}

function elementwise(op: OpDefinition): ScalarRule {
  return {
    op: op.id,
    build({ written, x, shape, gate }) {
      const offsets = x.map((each) => broadcastOffsets(each.shape, shape));
      return Array.from({ length: sizeOf(shape) }, (_, element) => {
        const operands = x.map(({ ids }, slot) => ids[offsets[slot]?.[element] ?? element]!);
        return gate(op.id, operands, element, written);
      });
    },
  };
}
