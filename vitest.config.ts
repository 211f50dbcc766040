import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'models/**/*.test.ts', 'test/**/*.test.ts', '*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // They have a condition `source` of their own, and TypeScript behind it.
    server: { deps: { inline: ['eventsource-parser', 'eventsource', /@modelcontextprotocol/, /@ai-sdk/, 'ai'] } },
  },
})
