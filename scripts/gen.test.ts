import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { barrel, camelCase, entryOf, registries } from './gen.mjs';

const root = join(import.meta.dirname, '..');

describe('the barrels of the registries', () => {
  it.each(registries.map((registry) => [registry.folder, registry] as const))(
    '%s/all.ts is up to date',
    (folder, registry) => {
      expect(readFileSync(join(root, folder, 'all.ts'), 'utf8')).toBe(barrel(join(root, folder), registry));
    },
  );

  it('take the constant that is named as its file', () => {
    expect(camelCase('leaky-relu.ts')).toBe('leakyRelu');
    expect(camelCase('log1p.ts')).toBe('log1p');
    expect(camelCase('l1-loss.ts')).toBe('l1Loss');
    expect(entryOf('leaky-relu.ts', 'export const other = 1;\nexport const leakyRelu = unary({\n')).toBe('leakyRelu');
  });

  it('leave out helpers', () => {
    expect(entryOf('operands.ts', 'export function reach() {}\nexport const lossAttrs = {};\n')).toBeNull();
    expect(entryOf('sum.ts', '// export const sum\n  export const sum = 1;\n')).toBeNull();
  });

  it('take the only constant of a file that is named by a reserved word', () => {
    expect(entryOf('var.ts', 'export const variance = reduction({\n')).toBe('variance');
    expect(() => entryOf('var.ts', 'export function variance() {}\n')).toThrow('reserved word');
  });
});
