/** Longest formula that is put in place of its symbol. */
const LONGEST = 160;

/** In parentheses where it is a sum or begins with a sign: a factor. */
export function asFactor(formula: string): string {
  let depth = 0;
  for (const character of formula) {
    if ('{(['.includes(character)) depth++;
    else if ('})]'.includes(character)) depth--;
    else if (depth === 0 && '+-'.includes(character)) return `\\left(${formula}\\right)`;
  }
  return formula;
}

/** A formula of formulas; ops put parentheses around what needs them. `null` where it would be too long to read. */
export function substitute(forward: (x: readonly string[]) => string, operands: readonly string[]): string | null {
  if (operands.reduce((length, each) => length + each.length, 0) > LONGEST) return null;
  const formula = forward(operands);
  return formula.length > LONGEST ? null : formula;
}
