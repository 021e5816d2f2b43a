import { type OpDefinition, ops } from '#engine';
import { scoreText } from './score.ts';

/** Ops that a query finds, best first: by name, then by id, then by further words. All of them without a query. */
export function searchOps(query: string, among: readonly OpDefinition[] = ops): readonly OpDefinition[] {
  if (query.trim() === '') return among;
  const found = among.flatMap((op) => {
    const scores = [
      scoreText(query, op.name, op.aliases),
      scoreText(query.replaceAll('_', ' '), op.id.replaceAll('_', ' ')),
    ];
    // A symbol is an alias and nothing else: `×` or `|x|` means one op.
    if (op.aliases.includes(query.trim())) scores.push(SYMBOL_SCORE);
    const score = Math.max(...scores.map((each) => each ?? Number.NEGATIVE_INFINITY));
    return Number.isFinite(score) ? [{ op, score }] : [];
  });
  return found.toSorted((a, b) => b.score - a.score).map(({ op }) => op);
}

const SYMBOL_SCORE = 150;
