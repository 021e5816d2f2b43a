// The layout library's own worker code: it listens for its client's messages as soon as it is loaded.
import 'elkjs/lib/elk-worker.min.js';
