import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findSyntaxFault } from './json-syntax.ts';

const told = (text: string) => {
  const fault = findSyntaxFault(text);
  return fault && `${fault.line}:${fault.column} ${fault.detail}`;
};

it.each([
  ['', '1:1 the file ends where a value should stand'],
  ['{', '1:2 the file ends where a key in double quotes or "}" should stand'],
  ['{"a":1,}', '1:8 expected a key in double quotes, found "}"'],
  ['[1,]', '1:4 expected a value, found "]"'],
  ['[1 2]', '1:4 expected "," or a closing bracket, found "2"'],
  ["{'a':1}", '1:2 expected a key in double quotes or "}", found "\'"'],
  ['{"a" 1}', '1:6 expected ":", found "1"'],
  ['{\n  "a": NaN\n}', '2:8 expected a value, found "N"'],
  ['{"a": "x\n"}', '1:9 a text may not contain a line break or another control character'],
  ['"\\q"', '1:2 there is no such escape'],
  ['"\\u12G4"', '1:2 this escape is not complete'],
  ['["abc', '1:2 this text has no closing quote'],
  ['{} {}', '1:4 expected the end of the file, found "{"'],
  ['[01]', '1:3 expected "," or a closing bracket, found "1"'],
  ['[1.]', '1:3 expected "," or a closing bracket, found "."'],
  ['\u0000', '1:1 expected a value, found the character U+0000'],
  ['😀', '1:1 expected a value, found the character U+1F600'],
  ['[1}', '1:3 expected "," or a closing bracket, found "}"'],
  ['{"a":1]', '1:7 expected "," or a closing bracket, found "]"'],
])('says where %j stops being JSON', (text, fault) => {
  expect(told(text)).toBe(fault);
});

it('finds a fault exactly where the platform parser throws', () => {
  const parses = (text: string) => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  const broken = fc
    .tuple(fc.json(), fc.nat(), fc.constantFrom('', '"', '\\', ',', '}', ']', '1', '-', 'e', '.', '\n', 't', ' ', ':'))
    .map(([json, at, piece]) => {
      const cut = at % (json.length + 1);
      return json.slice(0, cut) + piece + json.slice(cut + 1);
    });
  fc.assert(
    fc.property(fc.oneof(fc.json(), broken, fc.string()), (text) => {
      expect(findSyntaxFault(text) === null).toBe(parses(text));
    }),
    { numRuns: 5000 },
  );
});

it('reads a million levels and a long number without exhausting the stack', () => {
  expect(told('['.repeat(1_000_000))).toBe('1:1000001 the file ends where a value or "]" should stand');
  expect(told(`${'1'.repeat(1_000_000)}x`)).toBe('1:1000001 expected the end of the file, found "x"');
});
