import { parseDocument } from '#engine';

// Started for one text, ended by whoever started it.
self.addEventListener('message', ({ data }: MessageEvent<string>) => self.postMessage(parseDocument(data)));
