// @ts-check
// `npm run bench [NAME…]`: runs the benchmarks, which are TypeScript, without a build of their own.
import { runnerImport } from 'vite';

await runnerImport('./tests/bench/bench.ts', { configFile: false });
