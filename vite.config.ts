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

/** Text in the component library's files → what the content policy lets through. */
const POLICY_FIXES: Readonly<Record<string, readonly [string, string]>> = {
  // Scroll lock under dialogs and scroll bar measuring write style elements without the configured nonce: it is in the page.
  '@rc-component/util/es/Dom/dynamicCSS.js': [
    'if (csp?.nonce) {',
    `styleNode.nonce = document.querySelector('meta[name="csp-nonce"]')?.content ?? '';\n  if (csp?.nonce) {`,
  ],
  // Text areas that grow measure themselves in a hidden copy; a style attribute is refused, the style object is not.
  '@rc-component/input/es/calculateNodeHeight.js': [
    "hiddenTextarea.setAttribute('style', ",
    '((style) => { hiddenTextarea.style.cssText = style; })(',
  ],
};

function policyFixes(): Plugin {
  return {
    name: 'mingchuang-policy-fixes',
    transform(code, id) {
      const path = id.replaceAll('\\', '/');
      const fix = Object.entries(POLICY_FIXES).find(([file]) => path.includes(file))?.[1];
      if (!fix) return;
      if (!code.includes(fix[0]))
        this.error(`${path} has changed: look again whether it still offends the content policy`);
      return { code: code.replace(fix[0], () => fix[1]), map: null };
    },
  };
}

export default defineConfig({
  root: here('./src/workbench'),
  base: '/workbench/',
  plugins: [react(), policyFixes(), pdfAssets()],
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
