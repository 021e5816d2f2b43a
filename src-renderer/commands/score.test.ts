import { expect, test } from 'vitest';
import { scoreText } from './score.ts';

const best = (query: string, texts: readonly string[]) =>
  texts
    .flatMap((text) => {
      const score = scoreText(query, text);
      return score === null ? [] : [{ text, score }];
    })
    .sort((a, b) => b.score - a.score)
    .map(({ text }) => text);

test('beginnings come before words, words before letters inside', () => {
  expect(best('save', ['Unsaved', 'Do save', 'Save as…', 'Save'])).toEqual(['Save', 'Save as…', 'Do save', 'Unsaved']);
});

test('every word must be found, in any order', () => {
  expect(best('theme dark', ['Dark theme', 'Light theme'])).toEqual(['Dark theme']);
});

test('letters in order find a long name', () => {
  expect(best('slall', ['Select all', 'Cut'])).toEqual(['Select all']);
});

test('keywords find what the name does not say, accents do not matter', () => {
  expect(scoreText('remove', 'Delete', ['remove'])).not.toBeNull();
  expect(scoreText('ecran', 'Écran')).not.toBeNull();
  expect(scoreText('xyz', 'Delete', ['remove'])).toBeNull();
});
