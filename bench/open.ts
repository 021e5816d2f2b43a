import Ajv2020 from 'ajv/dist/2020.js';
import { emptyDocument, parseDocument, serializeDocument } from '#engine';
import schema from '../docs/schema/chainrule-document.schema.json' with { type: 'json' };
import type { Bench } from './define.ts';
import { compare } from './measure.ts';
import { teachingGraph } from './teaching-graph.ts';

/** Reading a document with every check, against a general validator that knows the published schema but no graph. */
export const opening: Bench = {
  name: 'open',
  about:
    'Text to a checked document; the peer is JSON.parse and Ajv with the published schema, which checks no graph rule.',
  async run() {
    const validate = new Ajv2020({ strict: false }).compile(schema);
    return [500, 3000, 20_000].map((nodeCount) => {
      const text = serializeDocument({ ...emptyDocument, ...teachingGraph(nodeCount, 3) });
      const theirs = () => {
        if (!validate(JSON.parse(text))) throw new Error('The peer refuses the document.');
      };
      return compare(
        `${nodeCount} nodes, ${(text.length / 1e6).toFixed(1)} MB`,
        { name: 'chainrule', work: () => parseDocument(text) },
        { name: 'JSON.parse and Ajv', work: theirs },
      );
    });
  },
};
