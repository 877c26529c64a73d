import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Character maps and fonts that pdf.js fetches for documents whose Chinese fonts are not embedded. */
function pdfAssets(): Plugin {
  let outDir = '';
  return {
    name: 'mingchuang-pdf-assets',
    apply: 'build',
    configResolved(config) {
      outDir = config.build.outDir;
    },
    closeBundle() {
      for (const folder of ['cmaps', 'standard_fonts']) {
        cpSync(here(`./node_modules/pdfjs-dist/${folder}`), join(outDir, 'pdf', folder), { recursive: true });
      }
    },
  };
}

const STYLE_MADE = 'if (csp?.nonce) {';

/**
 * A few parts of the component library (scroll lock under dialogs, scroll bar measuring) write style elements without the nonce they are
 * configured with; the content policy would refuse them. They take it from the page instead.
 */
function styleNonce(): Plugin {
  return {
    name: 'mingchuang-style-nonce',
    transform(code, id) {
      if (!id.replaceAll('\\', '/').includes('@rc-component/util/es/Dom/dynamicCSS.js')) return;
      if (!code.includes(STYLE_MADE))
        this.error('@rc-component/util makes style elements in another way: adapt styleNonce');
      const nonce = 'document.querySelector(\'meta[name="csp-nonce"]\')?.content';
      return { code: code.replace(STYLE_MADE, `styleNode.nonce = ${nonce} ?? '';\n  ${STYLE_MADE}`), map: null };
    },
  };
}

export default defineConfig({
  root: here('./src/workbench'),
  base: '/workbench/',
  plugins: [react(), styleNonce(), pdfAssets()],
  build: {
    outDir: here('./dist/workbench'),
    emptyOutDir: true,
    target: 'es2023',
    // The content policy allows no data: addresses for scripts and fonts, so nothing is inlined.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'react',
              test: /node_modules[\\/](react|react-dom|react-router|scheduler|@tanstack)[\\/]/,
              priority: 3,
            },
            { name: 'charts', test: /node_modules[\\/](echarts|zrender)[\\/]/, priority: 3 },
            { name: 'pdf', test: /node_modules[\\/]pdfjs-dist[\\/]/, priority: 3 },
          ],
        },
      },
    },
  },
  server: {
    proxy: { '/api': process.env.MINGCHUANG_API ?? 'http://127.0.0.1:8080' },
  },
});
