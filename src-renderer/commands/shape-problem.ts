import {
  type AttributeRule,
  ChainruleError,
  connect,
  type EdgeRef,
  findOp,
  type Graph,
  type Problem,
  type Shape,
} from '#engine';

/**
 * What the target's op says about the shapes once the wire is drawn; `null` when it accepts them, and when a shape is not
 * known yet. A plain number may be wired anywhere: it is often a placeholder that gets its real value later.
 */
export function shapeProblem(
  graph: Graph,
  { source, to }: { readonly source: string; readonly to: EdgeRef },
  shapeOf: (node: string) => Shape | undefined,
): Problem | null {
  const node = connect(graph, source, to).nodes.find(({ id }) => id === to.target);
  const op = node && findOp(node.op);
  if (!node || !op || (shapeOf(source)?.length ?? 0) === 0) return null;
  const shapes: Shape[] = [];
  for (const input of node.inputs) {
    const shape = input === null ? undefined : shapeOf(input);
    if (!shape) return null;
    shapes.push(shape);
  }
  try {
    const attrs: Record<string, unknown> = {};
    for (const [key, rule] of Object.entries<AttributeRule>(op.attrs))
      attrs[key] = Object.hasOwn(node.attrs, key) ? rule.read(node.attrs[key], key) : rule.default;
    op.shape(shapes, attrs);
    return null;
  } catch (error) {
    return error instanceof ChainruleError && error.problem.code.startsWith('shape.') ? error.problem : null;
  }
}
