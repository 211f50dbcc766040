import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { PlantainError } from '@plantain/core'

/** What a thread is started from, and with which flags of Node. */
export interface WorkerFile {
  readonly file: URL
  readonly flags?: string[]
}

/**
 * The compiled module `name` beside the module that asks; its source where Node itself reads TypeScript.
 *
 * from:   `import.meta.url` of who asks, in `src` or `dist` of its package
 * throws: FAILED_PRECONDITION where there is neither
 */
export function workerFile(from: string, name: string): WorkerFile {
  if (from.endsWith('.js')) return { file: new URL(`${name}.js`, from) }
  const readsTypes = 'typescript' in process.features && process.features.typescript !== false
  if (readsTypes) return { file: new URL(`${name}.ts`, from), flags: ['--conditions=source'] }
  const at = from.lastIndexOf('/src/')
  const compiled = new URL(`${name}.js`, `${from.slice(0, at)}/dist/${from.slice(at + '/src/'.length)}`)
  if (existsSync(fileURLToPath(compiled))) return { file: compiled, flags: [] }
  throw new PlantainError(
    'FAILED_PRECONDITION',
    'its compiled worker is needed with this version of Node; run npx tsc -b, or use Node 24',
  )
}
