import { openDirectory } from './directory.ts'
import { familyOf } from './families/index.ts'
import type { ModelManifest } from './manifest.ts'

/**
 * What a model directory holds and can do, without an engine: for listings. Checks that no file is missing or cut short.
 *
 * throws: NOT_FOUND, DATA_LOSS or UNIMPLEMENTED with a sentence
 */
export function readManifest(path: string): ModelManifest {
  const directory = openDirectory(path)
  return familyOf(directory).describe(directory)
}
