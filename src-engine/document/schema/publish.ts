import type { OpDefinition } from '../../ops/define.ts';
import { MAX_RANK } from '../../tensor/parse-literal.ts';
import { documentSchema } from './document.ts';
import { node } from './graph.ts';
import type { JsonSchema } from './schema.ts';

/**
 * The format as a JSON Schema, draft 2020-12, from the same descriptions that read documents, and each op's own rules.
 * What only a whole graph shows (duplicate ids, cycles, inputs that do not exist) is beyond it.
 */
export function publishedSchema(ops: readonly OpDefinition[]): JsonSchema {
  const { properties, ...rest } = documentSchema.json;
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Chainrule document',
    description: 'A computational graph, its parameters, how to train it and what training did.',
    ...rest,
    properties: { ...(properties as JsonSchema), nodes: { type: 'array', items: { $ref: '#/$defs/node' } } },
    $defs: {
      node: { ...node.json, allOf: ops.map(opRule) },
      op: { type: 'string', description: 'Name of an op.', enum: ops.map(({ id }) => id) },
      tensor,
    },
  };
}

const tensor: JsonSchema = {
  description: 'A number, nested lists of equal lengths, or a shape with flat data, row by row.',
  anyOf: [
    { type: 'number' },
    { type: 'array', items: { $ref: '#/$defs/tensor' }, minItems: 1 },
    {
      type: 'object',
      properties: {
        shape: { type: 'array', items: { type: 'integer', minimum: 1 }, maxItems: MAX_RANK },
        dtype: { type: 'string', enum: ['float64', 'float32'], default: 'float64' },
        data: {
          anyOf: [
            { type: 'array', items: { type: 'number' }, minItems: 1 },
            {
              type: 'string',
              contentEncoding: 'base64',
              description: 'Little-endian values of dtype.',
              pattern: '^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$',
            },
          ],
        },
      },
      required: ['shape', 'data'],
      additionalProperties: false,
    },
  ],
};

/** What a node with this op may hold. */
function opRule({ id, name, slots, attrs }: OpDefinition): JsonSchema {
  const rules = Object.entries(attrs);
  const required = rules.filter(([, rule]) => rule.default === undefined).map(([key]) => key);
  const most = 'atLeast' in slots.counts ? undefined : Math.max(...slots.counts);
  return {
    if: { type: 'object', properties: { op: { const: id } }, required: ['op'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: {
      title: name,
      type: 'object',
      properties: {
        ...(most === undefined ? {} : { inputs: { type: 'array', maxItems: most } }),
        attrs: {
          type: 'object',
          properties: Object.fromEntries(
            rules.map(([key, { description, schema }]) => [key, { description, ...schema }]),
          ),
          ...(required.length > 0 ? { required } : {}),
          additionalProperties: false,
        },
      },
      ...(required.length > 0 ? { required: ['attrs'] } : {}),
    },
  };
}
