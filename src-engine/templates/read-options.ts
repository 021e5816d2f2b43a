import { fail } from '../errors/fail.ts';
import type { Attributes } from '../ops/define.ts';
import type { TemplateDefinition } from './define.ts';
import { MOST_PARAMETERS } from './options.ts';

/**
 * Options as written → all of them, checked; what is left out has its default. `name`, as groups carry it, is passed over.
 * Throws `document.unknown-key` and what the rules throw; paths start with `template`.
 */
export function readOptions(template: TemplateDefinition, raw: Attributes): Attributes {
  const options: Record<string, unknown> = {};
  for (const key of Object.keys(raw))
    if (key !== 'name' && !Object.hasOwn(template.options, key))
      fail('document.unknown-key', { key, known: Object.keys(template.options) }, { path: `template.${key}` });
  for (const [key, rule] of Object.entries(template.options)) {
    const given = Object.hasOwn(raw, key) ? raw[key] : undefined;
    options[key] = given === undefined ? rule.default : rule.read(given, `template.${key}`);
  }
  template.check?.(options);
  const { parameters } = template.counts(options);
  if (parameters > MOST_PARAMETERS)
    fail('document.too-large', { what: 'parameters', found: parameters, limit: MOST_PARAMETERS }, { path: 'template' });
  return options;
}
