import { type CheckReport, checkAtOnce, createSession, type GradientComparison, opTable, stream } from '#engine';
import { DataFailure, refusal } from '../failure.ts';
import { requireDocument } from '../read-document.ts';
import { listJson, numberJson, objectJson } from '../text/json.ts';
import { numberText, tableLines } from '../text/table.ts';
import type { Command } from './define.ts';

/** Of the draws that choose what is tried of large tensors. */
const SEED = 1;

export const checkCommand: Command = {
  name: 'check',
  summary: 'every gradient against central differences',
  files: 'one',
  flags: { json: { type: 'boolean', summary: 'one JSON object instead of a table' } },
  run(args, output) {
    const file = args.files[0]!;
    const document = requireDocument(file);
    const plan = createSession(document, { table: opTable }).plan();
    if (plan.problems.length > 0) throw new DataFailure(refusal(file, plan.problems));
    const report = checkAtOnce(plan, { uniform: stream(SEED, 'check') });
    if (args.has('json')) output.line(checkJson(report));
    else for (const line of checkTable(report)) output.line(line);
    if (report.ok) return 0;
    const wrong = report.comparisons.find(({ verdict }) => verdict === 'differs' || verdict === 'unbounded');
    throw new DataFailure(
      wrong
        ? `${file}: ${nameOf(wrong)}: the gradient is ${wrong.analytic}, central differences give ${wrong.numeric}.`
        : `${file}: only ${report.matched} of ${report.total} gradients match.`,
    );
  },
};

function nameOf({ of }: GradientComparison): string {
  return 'node' in of ? `total of ${of.node}` : `contribution of ${of.target}[${of.slot}]`;
}

function checkJson({ ok, matched, total, skipped = 0, worst, comparisons }: CheckReport): string {
  return objectJson([
    ['ok', `${ok}`],
    ['matched', `${matched}`],
    ['total', `${total}`],
    ['skipped', `${skipped}`],
    ['worst', numberJson(worst)],
    [
      'comparisons',
      listJson(
        comparisons.map(({ of, index, analytic, numeric, error, verdict, left, right }) =>
          objectJson([
            ...('node' in of
              ? [['node', JSON.stringify(of.node)] as const]
              : [['target', JSON.stringify(of.target)] as const, ['slot', `${of.slot}`] as const]),
            ['index', `${index}`],
            ['analytic', numberJson(analytic)],
            ['numeric', numberJson(numeric)],
            ['error', numberJson(error)],
            ['verdict', JSON.stringify(verdict)],
            ...(left === undefined ? [] : [['left', numberJson(left)] as const]),
            ...(right === undefined ? [] : [['right', numberJson(right)] as const]),
          ]),
        ),
      ),
    ],
  ]);
}

function checkTable({ matched, total, skipped = 0, worst, comparisons }: CheckReport): string[] {
  const right = (title: string) => ({ title, align: 'right' as const });
  return [
    ...tableLines(
      [{ title: 'Gradient' }, right('Computed'), right('Differences'), right('Error'), { title: 'Verdict' }],
      comparisons.map((each) => [
        nameOf(each),
        numberText(each.analytic),
        numberText(each.numeric),
        each.error.toExponential(0),
        each.verdict,
      ]),
    ),
    '',
    `${matched} of ${total} gradients match, worst ${worst.toExponential(0)}`,
    ...(skipped > 0 ? [`${skipped} more were left out, at random: the graph is too large to try them all`] : []),
  ];
}
