import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { unpackFont } from './woff.ts'

/** The fonts that come with Plantain, as `openTypesetter` of the imaging package takes them. About 4 MB. */
export async function loadFonts(): Promise<readonly BundledFont[]> {
  const list = createRequire(import.meta.url).resolve('@plantain/fonts/fonts.json')
  const faces = JSON.parse(readFileSync(list, 'utf8')) as readonly (Omit<BundledFont, 'data'> & {
    readonly files: readonly string[]
  })[]
  return Promise.all(
    faces.flatMap(({ family, weight, files }) =>
      files.map(async (file) => ({
        family,
        weight,
        data: unpackFont(await readFile(join(dirname(list), 'files', file))),
      })),
    ),
  )
}

export interface BundledFont {
  readonly family: 'sans' | 'serif' | 'mono' | 'handwritten' | 'condensed' | 'fallback'
  readonly weight: 400 | 700
  readonly data: Uint8Array
}
