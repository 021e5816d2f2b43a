import type { ChainruleDocument } from '../document/document.ts';
import type { OpTable } from '../graph/node-problems.ts';

/** What an exporter may ask about ops. */
export interface ExportContext {
  readonly table: OpTable;
}

/** One file format that a document can be written in. */
export interface Exporter {
  /** What `--to` names. */
  readonly id: string;
  /** What people read: `Graphviz`. */
  readonly name: string;
  /** Ending of the file's name, with its dot. */
  readonly extension: string;
  readonly mediaType: string;
  /**
   * The file's text, the same for the same document. An unfinished graph is written as far as it goes. Throws a
   * ChainruleError where the format has no form for the document.
   */
  write(document: ChainruleDocument, context: ExportContext): string;
}

export function defineExporter(exporter: Exporter): Exporter {
  return Object.freeze({ ...exporter });
}
