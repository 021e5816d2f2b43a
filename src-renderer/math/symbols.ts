import type { GraphNode } from '#engine';
import { formatNumber, THIN_SPACE } from './format-number.ts';

/** How a node is called in formulas: one letter with an index where its name has that form, else a word. */
export interface MathSymbol {
  /** One line of plain text: `w₁`, `loss`. */
  readonly text: string;
  /** The letter or word without its index. */
  readonly base: string;
  /** `1`, `2,3`, `hidden`; empty without one. */
  readonly index: string;
  /** Set upright: numbers and words. */
  readonly upright: boolean;
  readonly latex: string;
}

const GREEK: Readonly<Record<string, string>> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ε',
  zeta: 'ζ',
  eta: 'η',
  theta: 'θ',
  kappa: 'κ',
  lambda: 'λ',
  mu: 'μ',
  nu: 'ν',
  xi: 'ξ',
  pi: 'π',
  rho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  phi: 'φ',
  chi: 'χ',
  psi: 'ψ',
  omega: 'ω',
  Gamma: 'Γ',
  Delta: 'Δ',
  Theta: 'Θ',
  Lambda: 'Λ',
  Xi: 'Ξ',
  Pi: 'Π',
  Sigma: 'Σ',
  Phi: 'Φ',
  Psi: 'Ψ',
  Omega: 'Ω',
};
const COMMAND_OF_GREEK = new Map(Object.entries(GREEK).map(([name, letter]) => [letter, `\\${name}`]));
const LOWERED = '₀₁₂₃₄₅₆₇₈₉';
const LONGEST_NAME = 24;

/** The symbol of a node: its label, else a constant's number, else its id. */
export function symbolOf(node: GraphNode): MathSymbol {
  if (node.label !== undefined && node.label.trim() !== '') return symbolOfName(node.label);
  const value = node.attrs['value'];
  if (node.op === 'constant' && typeof value === 'number') return numberSymbol(value);
  return symbolOfName(node.id);
}

/** `w` → w, `w1` and `w_1` → w₁, `alpha` → α, `W_2_3` → W₂,₃, `loss` → loss upright; anything else is text. */
export function symbolOfName(name: string): MathSymbol {
  const clean = visible(name);
  const parts = /^(\p{L}+?)_?(\d+(?:[_,]\d+)*)?$|^(\p{L}+)_(\p{L}[\p{L}\d]*)$/u.exec(clean);
  const word = parts?.[1] ?? parts?.[3];
  if (word === undefined) return wordSymbol(clean);
  const index = parts?.[2]?.replaceAll('_', ',') ?? parts?.[4] ?? '';
  const base = Object.hasOwn(GREEK, word) ? GREEK[word]! : word;
  const upright = [...base].length > 1;
  const baseLatex = COMMAND_OF_GREEK.get(base) ?? (upright ? `\\mathrm{${escapeLatex(base)}}` : escapeLatex(base));
  const indexLatex = /^[\d,]*$/.test(index) ? index : `\\mathrm{${escapeLatex(index)}}`;
  return {
    text: base + lowered(index),
    base,
    index,
    upright,
    latex: index === '' ? baseLatex : `${baseLatex}_{${indexLatex}}`,
  };
}

function numberSymbol(value: number): MathSymbol {
  const text = formatNumber(value);
  return { text, base: text, index: '', upright: true, latex: numberLatex(text) };
}

/** A number as the window writes it → LaTeX. */
export function numberLatex(text: string): string {
  return text
    .replaceAll('−', '-')
    .replaceAll('∞', '\\infty ')
    .replaceAll(THIN_SPACE, '\\,')
    .replaceAll('NaN', '\\mathrm{NaN}')
    .replaceAll('–', '\\text{–}')
    .replace(/e(-?\d+)$/, '\\mathrm{e}{$1}');
}

/** Text from a document, harmless inside `\text{…}` or `\mathrm{…}`: no command of LaTeX survives. */
export function escapeLatex(text: string): string {
  return text.replace(/[\\{}$&#^_%~]/g, (character) => {
    if (character === '\\') return '\\backslash{}';
    if (character === '^') return '\\text{\\textasciicircum}';
    if (character === '~') return '\\text{\\textasciitilde}';
    return `\\${character}`;
  });
}

function wordSymbol(text: string): MathSymbol {
  return { text, base: text, index: '', upright: true, latex: `\\text{${escapeInText(text)}}` };
}

function escapeInText(text: string): string {
  return text.replace(/[\\{}$&#^_%~]/g, (character) => {
    if (character === '\\') return '\\textbackslash{}';
    if (character === '^') return '\\textasciicircum{}';
    if (character === '~') return '\\textasciitilde{}';
    return `\\${character}`;
  });
}

/** Without control and direction characters, which could disguise a name, and no longer than a formula bears. */
function visible(name: string): string {
  const characters = [...name.normalize('NFC').replace(/[\p{Cc}\p{Cf}]/gu, '')];
  return characters.length > LONGEST_NAME ? `${characters.slice(0, LONGEST_NAME - 1).join('')}…` : characters.join('');
}

function lowered(index: string): string {
  if (index === '') return '';
  return /^\d+$/.test(index) ? [...index].map((digit) => LOWERED[Number(digit)]).join('') : `_${index}`;
}
