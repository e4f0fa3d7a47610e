/** Builds the gallery of charts: `npx vite build test/web/gallery --outDir FOLDER`. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  logLevel: 'warn',
  build: { chunkSizeWarningLimit: 2_000 },
});
