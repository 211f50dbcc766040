import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { PlantainError } from '@plantain/core'

/**
 * Painting makes a gigabyte of numbers that are gone at once: with room for as many young objects a third of the collections fall away.
 * Three times the half space, as V8 counts it.
 */
const YOUNG_MEGABYTES = 96

/**
 * A thread of the compiled module `worker` beside the module that asks.
 *
 * from:   `import.meta.url` of who asks, in `src` or `dist` of its package
 * throws: FAILED_PRECONDITION where there is no such module
 */
export function startWorker(from: string, workerData?: unknown): Worker {
  const { file, flags } = workerFile(from)
  return new Worker(file, {
    workerData,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    ...(flags ? { execArgv: flags } : {}),
  })
}

/** The compiled module; its source where Node itself reads TypeScript. */
function workerFile(from: string): { readonly file: URL; readonly flags?: string[] } {
  if (from.endsWith('.js')) return { file: new URL('./worker.js', from) }
  const readsTypes = 'typescript' in process.features && process.features.typescript !== false
  if (readsTypes) return { file: new URL('./worker.ts', from), flags: ['--conditions=source'] }
  const at = from.lastIndexOf('/src/')
  const compiled = new URL('./worker.js', `${from.slice(0, at)}/dist/${from.slice(at + '/src/'.length)}`)
  if (existsSync(fileURLToPath(compiled))) return { file: compiled, flags: [] }
  throw new PlantainError(
    'FAILED_PRECONDITION',
    'its compiled worker is needed with this version of Node; run npx tsc -b, or use Node 24',
  )
}
