import { defineConfig } from 'vite';

// The service serves dist below /console/. Nothing is inlined, because the page's content security policy forbids it.
export default defineConfig({
  base: '/console/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // What every screen uses is one file: else each part that two screens share is a request of its own. The description in
        // Chinese is none of that.
        codeSplitting: {
          groups: [
            { name: 'shell', test: /src\/(?:ui|app|api|i18n(?!\/zh\/description))\/|node_modules\/(?:preact|@noble)\// },
            { name: 'screens', test: /src\/screens\/(?:shared|media)\// },
          ],
        },
      },
    },
  },
  server: { proxy: { '^/(?!console/)': 'http://127.0.0.1:7071' } },
});
