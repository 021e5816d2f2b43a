import { fileURLToPath } from 'node:url';
import { defineConfig } from 'electron-vite';
import { rendererConfig } from './vite.config.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  main: {
    build: {
      outDir: at('./out/main'),
      sourcemap: true,
      externalizeDeps: false, // everything is bundled: the packaged program ships no node_modules
      rolldownOptions: { input: { index: at('./src-main/main.ts'), launch: at('./src-main/host/launch.ts') } },
    },
  },
  preload: {
    build: {
      outDir: at('./out/preload'),
      sourcemap: true,
      externalizeDeps: false, // a sandboxed preload can require nothing
      rolldownOptions: {
        input: { index: at('./src-main/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' }, // and must be CommonJS
      },
    },
  },
  renderer: rendererConfig('./out/renderer'),
});
