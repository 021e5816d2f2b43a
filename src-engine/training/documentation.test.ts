import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { datasets } from '../data/registry.ts';
import { emptyDocument } from '../document/document.ts';
import { serializeDocument } from '../document/serialize.ts';
import { network } from '../testing/network.ts';
import { openTraining, trainedDocument } from './open-training.ts';
import { optimizers } from './optimizers/registry.ts';
import { probeValues } from './probe.ts';
import { schedules } from './schedules/registry.ts';

const page = readFileSync(new URL('../../docs/training.md', import.meta.url), 'utf8');

it('the page names every data set with its options, every optimizer and every schedule', () => {
  const named = [...datasets.values(), ...schedules.values()].flatMap(({ id, options }) => [
    id,
    ...Object.keys(options),
  ]);
  for (const name of [...named, ...optimizers.keys()]) expect(page, name).toContain(`\`${name}\``);
});

/** Why the page's program cannot run here, or the Python that can run it. */
function findPython(): { readonly command: string } | { readonly reason: string } {
  for (const command of ['python3', '/usr/bin/python3'])
    if (spawnSync(command, ['-c', 'import numpy']).status === 0) return { command };
  return { reason: 'python3 with numpy is not installed' };
}

it('its Python program, ten lines long, computes what the engine computes', () => {
  const [, program = ''] = /```python\n([\s\S]*?)```/.exec(page)!;
  expect(program.trim().split('\n').length).toBeLessThanOrEqual(10);
  const document = {
    ...emptyDocument,
    ...network([4, 2600, 3], { activation: 'tanh', seed: 1, bound: 0.05 }), // more than 10 000 numbers: base64
    training: {
      dataset: { name: 'iris' },
      bindings: { x: 'features', t: 'targets' },
      normalize: 'z-score',
      batchSize: 50,
      epochs: 2,
      optimizer: { name: 'adam', learningRate: 0.003 },
    },
  };
  const trainer = openTraining(document);
  while (trainer.state().phase !== 'done') trainer.step();
  const rows = [
    [5.1, 3.5, 1.4, 0.2],
    [6.3, 3.3, 6, 2.5],
  ];
  const [expected] = probeValues(trainer, Float64Array.from(rows.flat()), ['y']);
  const text = serializeDocument(trainedDocument(document, trainer, false));
  expect(text).toContain('"dtype": "float64"');

  const python = findPython();
  if ('reason' in python) {
    process.stdout.write(`The program was not run: ${python.reason}.\n`);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'chainrule-reader-'));
  try {
    writeFileSync(join(folder, 'read.py'), program);
    writeFileSync(join(folder, 'trained.json'), text);
    const { stdout, stderr } = spawnSync(
      python.command,
      [join(folder, 'read.py'), join(folder, 'trained.json'), 'y', JSON.stringify(rows)],
      { encoding: 'utf8' },
    );
    expect(stderr).toBe('');
    const found = (JSON.parse(stdout) as number[][]).flat();
    expect(found).toHaveLength(6);
    found.forEach((value, index) => {
      expect(Math.abs(value - expected![index]!)).toBeLessThan(1e-6);
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
