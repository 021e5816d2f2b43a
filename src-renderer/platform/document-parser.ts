import { type ParsedDocument, parseDocument } from '#engine';

/** Longer texts take longer than a frame or two to read. */
const LONG_TEXT = 2 ** 16;
/** A text that keeps the worker longer than this is read here. */
const PATIENCE_MS = 60_000;

/** Reads short documents at once, and long ones in a worker that lives as long as the reading. */
export function createDocumentParser(): (text: string) => Promise<ParsedDocument> {
  return (text) => (text.length < LONG_TEXT ? Promise.resolve(parseDocument(text)) : parseElsewhere(text));
}

function parseElsewhere(text: string): Promise<ParsedDocument> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./parse.worker.ts', import.meta.url), { type: 'module', name: 'parse' });
    const finish = (parsed: ParsedDocument) => {
      window.clearTimeout(timer);
      worker.terminate();
      resolve(parsed);
    };
    const here = () => finish(parseDocument(text)); // no worker, or one that died: slower is better than not at all
    const timer = window.setTimeout(here, PATIENCE_MS);
    worker.addEventListener('message', ({ data }: MessageEvent<ParsedDocument>) => finish(data));
    worker.addEventListener('messageerror', here);
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      here();
    });
    worker.postMessage(text);
  });
}
