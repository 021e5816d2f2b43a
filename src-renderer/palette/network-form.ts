import { type Attributes, ChainruleError, readOptions, type TemplateCounts, type TemplateDefinition } from '#engine';
import { parseNumber } from '../math/value-text.ts';

/** What stands in the dialog's fields; numbers as they are typed. */
export interface NetworkForm {
  readonly layers: string;
  readonly activation: string;
  readonly outputActivation: string;
  readonly loss: string;
  readonly init: string;
  readonly scale: string;
  readonly seed: string;
  readonly dropout: string;
  readonly bias: boolean;
  readonly batchNorm: boolean;
}

export type NetworkField = keyof NetworkForm;

export type ReadForm =
  | { readonly ok: true; readonly options: Attributes; readonly counts: TemplateCounts }
  | { readonly ok: false; readonly field: NetworkField | null; readonly sentence: string | null };

/** The template's defaults as text. */
export function emptyForm(template: TemplateDefinition): NetworkForm {
  const options = readOptions(template, {});
  const text = (key: string) => `${options[key]}`;
  return {
    layers: (options['layers'] as readonly number[]).join('-'),
    activation: text('activation'),
    outputActivation: text('outputActivation'),
    loss: text('loss'),
    init: text('init'),
    scale: text('scale'),
    seed: text('seed'),
    dropout: text('dropout'),
    bias: options['bias'] === true,
    batchNorm: options['batchNorm'] === true,
  };
}

/** `2-4-1`, `2 4 1`, `2, 4, 1` → the sizes; `null` for anything else. */
export function parseSizes(text: string): readonly number[] | null {
  const parts = text.trim().split(/\s*[-–—,;×x→\s]\s*/);
  return parts.every((part) => /^\d{1,9}$/.test(part)) ? parts.map(Number) : null;
}

/** Options of the template, checked; or the field that is wrong, with the engine's sentence where it has one. */
export function readForm(form: NetworkForm, template: TemplateDefinition): ReadForm {
  const layers = parseSizes(form.layers);
  if (!layers) return { ok: false, field: 'layers', sentence: null };
  const numbers: Record<string, number> = {};
  for (const field of ['scale', 'seed', 'dropout'] as const) {
    const value = parseNumber(form[field]);
    if (value === null) return { ok: false, field, sentence: null };
    numbers[field] = value;
  }
  try {
    const options = readOptions(template, { ...form, ...numbers, layers });
    return { ok: true, options, counts: template.counts(options) };
  } catch (error) {
    if (!(error instanceof ChainruleError)) throw error;
    const field = /^template\.(\w+)/.exec(error.problem.path ?? '')?.[1];
    return {
      ok: false,
      field: field !== undefined && Object.hasOwn(form, field) ? (field as NetworkField) : null,
      sentence: error.problem.message,
    };
  }
}
