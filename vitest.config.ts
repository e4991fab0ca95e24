import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{crawler,site,scripts}/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'dist/**'],
    globalSetup: 'crawler/test/run-folder.ts',
    testTimeout: 60_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
  },
});
