import type { ArtifactId, Bitmap } from '@plantain/core'
import type { PaintedScene, Tools, Vocabulary } from '@plantain/conversation'
import { decode, encode } from '@plantain/codecs'
import { lookAt, sight as seeWith, type Look, type RunNetwork, type Typesetter } from '@plantain/imaging'
import type { Composer } from './composer.ts'
import { openShelf } from './shelf.ts'
import { isTransparent } from './transparent.ts'

/** Where artifacts are: bytes by their hash. */
export interface ArtifactStore {
  write(bytes: Uint8Array): Promise<ArtifactId>
  /** throws: NOT_FOUND */
  read(id: ArtifactId): Promise<Uint8Array>
}
export interface ToolOptions {
  readonly composer: Composer
  /** Directory of the embedded model. */
  readonly model: string
  readonly blobs: ArtifactStore
  /** Runs the networks that look at photographs; null: there are none here. */
  readonly sight?: RunNetwork | null
  /** Most memory for pictures, paintings and what was seen in pictures. */
  readonly keptBytes?: number
}

/** A dozen pictures of 4 megapixels: those of the last turns of the sessions that are talked in. */
const KEPT_BYTES = 192 * 2 ** 20

/** The outside of the conversation: the engine's thread, the model's words, and the store of artifacts. */
export function createTools({
  composer,
  model,
  blobs,
  sight = null,
  keptBytes = KEPT_BYTES,
}: ToolOptions): Tools {
  let vocabulary: Promise<Vocabulary> | null = null
  let typesetter: Promise<Typesetter> | null = null
  const shelf = openShelf(keptBytes)
  const paintings = shelf.kind<PaintedScene>(
    ({ bitmap, labels }) => bitmap.data.byteLength + labels.byteLength,
  )
  const pictures = shelf.kind<Bitmap>(({ data }) => data.byteLength)
  const looks = shelf.kind<Look>(bytesOfLook)
  const load = async (id: ArtifactId): Promise<Bitmap> => {
    const known = pictures.get(id)
    if (known !== undefined) return known
    const bitmap = await decode(await blobs.read(id))
    pictures.set(id, bitmap)
    return bitmap
  }
  return {
    vocabulary: () =>
      (vocabulary ??= retried(
        import('@plantain/diffusion').then(({ readVocabulary }) => readVocabulary(model)),
        () => (vocabulary = null),
      )),
    typesetter: () => (typesetter ??= retried(openFonts(), () => (typesetter = null))),
    compose: (request, signal) => composer.compose(request, signal),
    async paint(scene, { width, height }, signal) {
      const key = `${width}x${height} ${JSON.stringify(scene)}`
      const known = paintings.get(key)
      if (known !== undefined) return known
      const painted = await composer.paint(scene, { width, height }, signal)
      paintings.set(key, painted)
      return painted
    },
    load,
    async look(id, signal) {
      const known = looks.get(id)
      if (known !== undefined) return known
      const bitmap = await load(id)
      const look = lookAt(bitmap, sight === null ? null : await seeWith(bitmap, sight, signal))
      looks.set(id, look)
      return look
    },
    async save(bitmap) {
      const id = await blobs.write(await encode(bitmap, { format: 'png', alpha: isTransparent(bitmap) }))
      pictures.set(id, bitmap)
      return id
    },
  }
}

/** What is cut out of a look is kept with it: about a dozen regions of 150 kB. */
const REGION_BYTES = 2 * 2 ** 20

/** Its maps; patches are a few hundred small objects. */
function bytesOfLook({ small, parts, patches, classes, salient, sighting }: Look): number {
  const maps = [small.lightness, small.a, small.b, parts.of, classes, salient, sighting?.foreground.data]
  return maps.reduce((sum, map) => sum + (map?.byteLength ?? 0), REGION_BYTES + 512 * patches.length)
}

/** The fonts that come with Plantain, read when something is to be written. */
async function openFonts(): Promise<Typesetter> {
  const [{ loadFonts }, { openTypesetter }] = await Promise.all([
    import('@plantain/codecs'),
    import('@plantain/imaging'),
  ])
  return openTypesetter(await loadFonts())
}

/** What failed once may be mended when it is asked for again. */
function retried<T>(promise: Promise<T>, forget: () => void): Promise<T> {
  promise.catch(forget)
  return promise
}
