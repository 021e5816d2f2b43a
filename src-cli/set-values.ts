import { type ChainruleDocument, ChainruleError, findOp, parseLiteral } from '#engine';
import { UsageFailure } from './failure.ts';

/** The document with the leaves' values that `--set ID=VALUE` names. Throws a {@link UsageFailure}. */
export function withSettings(document: ChainruleDocument, settings: readonly string[]): ChainruleDocument {
  if (settings.length === 0) return document;
  const values = new Map(settings.map(readSetting));
  const nodes = document.nodes.map((node) => {
    const value = values.get(node.id);
    if (value === undefined) return node;
    if (!findOp(node.op)?.leaf)
      throw new UsageFailure(
        `--set ${node.id}: only inputs, parameters and constants have a value to set; this is ${node.op}.`,
      );
    values.delete(node.id);
    return { ...node, attrs: { ...node.attrs, value } };
  });
  for (const id of values.keys()) throw new UsageFailure(`--set ${id}: The document has no node "${id}".`);
  return { ...document, nodes };
}

function readSetting(setting: string): [string, unknown] {
  const equals = setting.indexOf('=');
  if (equals < 1) throw new UsageFailure(`--set ${setting}: Expected ID=VALUE, for example w=3 or x=[1,2].`);
  const id = setting.slice(0, equals);
  let value: unknown;
  try {
    value = JSON.parse(setting.slice(equals + 1));
  } catch {
    throw new UsageFailure(`--set ${setting}: The value is not JSON; examples are 3, -0.5 and [[1,2],[3,4]].`);
  }
  try {
    parseLiteral(value, id);
  } catch (error) {
    if (error instanceof ChainruleError) throw new UsageFailure(`--set ${error.message}`);
    throw error;
  }
  return [id, value];
}
