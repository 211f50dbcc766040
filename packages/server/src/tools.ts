import type { ArtifactId, Bitmap, Scene } from '@plantain/core'
import type {
  Composed,
  ComposeRequest,
  PaintedScene,
  PerformEvent,
  Tools,
  Vocabulary,
} from '@plantain/conversation'
import { decode, encode } from '@plantain/codecs'
import type { Engine, Progress, Result } from '@plantain/diffusion'
import { lookAt, sight as seeWith, type Look, type RunNetwork, type Typesetter } from '@plantain/imaging'
import { z } from 'zod'
import { isTransparent } from './transparent.ts'

/** Where artifacts are: bytes by their hash. */
export interface ArtifactStore {
  write(bytes: Uint8Array): Promise<ArtifactId>
  /** throws: NOT_FOUND */
  read(id: ArtifactId): Promise<Uint8Array>
}
export interface ToolOptions {
  readonly engine: () => Promise<Engine>
  /** Directory of the embedded model. */
  readonly model: string
  readonly blobs: ArtifactStore
  /** Runs the networks that look at photographs; null: there are none here. */
  readonly sight?: RunNetwork | null
  /** At most one preview in so many milliseconds; null (default): none. */
  readonly previewMilliseconds?: number | null
}

/** A scene is the same at any size, so it is composed small, and painted once it is known what of it is new. */
const COMPOSED_SIDE = 96
/** A preview is worth looking at. */
const PREVIEWED_SIDE = 256
/** Paintings kept in memory: an edit paints the scene that the next message asks about. */
const KEPT_PAINTINGS = 4
const KEPT_PICTURES = 8
const KEPT_LOOKS = 6

const Details = z.object({
  scene: z.custom<Scene>((value) => typeof value === 'object' && value !== null),
  notDrawn: z.array(z.string()).default([]),
  drawnAs: z.array(z.object({ word: z.string(), kind: z.string() })).default([]),
})

/** The outside of the conversation: the engine's thread, the model's words, and the store of artifacts. */
export function createTools({
  engine,
  model,
  blobs,
  sight = null,
  previewMilliseconds = null,
}: ToolOptions): Tools {
  let vocabulary: Promise<Vocabulary> | null = null
  let typesetter: Promise<Typesetter> | null = null
  const paintings = recent<PaintedScene>(KEPT_PAINTINGS)
  const pictures = recent<Bitmap>(KEPT_PICTURES)
  const looks = recent<Look>(KEPT_LOOKS)
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
    async *compose(request, signal) {
      const run = (await engine()).run(runFor(request, model, signal, previewMilliseconds))
      const result = yield* told(run)
      return composedFrom(result)
    },
    async paint(scene, { width, height }, signal) {
      const key = `${width}x${height} ${JSON.stringify(scene)}`
      const known = paintings.get(key)
      if (known !== undefined) return known
      const painted = await (await engine()).paint(model, scene, { width, height }, signal)
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

function runFor(
  request: ComposeRequest,
  model: string,
  signal: AbortSignal,
  previews: number | null,
): Parameters<Engine['run']>[0] {
  const { prompt, negativePrompt, seed, steps, guidanceScale, source, free } = request
  const shown = source === undefined && previews !== null
  const side = shown ? PREVIEWED_SIDE : COMPOSED_SIDE
  const scale = side / Math.max(request.width, request.height)
  const small = (pixels: number): number => Math.max(64, Math.round(pixels * scale))
  return {
    model,
    task: 'generate',
    signal,
    previewMilliseconds: shown ? previews : null,
    params: {
      prompt,
      seed,
      width: small(request.width),
      height: small(request.height),
      ...(negativePrompt ? { negativePrompt } : {}),
      ...(steps === undefined ? {} : { steps }),
      ...(guidanceScale === undefined ? {} : { guidanceScale }),
      ...(source === undefined ? {} : { hints: { scene: source, free: free ?? { world: [], things: [] } } }),
    },
  }
}

/** Progress of the engine as the conversation tells it. */
async function* told(run: AsyncGenerator<Progress, Result>): AsyncGenerator<PerformEvent, Result> {
  try {
    for (;;) {
      const next = await run.next()
      if (next.done === true) return next.value
      const event = next.value
      if (event.type === 'step')
        yield {
          type: 'progress',
          picture: 0,
          stage: 'compose',
          share: event.step / event.steps,
          ...(event.preview === undefined ? {} : { preview: event.preview }),
        }
    }
  } finally {
    await run.return(undefined as never) // whoever leaves early stops the engine
  }
}

function composedFrom({ details, settings, milliseconds }: Result): Composed {
  const { scene, notDrawn, drawnAs } = Details.parse(details ?? {})
  const usage = {
    promptTokens: 0,
    inputImageTokens: 0,
    outputImageTokens: 0,
    steps: settings.steps,
    milliseconds: Math.round(milliseconds),
  }
  return { scene, notDrawn, drawnAs, usage }
}

/** The fonts that come with Plantain, read when something is to be written. */
async function openFonts(): Promise<Typesetter> {
  const [{ loadFonts }, { openTypesetter }] = await Promise.all([
    import('@plantain/codecs'),
    import('@plantain/imaging'),
  ])
  return openTypesetter(await loadFonts())
}

/** The last few values by key. */
function recent<T>(most: number): { get(key: string): T | undefined; set(key: string, value: T): void } {
  const kept = new Map<string, T>()
  return {
    get(key) {
      const value = kept.get(key)
      if (value === undefined) return undefined
      kept.delete(key)
      kept.set(key, value)
      return value
    },
    set(key, value) {
      kept.delete(key)
      kept.set(key, value)
      if (kept.size > most) kept.delete(kept.keys().next().value!)
    },
  }
}

/** What failed once may be mended when it is asked for again. */
function retried<T>(promise: Promise<T>, forget: () => void): Promise<T> {
  promise.catch(forget)
  return promise
}
