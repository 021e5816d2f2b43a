import type { LineAttrs } from '../../ops/line.ts';
import { defineScalarRule } from './define.ts';
import { exponentialsOf } from './exponentials.ts';
import { alongLines } from './lines.ts';

export const softmax = defineScalarRule<LineAttrs>({
  op: 'softmax',
  build: (tools) =>
    alongLines('softmax', tools, (line, elements) => {
      const { exponentials, total } = exponentialsOf(line, tools, elements);
      return exponentials.map((each, at) => tools.gate('div', [each, total], elements[at]));
    }),
});
