import { type ChainruleDocument, findOp, type NodePatch, withPatches } from '#engine';

type Attributes = ChainruleDocument['nodes'][number]['attrs'];

export const attributesOf = ({ nodes }: ChainruleDocument): ReadonlyMap<string, Attributes> =>
  new Map(nodes.map(({ id, attrs }) => [id, attrs]));

/** Whether training `now` would be training `then`: the same gates, numbers and settings, wherever they stand. */
export function sameNetwork(then: ChainruleDocument, now: ChainruleDocument): boolean {
  if (then === now) return true;
  if (then.objective !== now.objective || then.nodes.length !== now.nodes.length) return false;
  const before = new Map(then.nodes.map((node) => [node.id, node]));
  const same = now.nodes.every((node) => {
    const other = before.get(node.id);
    return (
      other !== undefined &&
      other.op === node.op &&
      other.attrs === node.attrs &&
      other.inputs.length === node.inputs.length &&
      other.inputs.every((input, slot) => input === node.inputs[slot])
    );
  });
  return same && (then.training === now.training || JSON.stringify(then.training) === JSON.stringify(now.training));
}

/** The document as before training, as far as it is known: its values, and no record. */
export function withoutTrained(document: ChainruleDocument, values: readonly NodePatch[]): ChainruleDocument {
  const { trained: _, ...rest } = document;
  const standing = attributesOf(document);
  return withPatches(
    rest,
    values.filter(({ node }) => standing.has(node)),
  );
}

/** As the training section says; 100 where it does not. */
export function epochsWanted({ training }: ChainruleDocument): number {
  return typeof training?.['epochs'] === 'number' ? training['epochs'] : 100;
}

/** Whether there is something to train: a section that says how, or a loss with parameters. */
export function isTrainable({ training, objective, nodes }: ChainruleDocument): boolean {
  if (training) return true;
  const loss = nodes.find(({ id }) => id === objective);
  return (
    loss !== undefined &&
    findOp(loss.op)?.category === 'loss' &&
    nodes.some(({ op }) => findOp(op)?.leaf === 'parameter')
  );
}
