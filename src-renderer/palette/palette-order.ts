import type { OpCategory, OpDefinition, TemplateDefinition } from '#engine';

/** Categories from top to bottom. */
const CATEGORIES: readonly OpCategory[] = [
  'values',
  'arithmetic',
  'functions',
  'activations',
  'reduce',
  'matrix',
  'normalize',
  'shape',
  'loss',
];

/** What people reach for first, in this order; the others follow by name. */
const FIRST: readonly string[] = [
  ...['input', 'parameter', 'constant'],
  ...['add', 'sub', 'mul', 'div', 'square', 'pow', 'sqrt', 'abs', 'neg', 'reciprocal'],
  ...['exp', 'log', 'sin', 'maximum', 'cos', 'minimum'],
  ...['sigmoid', 'tanh', 'relu', 'leaky_relu', 'softplus', 'gelu'],
  ...['sum', 'mean', 'matmul', 'softmax', 'log_softmax', 'reshape', 'transpose'],
  ...['mse_loss', 'cross_entropy', 'binary_cross_entropy'],
];

export interface PaletteGroup {
  readonly category: OpCategory;
  readonly ops: readonly OpDefinition[];
}

/** All ops by category, the most common first; categories without any are left out. */
export function paletteGroups(ops: readonly OpDefinition[]): readonly PaletteGroup[] {
  const rank = new Map(FIRST.map((id, index) => [id, index]));
  const rankOf = ({ id }: OpDefinition) => rank.get(id) ?? FIRST.length;
  return CATEGORIES.flatMap((category) => {
    const members = ops.filter((op) => op.category === category);
    if (members.length === 0) return [];
    return [{ category, ops: members.toSorted((a, b) => rankOf(a) - rankOf(b) || (a.name < b.name ? -1 : 1)) }];
  });
}

/** One row of the palette: an op, or a group of gates made by a template. */
export type PaletteItem = OpDefinition | TemplateDefinition;

export function isTemplate(item: PaletteItem): item is TemplateDefinition {
  return item.category === 'layers';
}

/** Small to large, then the functions taken apart; others follow in their own order. */
const FIRST_TEMPLATES: readonly string[] = [
  ...['neuron', 'dense', 'perceptron', 'mlp', 'softmax-classifier', 'autoencoder', 'residual-block', 'logistic-cost'],
  ...['opened-sigmoid', 'opened-tanh', 'opened-softplus', 'opened-softmax', 'opened-batch-norm'],
];

export function templatesInOrder(templates: Iterable<TemplateDefinition>): readonly TemplateDefinition[] {
  const rankOf = ({ id }: TemplateDefinition) => {
    const rank = FIRST_TEMPLATES.indexOf(id);
    return rank < 0 ? FIRST_TEMPLATES.length : rank;
  };
  return [...templates].sort((a, b) => rankOf(a) - rankOf(b));
}
