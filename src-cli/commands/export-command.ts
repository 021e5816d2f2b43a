import { writeFileSync } from 'node:fs';
import { ChainruleError, exporters, opTable } from '#engine';
import { DataFailure, refusal, UsageFailure } from '../failure.ts';
import { requireDocument } from '../read-document.ts';
import type { Command } from './define.ts';

export const exportCommand: Command = {
  name: 'export',
  summary: 'the graph in another format',
  files: 'one',
  flags: {
    to: { type: 'string', value: 'FORMAT', required: true, summary: 'json, dot or latex' },
    out: { type: 'string', value: 'FILE', summary: 'where to write; standard output when left out' },
  },
  run(args, output) {
    const known = [...exporters.keys()].join(', ');
    const format = args.text('to');
    if (format === undefined) throw new UsageFailure(`export: --to FORMAT is missing; formats are ${known}.`);
    const exporter = exporters.get(format);
    if (!exporter) throw new UsageFailure(`export: there is no format "${format}"; formats are ${known}.`);
    const file = args.files[0]!;
    const document = requireDocument(file);
    const text = written(file, () => exporter.write(document, { table: opTable }));
    const out = args.text('out');
    if (out === undefined) output.line(text.replace(/\n$/, ''));
    else write(out, text);
    return 0;
  },
};

function written(file: string, work: () => string): string {
  try {
    return work();
  } catch (error) {
    if (error instanceof ChainruleError) throw new DataFailure(refusal(file, [error.problem]));
    throw error;
  }
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new DataFailure(`${file}: it cannot be written (${code}).`);
  }
}
