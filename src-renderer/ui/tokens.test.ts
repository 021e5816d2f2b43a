import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** The colours of a theme by name. */
function themeOf(selector: string): ReadonlyMap<string, string> {
  const block = css.slice(css.indexOf(`${selector} {\n  color-scheme`)).split('}')[0] ?? '';
  return new Map([...block.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name!, value!]));
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
}

const SURFACES = ['canvas', 'panel', 'sunken'];
const TEXTS = ['ink', 'ink-2', 'ink-3', 'plus-t', 'minus-t', 'err-t', 'local', 'up'];
const MARKS = ['plus', 'minus', 'wire'];

describe.each([
  ['light', '[data-theme="light"]'],
  ['dark', '[data-theme="dark"]'],
])('%s', (_, selector) => {
  const theme = themeOf(selector);
  const of = (name: string) => {
    const value = theme.get(name);
    if (value === undefined) throw new Error(`no colour --${name}`);
    return value;
  };

  test.each(TEXTS)('--%s can be read on every surface', (text) => {
    for (const surface of SURFACES) expect(contrast(of(text), of(surface)), surface).toBeGreaterThanOrEqual(4.49);
  });

  test.each(MARKS)('--%s can be seen on canvas and panel', (mark) => {
    for (const surface of ['canvas', 'panel'])
      expect(contrast(of(mark), of(surface)), surface).toBeGreaterThanOrEqual(3);
  });

  test.each([
    ['now-t', 'now-bg'],
    ['ok-t', 'ok-bg'],
    ['err-t', 'err-bg'],
    ['plus-t', 'plus-bg'],
    ['minus-t', 'minus-bg'],
    ['on-ink', 'ink'],
  ])('--%s can be read on --%s', (text, ground) => {
    expect(contrast(of(text), of(ground))).toBeGreaterThanOrEqual(4.49);
  });

  test('the border of a field can be seen on a panel', () => {
    expect(contrast(of('field'), of('panel'))).toBeGreaterThanOrEqual(3);
  });
});
