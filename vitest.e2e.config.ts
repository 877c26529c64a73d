import { defineConfig } from 'vitest/config';

// Browser journeys against the built program, one after the other: each starts servers of its own.
export default defineConfig({
  test: {
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 240_000,
    expect: { poll: { timeout: 60_000, interval: 250 } },
    // The first start tells the demonstration's whole year.
    hookTimeout: 600_000,
    include: ['e2e/**/*.e2e.ts'],
  },
});
