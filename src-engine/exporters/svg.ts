import { defineExporter } from './define.ts';
import { drawGraph } from './svg-drawing.ts';

export const svg = defineExporter({
  id: 'svg',
  name: 'SVG drawing',
  extension: '.svg',
  mediaType: 'image/svg+xml',
  write: (document, { table }) => `${drawGraph(document, { table, numbers: 'shown' }).svg}\n`,
});
