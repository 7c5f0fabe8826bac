import react from '@vitejs/plugin-react';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The contracts are read for types, labels and pure functions; their zod schemas are the server's, so they are dropped. */
const isDroppable = (id) => id.includes('/libs/contracts/') || id.includes('/node_modules/zod/');

/** Theme and type size are set before the first paint by a plain script of its own: the policy forbids inline ones. */
function beforePaint() {
  const source = readFileSync(here('src/appearance/before-paint.js'), 'utf8');
  const hash = createHash('sha256').update(source).digest('hex').slice(0, 8);
  const fileName = `assets/before-paint-${hash}.js`;
  return {
    name: 'before-paint',
    apply: 'build',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName, source });
    },
    transformIndexHtml: () => [{ tag: 'script', attrs: { src: `/${fileName}` }, injectTo: 'head-prepend' }],
  };
}

export default defineConfig({
  root: here('.'),
  base: '/',
  publicDir: false,
  plugins: [react(), beforePaint()],
  resolve: { alias: { '@mantianxing/contracts': here('../../../libs/contracts/src/index.ts') } },
  build: {
    outDir: here('../../../dist/apps/web-portal/client'),
    emptyOutDir: true,
    // Chromium 109 is the last one on Windows 7, which offices still run.
    target: ['chrome109', 'firefox115', 'safari16.4'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: { treeshake: { moduleSideEffects: (id) => !isDroppable(id) } },
    chunkSizeWarningLimit: 600,
  },
  server: { host: '127.0.0.1', port: 4190, proxy: { '/api': 'http://127.0.0.1:4100' } },
});
