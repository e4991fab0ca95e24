import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{crawler,site,scripts}/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'dist/**'],
    globalSetup: 'crawler/test/run-folder.ts',
    testTimeout: 60_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
    // Files of a worker share what they load, and the one Chromium: none of them changes what others see.
    isolate: false,
  },
});
