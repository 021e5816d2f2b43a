// `npm test`: every check there is, cheapest first; stops at the first that fails and says how long each took.
// The last line counts the tests: "N passed, N failed, N skipped".
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBrowser } from './browser.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const reports = join(root, 'out', 'reports');
const bin = (name) => join(root, 'node_modules', '.bin', name);
const totals = { passed: 0, failed: 0, skipped: 0 };

/** Runs one check; `countTests` reads what its report says. */
function step(name, command, args, countTests = () => {}) {
  const start = performance.now();
  console.log(`== ${name}`);
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: process.env });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  countTests();
  if (status !== 0) {
    console.error(`FAILED: ${name} after ${seconds} s${error ? ` (${error.message})` : ''}`);
    close(1);
  }
  console.log(`-- ${name}: ${seconds} s`);
}

function close(status) {
  console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
  process.exit(status);
}

const report = (file) => JSON.parse(readFileSync(join(reports, file), 'utf8'));

function countUnit() {
  const { numPassedTests, numFailedTests, numPendingTests } = report('unit.json');
  totals.passed += numPassedTests;
  totals.failed += numFailedTests;
  totals.skipped += numPendingTests;
}

function countEndToEnd() {
  const { stats } = report('e2e.json');
  totals.passed += stats.expected + stats.flaky;
  totals.failed += stats.unexpected;
  if (stats.flaky > 0) console.log(`${stats.flaky} passed only when tried again: see above.`);
  totals.skipped += stats.skipped;
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
process.env.PLAYWRIGHT_JSON_OUTPUT_NAME = join(reports, 'e2e.json');

step('generated files', process.execPath, [join(root, 'scripts', 'gen.mjs'), '--check']);
step('types', bin('tsc'), ['-b']);
step('lint', 'npm', ['run', '-s', 'lint']);
step('build', 'npm', ['run', '-s', 'build']);
step(
  'unit, boundaries, contract, property, reference values, command line',
  bin('vitest'),
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${join(reports, 'unit.json')}`],
  countUnit,
);
if (!ensureBrowser()) close(1);
step('end to end', bin('playwright'), ['test', '--reporter=list,json'], countEndToEnd);
close(0);
