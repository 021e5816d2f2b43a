import { graphProblems, opTable, type Problem } from '#engine';
import { DataFailure, problemLine, refusal } from '../failure.ts';
import { readDocument } from '../read-document.ts';
import type { Command } from './define.ts';

export const validateCommand: Command = {
  name: 'validate',
  summary: 'schema and graph errors',
  files: 'some',
  flags: { json: { type: 'boolean', summary: 'one JSON object instead of lines' } },
  run(args, output) {
    let status = 0;
    const reports = args.files.map((file) => {
      const { problems, unreadable } = problemsOf(file);
      const valid = problems.length === 0 && unreadable === null;
      if (!valid) {
        status = 1;
        output.note(unreadable ?? refusal(file, problems));
      }
      if (!args.has('json')) {
        if (valid) output.line(`${file}: valid`);
        for (const each of problems) output.line(problemLine(file, each));
      }
      return {
        file,
        valid,
        problems: problems.map(({ path, code, message, hint }) => ({ path, code, message, hint })),
      };
    });
    if (args.has('json')) output.line(JSON.stringify({ files: reports }));
    return status;
  },
};

function problemsOf(file: string): { readonly problems: readonly Problem[]; readonly unreadable: string | null } {
  try {
    const { document, problems } = readDocument(file);
    return { problems: problems ?? graphProblems(document, opTable), unreadable: null };
  } catch (error) {
    if (error instanceof DataFailure) return { problems: [], unreadable: error.message };
    throw error;
  }
}
