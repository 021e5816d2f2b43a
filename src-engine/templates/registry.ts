import { entries } from './all.ts';
import type { TemplateDefinition } from './define.ts';

/** By id; ordered as the palette lists them. */
export const templates: ReadonlyMap<string, TemplateDefinition> = new Map(entries.map((each) => [each.id, each]));

export function findTemplate(id: string): TemplateDefinition | undefined {
  return templates.get(id);
}
