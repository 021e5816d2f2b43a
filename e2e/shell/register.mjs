// Loaded before the built main process: its import of 'electron' then finds the stand-in beside this file.
import { register } from 'node:module';

register(
  `data:text/javascript,${encodeURIComponent(`
    const standIn = ${JSON.stringify(new URL('./fake-electron.mjs', import.meta.url).href)};
    export const resolve = (specifier, context, next) =>
      specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context);
  `)}`,
);
