import { type OpDefinition, ops } from '#engine';
import { scoreText } from './score.ts';

/** What is found by its name, its id or further words. */
type Named = Pick<OpDefinition, 'id' | 'name' | 'aliases'>;

/** Ops that a query finds, best first; all of them without a query. */
export function searchOps(query: string, among: readonly OpDefinition[] = ops): readonly OpDefinition[] {
  return searchNamed(query, among);
}

/** Those that a query finds, best first: by name, then by id, then by further words. All of them without a query. */
export function searchNamed<T extends Named>(query: string, among: readonly T[]): readonly T[] {
  if (query.trim() === '') return among;
  const found = among.flatMap((each) => {
    const scores = [
      scoreText(query, each.name, each.aliases),
      scoreText(query.replaceAll('_', ' '), each.id.replaceAll('_', ' ')),
    ];
    // A symbol is an alias and nothing else: `×` or `|x|` means one op.
    if (each.aliases.includes(query.trim())) scores.push(SYMBOL_SCORE);
    const score = Math.max(...scores.map((one) => one ?? Number.NEGATIVE_INFINITY));
    return Number.isFinite(score) ? [{ each, score }] : [];
  });
  return found.toSorted((a, b) => b.score - a.score).map(({ each }) => each);
}

const SYMBOL_SCORE = 150;
