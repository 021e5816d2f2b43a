// The benchmarks as one plain Node file: out/bench/main.js.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  publicDir: false,
  build: { ssr: at('./bench/main.ts'), outDir: at('./out/bench'), emptyOutDir: true, target: 'node20', minify: false },
  ssr: { noExternal: true, external: ['ajv', 'vite', '@vitejs/plugin-react', '@playwright/test'] },
});
