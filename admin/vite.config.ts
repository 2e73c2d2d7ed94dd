import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = process.env.TUNGNHA_SERVER ?? 'http://localhost:4000';

export default defineConfig({
  base: '/',
  plugins: [react()],
  build: {
    outDir: 'dist',
    target: 'es2022',
    // Fonts and icons stay files of our own origin: the content security policy allows no data: font.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
  },
  server: { proxy: { '/graphql': server, '/uploads': server, '/exports': server } },
});
