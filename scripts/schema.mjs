// Text of the published JSON Schema, made by the engine itself.
import { join } from 'node:path';
import { runnerImport } from 'vite';

export async function schemaText(root) {
  const load = async (path) =>
    (await runnerImport(join(root, path), { root, configFile: false, logLevel: 'error' })).module;
  const { publishedSchema } = await load('src-engine/document/schema/publish.ts');
  const { ops } = await load('src-engine/ops/registry.ts');
  return `${JSON.stringify(publishedSchema(ops), null, 2)}\n`;
}
