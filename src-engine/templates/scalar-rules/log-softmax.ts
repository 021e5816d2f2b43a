import type { LineAttrs } from '../../ops/line.ts';
import { defineScalarRule } from './define.ts';
import { exponentialsOf } from './exponentials.ts';
import { alongLines } from './lines.ts';

export const logSoftmax = defineScalarRule<LineAttrs>({
  op: 'log_softmax',
  build: (tools) =>
    alongLines('log_softmax', tools, (line, elements) => {
      const { shifted, total } = exponentialsOf(line, tools, elements);
      const log = tools.gate('log', [total]);
      return shifted.map((each, at) => tools.gate('sub', [each, log], elements[at]));
    }),
});
