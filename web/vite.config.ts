/** Builds the dashboard into `web/dist`, which the server serves; in development it sends API calls to a running server. */
import { constants } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compression, defineAlgorithm } from 'vite-plugin-compression2';

/** Smaller files are sent as they are: compressed they would save less than what their headers cost. In bytes. */
const TINY = 1_024;

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    react(),
    // Compressed once, here, as small as it gets; the server sends what lies beside each file.
    compression({
      threshold: TINY,
      algorithms: [
        defineAlgorithm('gzip', { level: constants.Z_BEST_COMPRESSION }),
        defineAlgorithm('brotliCompress', { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }),
      ],
      logLevel: 'silent',
    }),
  ],
  build: { outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0 },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
});
