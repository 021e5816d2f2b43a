// The window's build, shared: `vite` alone serves the web edition, electron.vite.config.ts builds the same files for Electron.
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { PAGE_POLICY } from './src-main/security/content-security-policy.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const contentSecurityPolicy = (): Plugin => ({
  name: 'content-security-policy',
  apply: 'build', // the development server needs inline script for hot reload
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: PAGE_POLICY },
      injectTo: 'head-prepend',
    },
  ],
});

export const rendererConfig = (outDir: string): UserConfig => ({
  root: at('./src-renderer'),
  base: './',
  publicDir: at('./resources/public'),
  plugins: [react(), contentSecurityPolicy()],
  worker: { format: 'es' },
  server: { headers: { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' } },
  build: {
    outDir: at(outDir),
    emptyOutDir: true,
    target: 'es2023',
    minify: true,
    sourcemap: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0, // fonts and workers as files: the policy refuses data: URLs for them
    chunkSizeWarningLimit: 3000,
    rolldownOptions: { input: at('./src-renderer/index.html'), checks: { pluginTimings: false } },
  },
});

export default defineConfig(rendererConfig('./out/web'));
