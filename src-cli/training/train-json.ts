import type { Trainer } from '#engine';
import { objectJson, tensorJson } from '../text/json.ts';

/** `{ "epochs", "seconds", "history", "test", "parameters" }`; parameters as nested lists by node. */
export function trainJson(trainer: Trainer, seconds: number): string {
  const { epoch, history, test } = trainer.state();
  const parameters = trainer.flat.list.map(
    ({ node, shape }) => [node, tensorJson({ shape, data: trainer.parameter(node)! })] as const,
  );
  return objectJson([
    ['epochs', `${epoch}`],
    ['seconds', `${Number(seconds.toFixed(3))}`],
    ['history', JSON.stringify(history)],
    ['test', JSON.stringify(test)],
    ['parameters', objectJson(parameters)],
  ]);
}
