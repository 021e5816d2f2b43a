/** Words of the palette. */
export const palette = {
  search: 'Add a node',
  'search.key': '/',
  list: 'Ops',
  none: 'No op matches “{{query}}”.',
  'category.values': 'Values',
  'category.arithmetic': 'Arithmetic',
  'category.functions': 'Functions',
  'category.activations': 'Activations',
  'category.reduce': 'Reduce',
  'category.shape': 'Shape',
  'category.matrix': 'Matrix',
  'category.normalize': 'Normalize',
  'category.loss': 'Loss',
  'category.found': 'Found',
} as const;
