import { type AttributeRule, ChainruleError } from '#engine';
import { plainText } from '../math/format-number.ts';
import { parseNumber, parseValueText } from '../math/value-text.ts';

/** How one setting of an op is edited, from the JSON Schema of what it accepts. */
export type SettingKind =
  | { readonly kind: 'boolean' }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'number' | 'list' | 'tensor'; readonly optional: boolean };

type Schema = Readonly<Record<string, unknown>>;

export function settingKind(key: string, { schema }: AttributeRule): SettingKind {
  if (Array.isArray(schema['enum'])) return { kind: 'choice', choices: schema['enum'].map(String) };
  if (schema['type'] === 'boolean') return { kind: 'boolean' };
  if (key === 'value') return { kind: 'tensor', optional: false };
  const alternatives = alternativesOf(schema);
  const accepts = (type: string) => alternatives.some((entry) => entry['type'] === type);
  const optional = accepts('null');
  if (accepts('array')) return { kind: 'list', optional };
  return { kind: accepts('number') || accepts('integer') ? 'number' : 'tensor', optional };
}

function alternativesOf(schema: Schema): readonly Schema[] {
  const alternatives = schema['anyOf'] ?? schema['oneOf'];
  return Array.isArray(alternatives) ? (alternatives as readonly Schema[]).flatMap(alternativesOf) : [schema];
}

/** Why a text cannot become the setting: a key of the texts, or a sentence of the engine. */
export type SettingProblem =
  | {
      readonly key:
        | 'field.notNumber'
        | 'field.notFinite'
        | 'field.empty'
        | 'field.list'
        | 'field.ragged'
        | 'field.numbers';
    }
  | { readonly sentence: string };

export type ParsedSetting =
  | { readonly ok: true; readonly raw: unknown }
  | { readonly ok: false; readonly problem: SettingProblem };

/** Text of a field → the value a document carries, checked by the op's own rule. An empty text is null, or the default. */
export function parseSetting(text: string, key: string, kind: SettingKind, rule: AttributeRule): ParsedSetting {
  const raw = rawOf(text.trim(), kind, rule);
  if (!raw.ok || raw.raw === undefined) return raw;
  try {
    rule.read(raw.raw, key);
    return raw;
  } catch (error) {
    const sentence = error instanceof ChainruleError ? error.problem.message : `${error}`;
    return { ok: false, problem: { sentence } };
  }
}

function rawOf(text: string, kind: SettingKind, rule: AttributeRule): ParsedSetting {
  const refused = (key: Extract<SettingProblem, { key: string }>['key']): ParsedSetting => ({
    ok: false,
    problem: { key },
  });
  if (kind.kind === 'boolean') return { ok: true, raw: text === 'true' };
  if (kind.kind === 'choice') return { ok: true, raw: text };
  if (text === '') {
    if (kind.optional) return { ok: true, raw: null };
    return rule.default === undefined || kind.kind === 'tensor' ? refused('field.empty') : { ok: true, raw: undefined };
  }
  if (kind.kind === 'number') {
    const value = parseNumber(text);
    return value === null ? refused('field.notNumber') : { ok: true, raw: value };
  }
  if (kind.kind === 'list') {
    const entries = text
      .replace(/^\[|\]$/g, '')
      .split(/[,;\s]+/)
      .filter((entry) => entry !== '');
    const numbers = entries.map(parseNumber);
    if (numbers.some((entry) => entry === null)) return refused('field.numbers');
    // One axis is written as a number, as PyTorch does.
    const single = alternativesOf(rule.schema).some((entry) => entry['type'] === 'integer');
    return { ok: true, raw: single && numbers.length === 1 && !text.startsWith('[') ? numbers[0] : numbers };
  }
  const parsed = parseValueText(text);
  if (parsed.ok) return { ok: true, raw: parsed.value };
  const keys = {
    'value.empty': 'field.empty',
    'value.notNumber': text.startsWith('[') ? 'field.list' : 'field.notNumber',
    'value.notFinite': 'field.notFinite',
    'value.ragged': 'field.ragged',
    'value.list': 'field.list',
  } as const;
  return refused(keys[parsed.why]);
}

/** What stands in the field for a value of the document. */
export function settingText(raw: unknown): string {
  if (raw === null || raw === undefined) return '';
  if (typeof raw === 'number') return plainText(raw);
  if (typeof raw === 'string' || typeof raw === 'boolean') return `${raw}`;
  return JSON.stringify(raw).replaceAll(',', ', ');
}
