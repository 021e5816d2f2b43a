import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseDocument } from '#engine';
import { run } from '../run.ts';
import { commands } from './all.ts';
import type { Output } from './define.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chainrule-train-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const at = (name: string) => join(folder, name);

const XOR = {
  format: 'chainrule',
  version: 1,
  nodes: [
    { id: 'x', op: 'input', attrs: { value: [0, 1] } },
    { id: 't', op: 'input', attrs: { value: [1] } },
    {
      id: 'W1',
      op: 'parameter',
      attrs: {
        value: [
          [0.9, -0.7, 0.3, 0.4],
          [0.3, 0.8, -0.9, -0.6],
        ],
      },
    },
    { id: 'b1', op: 'parameter', attrs: { value: [0.1, 0, -0.1, 0], decay: false } },
    { id: 'p', op: 'matmul', inputs: ['x', 'W1'] },
    { id: 'z', op: 'add', inputs: ['p', 'b1'] },
    { id: 'h', op: 'tanh', inputs: ['z'] },
    { id: 'W2', op: 'parameter', attrs: { value: [[0.2], [-0.3], [0.4], [0.1]] } },
    { id: 'y', op: 'matmul', inputs: ['h', 'W2'] },
    { id: 'E', op: 'binary_cross_entropy_with_logits', inputs: ['y', 't'] },
  ],
  training: {
    dataset: { name: 'xor' },
    bindings: { x: 'features', t: 'targets' },
    batchSize: 2,
    epochs: 300,
    seed: 3,
    optimizer: { name: 'adam', learningRate: 0.05 },
  },
};

function write(name: string, document: object): string {
  writeFileSync(at(name), JSON.stringify(document));
  return at(name);
}

interface Ran {
  readonly status: number;
  readonly lines: readonly string[];
  readonly notes: readonly string[];
}

async function chainrule(args: readonly string[], more: Partial<Output> = {}): Promise<Ran> {
  const lines: string[] = [];
  const notes: string[] = [];
  const output: Output = { line: (text) => lines.push(text), note: (text) => notes.push(text), ...more };
  return { status: await run(['train', ...args], commands, '0', output), lines, notes };
}

const json = ({ lines }: Ran) => {
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0]!) as {
    epochs: number;
    seconds: number;
    history: { epoch: number; train: { loss: number; accuracy: number } }[];
    test: unknown;
    parameters: Record<string, unknown>;
  };
};

describe('chainrule train', () => {
  it('learns XOR and prints one JSON object', async () => {
    const result = json(await chainrule([write('xor.json', XOR), '--json']));
    expect(Object.keys(result)).toEqual(['epochs', 'seconds', 'history', 'test', 'parameters']);
    expect(result.epochs).toBe(300);
    expect(result.history).toHaveLength(300);
    expect(result.history.at(-1)!.train.accuracy).toBe(1);
    expect(Object.keys(result.parameters).sort()).toEqual(['W1', 'W2', 'b1']);
    expect(result.parameters['W2']).toHaveLength(4);
  });

  it('gives the same parameters for the same seed, and others for another', async () => {
    const file = write('seed.json', XOR);
    const of = async (...more: string[]) =>
      json(await chainrule([file, '--json', '--epochs', '20', ...more])).parameters;
    expect(await of()).toEqual(await of());
    expect(await of('--seed', '3')).toEqual(await of());
    expect(await of('--seed', '4')).not.toEqual(await of());
  });

  it('writes a document that opens, and goes on from it to the bit', async () => {
    const file = write('whole.json', XOR);
    expect((await chainrule([file, '--epochs', '40', '--out', at('whole.out.json')])).status).toBe(0);
    expect((await chainrule([file, '--epochs', '15', '--out', at('half.out.json')])).status).toBe(0);
    expect(
      (await chainrule([at('half.out.json'), '--epochs', '40', '--resume', '--out', at('both.out.json')])).status,
    ).toBe(0);
    const parse = (name: string) => parseDocument(readFileSync(at(name), 'utf8')).document!;
    expect(parse('both.out.json').nodes).toEqual(parse('whole.out.json').nodes);
    expect(parse('both.out.json').trained!['history']).toEqual(parse('whole.out.json').trained!['history']);
  });

  it('prints plain lines where there is no terminal, and a bar where there is one', async () => {
    const file = write('lines.json', XOR);
    const plain = await chainrule([file, '--epochs', '5']);
    // A slow machine prints earlier epochs too.
    expect(plain.lines.at(-2)).toMatch(/^epoch 5 of 5: train loss 0\.\d+, accuracy \d+\.00 %$/);
    expect(plain.lines.at(-1)).toMatch(/^trained for \d+ s$/);
    const bars: string[] = [];
    await chainrule([file, '--epochs', '5'], { progress: (text) => bars.push(text) });
    expect(bars.at(-2)).toMatch(/^\[#+-*\] epoch 5 of 5: .* left$/);
    expect(bars.at(-1)).toBe('');
  });

  it('writes what there is when interrupted', async () => {
    let interrupt = () => {};
    const endless = write('endless.json', { ...XOR, training: { ...XOR.training, epochs: 10_000_000 } });
    const { status, notes } = await chainrule([endless, '--out', at('stopped.json')], {
      onInterrupt(call) {
        interrupt = call;
        setTimeout(() => interrupt(), 100);
        return () => undefined;
      },
    });
    expect(status).toBe(0);
    expect(notes).toEqual(['Stopped before the end.']);
    const { trained } = parseDocument(readFileSync(at('stopped.json'), 'utf8')).document!;
    expect(trained!['epochs']).toBeGreaterThan(0);
  });

  it('reads CSV beside the document, compressed or not', async () => {
    const table = `a,b,kind\n${[...'0110'].map((kind, row) => `${row >> 1},${row & 1},${kind}`).join('\n')}\n`;
    writeFileSync(at('gate.csv'), table);
    writeFileSync(at('gate.csv.gz'), gzipSync(table));
    const trained = async (path: string) => {
      const dataset = { name: 'csv', path, features: ['a', 'b'], target: 'kind', options: { target: 'class' } };
      const file = write('csv.json', { ...XOR, training: { ...XOR.training, dataset, epochs: 5 } });
      return json(await chainrule([file, '--json'])).parameters;
    };
    expect(await trained('gate.csv')).toEqual(await trained('gate.csv.gz'));
    expect(await trained('gate.csv')).toEqual(
      json(await chainrule([write('g.json', XOR), '--json', '--epochs', '5'])).parameters,
    );
  });

  it('reads pictures from IDX files', async () => {
    const images = Uint8Array.from([0, 0, 8, 3, 0, 0, 0, 4, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 255, 255, 0, 255, 255]);
    const labels = Uint8Array.from([0, 0, 8, 1, 0, 0, 0, 4, 0, 1, 1, 0]);
    writeFileSync(at('i.gz'), gzipSync(images));
    writeFileSync(at('l'), labels);
    const dataset = { name: 'idx', images: 'i.gz', labels: 'l' };
    const file = write('idx.json', { ...XOR, training: { ...XOR.training, dataset, epochs: 200 } });
    expect(json(await chainrule([file, '--json'])).history.at(-1)!.train.accuracy).toBe(1);
  });

  it.each([
    ['no training section', { ...XOR, training: undefined }, [], 1, /does not say how to train/],
    [
      'a missing file',
      { ...XOR, training: { ...XOR.training, dataset: { name: 'csv', path: 'no.csv', features: ['a'], target: 'b' } } },
      [],
      1,
      /no\.csv: there is no such file/,
    ],
    [
      'an unknown data set',
      { ...XOR, training: { ...XOR.training, dataset: { name: 'nand' } } },
      [],
      1,
      /training\.dataset\.name: There is no data set "nand"/,
    ],
    ['a wrong number', XOR, ['--epochs', 'many'], 2, /--epochs takes a whole number/],
    ['an unknown flag', XOR, ['--fast'], 2, /unknown option/],
  ] as const)('refuses %s with one line', async (name, document, flags, status, message) => {
    const ran = await chainrule([write(`${name.replaceAll(' ', '-')}.json`, document), ...flags]);
    expect(ran.status).toBe(status);
    expect(ran.notes).toHaveLength(1);
    expect(ran.notes[0]).toMatch(message);
    expect(ran.lines).toEqual([]);
  });

  it('stops with status 1 where numbers overflow, naming the place, and writes the last finite parameters', async () => {
    const hot = { ...XOR, training: { ...XOR.training, optimizer: { name: 'sgd', learningRate: 1e308 } } };
    const ran = await chainrule([write('hot.json', hot), '--out', at('hot.out.json')]);
    expect(ran.status).toBe(1);
    expect(ran.notes[0]).toMatch(/became (infinite|minus infinite|NaN).*in epoch \d+, step \d+/);
    expect(parseDocument(readFileSync(at('hot.out.json'), 'utf8')).document).toBeDefined();
  });
});
