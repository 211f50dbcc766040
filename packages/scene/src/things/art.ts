import { PlantainError } from '@plantain/core'
import type { Typesetter } from '@plantain/imaging'
import { decodeDrawing, readIndex, type Drawing } from '../vector/index.ts'
import { parseCatalog, type Kind } from './catalog.ts'

/** The catalogue with its drawings, which are unpacked when first asked for. */
export interface Art {
  readonly kinds: ReadonlyMap<string, Kind>
  /** Throws NOT_FOUND for a kind that is not in the catalogue. */
  kind(id: string): Kind
  /** Throws NOT_FOUND for a name that is not in the art file. */
  drawing(name: string): Drawing
  /** Sets the lettering on things; they stay blank without it, and where it lacks a character: ask `missing` before. */
  readonly typesetter?: Typesetter
}

/**
 * Opens the renderer's data.
 *
 * catalogJson: parsed content of renderer/catalog.json
 * artBytes:    renderer/art.bin, gzip
 * gunzip:      undoes gzip; what every browser has, where the system has nothing faster
 * throws:      DATA_LOSS where either is damaged
 */
export async function openArt(
  catalogJson: unknown,
  artBytes: Uint8Array,
  gunzip: Gunzip = streamed,
): Promise<Art> {
  const kinds = parseCatalog(catalogJson)
  const index = readIndex(await unpack(artBytes, gunzip))
  const drawings = new Map<string, Drawing>()
  return {
    kinds,
    kind(id) {
      const found = kinds.get(id)
      if (found === undefined)
        throw new PlantainError(
          'NOT_FOUND',
          `the catalogue has no "${id}"; its ${kinds.size} kinds are listed by "models info"`,
        )
      return found
    },
    drawing(name) {
      const known = drawings.get(name)
      if (known !== undefined) return known
      const bytes = index.get(name)
      if (bytes === undefined)
        throw new PlantainError('NOT_FOUND', `the art file has no drawing "${name}"; install the model again`)
      const made = decodeDrawing(bytes)
      drawings.set(name, made)
      return made
    },
  }
}

export type Gunzip = (bytes: Uint8Array) => Promise<Uint8Array>

async function unpack(bytes: Uint8Array, gunzip: Gunzip): Promise<Uint8Array> {
  try {
    return await gunzip(bytes)
  } catch (cause) {
    throw new PlantainError('DATA_LOSS', 'the art file cannot be unpacked; install the model again', {
      cause,
    })
  }
}

const streamed: Gunzip = async (bytes) => {
  const unpacked = new Blob([bytes as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream('gzip'))
  return new Uint8Array(await new Response(unpacked).arrayBuffer())
}
