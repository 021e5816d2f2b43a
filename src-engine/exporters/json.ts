import { serializeDocument } from '../document/serialize.ts';
import { defineExporter } from './define.ts';

export const json = defineExporter({
  id: 'json',
  name: 'Chainrule document',
  extension: '.chainrule.json',
  mediaType: 'application/json',
  write: (document) => serializeDocument(document),
});
