import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: 'unit', include: ['src/**/*.test.{ts,tsx}', 'bench/**/*.test.ts'] } },
      // Journeys share one browser and one machine: one file at a time.
      { extends: true, test: { name: 'journeys', include: ['test/**/*.test.ts'], fileParallelism: false } },
    ],
  },
})
