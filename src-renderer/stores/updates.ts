import { type ChainruleDocument, findOp, type RunResult, setAttribute, type Tensor, toLiteral } from '#engine';

/** The parameters that a training step moves: trainable, computed, and reached by the gradient; in execution order. */
export function movedParameters({ nodes }: ChainruleDocument, result: RunResult): readonly string[] {
  if (result.objective === null) return [];
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return result.layout.nodes.flatMap(({ id, reachesObjective }) => {
    const node = byId.get(id);
    if (!node || !reachesObjective || findOp(node.op)?.leaf !== 'parameter') return [];
    return node.attrs['trainable'] === false ? [] : [id];
  });
}

/** w − η·∂L/∂w, entry by entry. */
function stepped(value: Tensor, grad: Tensor, rate: number): Tensor {
  return { shape: value.shape, data: value.data.map((entry, index) => entry - rate * (grad.data[index] ?? 0)) };
}

/** The parameter's value after its update; `null` when its numbers are not known. */
export function updatedValue(result: RunResult, parameter: string, rate: number): Tensor | null {
  const value = result.value(parameter);
  const grad = result.grad(parameter);
  return value && grad ? stepped(value, grad, rate) : null;
}

/** The first of the parameters whose new value would not be a finite number. */
export function firstNotFinite(result: RunResult, parameters: readonly string[], rate: number): string | null {
  const bad = (parameter: string) => !(updatedValue(result, parameter, rate)?.data.every(Number.isFinite) ?? false);
  return parameters.find(bad) ?? null;
}

/** The document with all updates written into its parameters at once. */
export function withUpdates(
  document: ChainruleDocument,
  result: RunResult,
  parameters: readonly string[],
  rate: number,
): ChainruleDocument {
  return parameters.reduce((current, parameter) => {
    const value = updatedValue(result, parameter, rate);
    return value ? setAttribute(current, parameter, 'value', toLiteral(value)) : current;
  }, document);
}
