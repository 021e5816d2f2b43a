/**
 * How well a query finds a text: every word of the query must be found. Whole beginnings before beginnings of words,
 * those before words inside, those before scattered letters; `null` when it is not found at all.
 */
export function scoreText(query: string, text: string, keywords: readonly string[] = []): number | null {
  const words = fold(query).split(' ').filter(Boolean);
  if (words.length === 0) return 0;
  const target = fold(text);
  const others = keywords.map(fold);
  let total = 0;
  for (const word of words) {
    const score = wordScore(word, target) ?? (others.some((other) => other.startsWith(word)) ? 20 : null);
    if (score === null) return null;
    total += score;
  }
  return total - target.length / 1000; // of equals the shorter
}

function wordScore(word: string, target: string): number | null {
  const at = target.indexOf(word);
  if (at === 0) return 100;
  if (at > 0) return /[^\p{Letter}\p{Number}]/u.test(target[at - 1]!) ? 80 : 40;
  return word.length > 1 && isSubsequence(word, target) ? 10 : null;
}

function isSubsequence(word: string, target: string): boolean {
  let at = 0;
  for (const letter of target) if (letter === word[at]) at++;
  return at === word.length;
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase();
}
