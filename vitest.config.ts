import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // The official calendar is Chinese whatever the machine says; a zone west of Greenwich would expose a day shift.
    env: { TZ: 'America/Los_Angeles', NODE_ENV: 'test' },
    pool: 'forks',
    // Generous, since it says nothing about the product how busy the machine is; what hangs is still found.
    testTimeout: 120_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000, interval: 100 } },
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'demo/**/*.test.ts'],
  },
});
