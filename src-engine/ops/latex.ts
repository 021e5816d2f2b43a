/** A symbol that stands alone: a letter, a word, a command, a number, each with an index. */
const single = /^(?:[A-Za-z]|\\mathrm\{[^{}]*\}|\\[A-Za-z]+|\d+(?:\.\d+)?)(?:_(?:\w|\{[^{}]*\}))?'*$/;

/** As a factor or base: anything but a lone symbol or number is put in parentheses. */
export function factor(x: string): string {
  return single.test(x) ? x : `\\left(${x}\\right)`;
}

/** As a later term of a sum or the subject of a minus: sums and negative numbers are put in parentheses. */
export function term(x: string): string {
  return /^\s*-|[+-]/.test(x.replace(/\{[^{}]*\}/g, '')) ? `\\left(${x}\\right)` : x;
}

/** A number in powers of ten where JavaScript would write an exponent. */
export function numberText(value: number): string {
  const [mantissa, exponent] = `${value}`.split('e');
  if (exponent === undefined) return mantissa!.replace('Infinity', '\\infty');
  return `${mantissa === '1' ? '' : `${mantissa} \\cdot `}10^{${Number(exponent)}}`;
}
