import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'models/**/*.test.ts', 'test/**/*.test.ts', '*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // It has a condition `source` of its own, and TypeScript behind it.
    server: { deps: { inline: ['eventsource-parser', /@ai-sdk/, 'ai'] } },
  },
})
