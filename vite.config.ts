import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * The renderer's build. Made for a strict Content-Security-Policy: no inline script, no inlined assets, no polyfill
 * that would need one. Names carry a hash of their content, so hosts may let them be cached for ever.
 */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    // Chromium 156 is what Electron 45 embeds; the loopback host serves browsers of that age and newer.
    target: 'es2024',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    sourcemap: false,
    chunkSizeWarningLimit: 1500,
    // What the first screen needs is one file: thirty small ones cost the start more than they ever save a later screen.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } } },
  },
});
