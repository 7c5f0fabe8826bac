import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The contracts are read for types, labels and pure functions; their zod schemas are the server's, so they are dropped. */
const isDroppable = (id) => id.includes('/libs/contracts/') || id.includes('/node_modules/zod/');

export default defineConfig({
  root: here('.'),
  base: '/app-assets/',
  plugins: [react()],
  resolve: { alias: { '@mantianxing/contracts': here('../../../libs/contracts/src/index.ts') } },
  build: {
    outDir: here('../../../dist/apps/web-portal/client'),
    emptyOutDir: true,
    // Chromium 109 is the last one on Windows 7, which offices still run.
    target: ['chrome109', 'firefox115', 'safari16.4'],
    modulePreload: { polyfill: false },
    rolldownOptions: { treeshake: { moduleSideEffects: (id) => !isDroppable(id) } },
    chunkSizeWarningLimit: 600,
  },
  server: { host: '127.0.0.1', port: 4190, proxy: { '/api': 'http://127.0.0.1:4100' } },
});
