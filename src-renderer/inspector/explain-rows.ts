import { findOp, type GraphNode, type OpDefinition, slotName, type Tensor } from '#engine';
import { type DerivativeNotation, gradientOf, localOf } from '../math/derivative.ts';
import { formatNumber, formatSigned, MINUS, scalarOf, shapeSizes, summarize } from '../math/format-number.ts';
import { type MathSymbol, numberLatex, symbolOf, symbolOfName } from '../math/symbols.ts';
import type { ComputeStep, ContributionStep, NodesById, SeedStep, UpdateStep } from '../stores/current-step.ts';
import { attributesOf } from './op-attributes.ts';
import { inputSymbols } from './op-formula.ts';

type RowName = 'rule' | 'symbols' | 'upstream' | 'local' | 'numbers' | 'shapes' | 'result';
type TermRole = 'plain' | 'local' | 'upstream' | 'result';

/** One factor of a row; a number where it has been put in. */
export interface Term {
  readonly role: TermRole;
  readonly latex: string;
  readonly number?: Tensor;
}

/** left = term · term. Rows without a left side continue the one above. */
export interface ExplainRow {
  readonly name: RowName;
  readonly left: string;
  readonly terms: readonly Term[];
  /** Between terms: `·`, or `⊙` entry by entry. */
  readonly operator: '\\cdot' | '\\odot';
}

const LONGEST_RULE = 14;
const LONGEST_TENSOR_CH = 14;

const row = (name: RowName, left: string, terms: readonly Term[], operator: ExplainRow['operator'] = '\\cdot') => ({
  name,
  left,
  terms,
  operator,
});
const plain = (latex: string): Term => ({ role: 'plain', latex });

/** How one wire's contribution comes about: rule, symbols, upstream put in, local put in, result. */
export function contributionRows(
  { source, target, slot, edge, branches, branch, repeated }: ContributionStep,
  objective: GraphNode | undefined,
  nodes: NodesById,
  notation: DerivativeNotation,
): readonly ExplainRow[] {
  const op = findOp(target.op);
  const attrs = op && attributesOf(target, op);
  if (!op || !attrs || !edge.contribution || !edge.upstream) return [];
  const x = symbolOf(source);
  const u = symbolOf(target);
  const top = objective ? symbolOf(objective) : null;
  const branchIndex = branches.length > 1 ? `_{${branch}}` : '';
  const result = row('result', '', [numberTerm('result', edge.contribution, true)]);
  const left = gradientOf(x, top, notation).latex + branchIndex;

  if (edge.local === null || !op.elementwise) {
    const symbols = inputSymbols(target, op, nodes).map(({ latex }) => latex);
    return [
      row('rule', `\\bar{${slotSymbol(op, slot).latex}}`, [
        plain(op.latex.local(slot, slotSymbols(op, target), 'y', attrs)),
      ]),
      row('symbols', left, [
        plain(op.latex.local(slot, symbols, u.latex, attrs).replaceAll('\\bar{y}', `\\bar{${u.latex}}`)),
      ]),
      row('shapes', `[${shapeSizes(edge.contribution.shape)}]`, [
        { role: 'upstream', latex: `\\text{upstream }${shapeLatex(edge.upstream)}` },
      ]),
      result,
    ];
  }
  const local: Term = { role: 'local', latex: localOf(u, x).latex + (repeated ? `_{${slot + 1}}` : '') };
  const upstream: Term = { role: 'upstream', latex: gradientOf(u, top, notation).latex };
  const scalar = scalarOf(edge.local) !== null;
  const operator = scalar ? '\\cdot' : '\\odot';
  const upstreamNumber = numberTerm('upstream', edge.upstream, false, true);
  if (!scalar)
    return [
      row('rule', ruleLeft(op, target, slot), [plain(op.latex.local(slot, slotSymbols(op, target), 'y', attrs))]),
      row('symbols', left, [local, upstream], operator),
      row('upstream', upstream.latex, [upstreamNumber]),
      row('local', local.latex, [numberTerm('local', edge.local)]),
      row('result', left, result.terms),
    ];
  return [
    row('rule', ruleLeft(op, target, slot), [plain(op.latex.local(slot, slotSymbols(op, target), 'y', attrs))]),
    row('symbols', left, [local, upstream], operator),
    row('upstream', '', [local, upstreamNumber], operator),
    row('local', '', [numberTerm('local', edge.local), upstreamNumber], operator),
    result,
  ];
}

/** How a gate's value comes about. */
export function computeRows({ node, value, inputs }: ComputeStep, nodes: NodesById): readonly ExplainRow[] {
  const op = findOp(node.op);
  const attrs = op && attributesOf(node, op);
  const result = row('result', '', [{ role: 'plain', latex: numberLatex(summarize(value)), number: value }]);
  if (!op || !attrs || op.leaf) return [row('result', symbolOf(node).latex, result.terms)];
  const symbols = inputSymbols(node, op, nodes).map(({ latex }) => latex);
  const scalars = inputs.map((input) => scalarOf(input.value));
  const numbers = scalars.every((each) => each !== null) && scalars.length === node.inputs.length;
  const middle = numbers
    ? row('numbers', '', [
        plain(
          op.latex.forward(
            scalars.map((each) => numberLatex(formatNumber(each))),
            attrs,
          ),
        ),
      ])
    : row('shapes', `[${shapeSizes(value.shape)}]`, [
        plain(inputs.map((input) => shapeLatex(input.value)).join('\\ \\text{and}\\ ')),
      ]);
  return [
    row('rule', 'y', [plain(op.latex.forward(slotSymbols(op, node), attrs))]),
    row('symbols', symbolOf(node).latex, [plain(op.latex.forward(symbols, attrs))]),
    middle,
    result,
  ];
}

/** ∂L/∂L = 1. */
export function seedRows({ node, grad }: SeedStep, notation: DerivativeNotation): readonly ExplainRow[] {
  const y = symbolOf(node);
  return [row('result', gradientOf(y, y, notation).latex, [numberTerm('result', grad)])];
}

/** One training step of a parameter: w ← w − η · ∂L/∂w. */
export function updateRows(
  { node, value, grad, rate, next }: UpdateStep,
  objective: GraphNode | undefined,
  notation: DerivativeNotation,
): readonly ExplainRow[] {
  const w = symbolOf(node);
  const slope = gradientOf(w, objective ? symbolOf(objective) : null, notation);
  const eta = numberLatex(formatNumber(rate));
  const result = row('result', '', [{ role: 'plain', latex: numberLatex(summarize(next)), number: next }]);
  const symbols = row('symbols', w.latex, [plain(`${w.latex} - \\eta \\, ${slope.latex}`)]);
  const [from, by] = [scalarOf(value), scalarOf(grad)];
  if (from === null || by === null)
    return [symbols, row('shapes', `[${shapeSizes(next.shape)}]`, [plain(`\\eta = ${eta}`)]), result];
  const start = numberLatex(formatNumber(from));
  return [
    row('rule', 'w', [plain('w - \\eta \\, \\frac{\\partial L}{\\partial w}')]),
    symbols,
    row('numbers', '', [plain(`${start} - ${eta} \\cdot ${factorLatex(by)}`)]),
    result,
  ];
}

/** The derivation as a LaTeX environment to paste into a paper. */
export function rowsLatex(rows: readonly ExplainRow[]): string {
  const lines = rows.map(
    ({ left, terms, operator }) => `  ${left} &= ${terms.map(({ latex }) => latex).join(` ${operator} `)}`,
  );
  return ['\\begin{aligned}', lines.join(' \\\\\n'), '\\end{aligned}'].join('\n');
}

function numberTerm(role: TermRole, number: Tensor, signed = false, factor = false): Term {
  const scalar = scalarOf(number);
  if (scalar === null)
    return { role, number, latex: numberLatex(summarize(number, { signed, widthCh: LONGEST_TENSOR_CH })) };
  const latex = factor ? factorLatex(scalar) : numberLatex(signed ? formatSigned(scalar) : formatNumber(scalar));
  return { role, number, latex };
}

function factorLatex(value: number): string {
  const text = formatNumber(value);
  const latex = numberLatex(text);
  return text.startsWith(MINUS) || text.includes('e') ? `\\left(${latex}\\right)` : latex;
}

function shapeLatex({ shape }: Tensor): string {
  return shape.length === 0 ? '\\text{scalar}' : `[${shape.join(' \\times ')}]`;
}

/** ∂(a · b)/∂b; where the function is long, ∂y/∂b. */
function ruleLeft(op: OpDefinition, node: GraphNode, slot: number): string {
  const attrs = attributesOf(node, op);
  const forward = attrs ? op.latex.forward(slotSymbols(op, node), attrs) : 'y';
  const bottom = `\\partial ${slotSymbol(op, slot).latex}`;
  if (forward.length > LONGEST_RULE || node.inputs.length > 2 || forward.includes('\\frac'))
    return `\\frac{\\partial y}{${bottom}}`;
  return `\\frac{\\partial (${forward})}{${bottom}}`;
}

function slotSymbols(op: OpDefinition, node: GraphNode): readonly string[] {
  return node.inputs.map((_, slot) => slotSymbol(op, slot).latex);
}

function slotSymbol(op: OpDefinition, slot: number): MathSymbol {
  return symbolOfName(slotName(op.slots, slot));
}
