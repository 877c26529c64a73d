import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // The official calendar is Chinese whatever the machine says; a zone west of Greenwich would expose a day shift.
    env: { TZ: 'America/Los_Angeles', NODE_ENV: 'test' },
    pool: 'forks',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'demo/**/*.test.ts'],
  },
});
