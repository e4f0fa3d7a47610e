/** Builds the dashboard into `web/dist`, which the server serves; in development it sends API calls to a running server. */
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compiledEarly, compressedForms, runsEarly } from './build-plugins.ts';
import { usedStyles } from './mantine-styles.ts';

/** The script that asks for the first answers, before the program is there. */
const EARLY = { name: 'early', source: 'src/early.ts' };
/** The piece that every page starts with. */
const PROGRAM = 'program';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    react(),
    usedStyles(join(import.meta.dirname, 'src')),
    runsEarly(EARLY.name, EARLY.source),
    compiledEarly(PROGRAM),
    compressedForms(),
  ],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    // The program is one piece on purpose: cut into thirty it comes later.
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: {
      input: { index: join(import.meta.dirname, 'index.html'), [EARLY.name]: join(import.meta.dirname, EARLY.source) },
      output: {
        codeSplitting: {
          // Each with all that it imports.
          groups: [
            { name: 'asked', test: /\/web\/src\/lib\/early-answers\.ts$/, priority: 2 },
            { name: PROGRAM, test: /\/web\/src\/main\.tsx$/, priority: 1 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
});
