#!/usr/bin/env node
import process from 'node:process';
import { version } from '../package.json';
import { commands } from './commands/all.ts';
import { run } from './run.ts';

// A reader that has seen enough (`| head`) closes the pipe: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await run(process.argv.slice(2), commands, version, {
  line: (text) => process.stdout.write(`${text}\n`),
  note: (text) => process.stderr.write(`${text}\n`),
  ...(process.stderr.isTTY ? { progress: (text) => process.stderr.write(`\r\u001b[K${text}`) } : {}),
  onInterrupt(call) {
    process.once('SIGINT', call);
    return () => process.off('SIGINT', call);
  },
});
