// npm run -s bench -- NAME [--json]: medians, and ratios to a peer in the same run.
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type { Bench, BenchRow } from './define.ts';
import { evaluation } from './eval.ts';
import { opening } from './open.ts';
import { rendering } from './render/render.ts';

const benches: readonly Bench[] = [evaluation, opening, rendering];

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } });
const chosen = benches.filter(({ name }) => positionals.includes(name));
if (chosen.length === 0 || chosen.length < positionals.length) {
  console.error(`Name one or more of: ${benches.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

const machine = { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, node: process.version };
const rows: BenchRow[] = [];
for (const bench of chosen) {
  const found = await bench.run();
  rows.push(...found.map((row) => ({ ...row, name: chosen.length > 1 ? `${bench.name}: ${row.name}` : row.name })));
  if (!values.json) print(bench, found);
}
if (values.json) console.log(JSON.stringify({ machine, rows }, null, 2));
else console.log(`\n${machine.cpu}, ${machine.cores} cores, Node ${machine.node}; medians, the two sides in turn`);

function print(bench: Bench, found: readonly BenchRow[]): void {
  console.log(`\n${bench.name}: ${bench.about}`);
  for (const { name, medianMs, peer, peerMs, ratio } of found) {
    const other =
      peerMs === null ? `${peer} is not there` : `${peer} ${peerMs.toPrecision(3)} ms, ratio ${ratio?.toPrecision(3)}`;
    console.log(`  ${name.padEnd(28)} ${medianMs.toPrecision(3).padStart(8)} ms   ${other}`);
  }
}
