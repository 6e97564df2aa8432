// @ts-check
// `npm run bench [-- SECTION… FOLDER…]`: bundles the benchmarks, which are TypeScript, as the program itself is bundled,
// and runs them. SECTION is a name in tests/bench/bench.ts; the texts of FOLDER take the place of those made from seeds.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const outDir = mkdtempSync(join('node_modules', '.bench-'));
try {
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      target: 'node20',
      outDir,
      rollupOptions: {
        input: ['bench', 'process'].map((name) => `tests/bench/${name}.ts`),
        output: { entryFileNames: '[name].js' },
      },
    },
  });
  const { bench } = await import(pathToFileURL(join(outDir, 'bench.js')).href);
  await bench(process.argv.slice(2));
} finally {
  rmSync(outDir, { recursive: true });
}
