import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// Main is ES modules with its packages left outside; the sandboxed preload is one CommonJS file; the window is one page
// with relative addresses, served under app://desk/.
export default defineConfig({
  main: {
    build: {
      externalizeDeps: true,
      outDir: 'out/main',
      rollupOptions: {
        input: {
          index: 'main/index.ts',
          'store-worker': 'main/store/worker.ts',
          'check-worker': 'main/store/check-worker.ts',
          'backup-worker': 'main/backup/worker.ts',
          'heic-worker': 'main/media/heic/worker.ts',
        },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      outDir: 'out/preload',
      rollupOptions: { input: { index: 'preload/index.ts' }, output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: 'renderer',
    base: './',
    plugins: [react()],
    // A worker may load more when it is needed.
    worker: { format: 'es' },
    build: {
      outDir: 'out/renderer',
      minify: true,
      rollupOptions: { input: 'renderer/index.html' },
      assetsInlineLimit: 0,
      // Read from the disk, not from a network.
      chunkSizeWarningLimit: 5_000,
      modulePreload: { polyfill: false },
    },
  },
});
