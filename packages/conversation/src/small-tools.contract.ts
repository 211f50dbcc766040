import { readFileSync } from 'node:fs'
import type { Bitmap, Interpretation, Scene, Thing, Wish } from '@plantain/core'
import { deriveSeed } from '@plantain/core'
import { hashText, lookAt, openTypesetter, type Typesetter } from '@plantain/imaging'
import { openArt, render, type Art } from '@plantain/scene'
import type { ComposeRequest, Outcome, PictureState, Task, Tools } from './perform.ts'
import { perform } from './performer.ts'
import { vocabulary } from './small-scene.contract.ts'

// Tools for tests: the real painter at a small size, artifacts in memory, and a composer that puts what is free anywhere.

const folder = new URL('../../../models/plantain-tiny/renderer/', import.meta.url)
const art: Promise<Art> = openArt(
  JSON.parse(readFileSync(new URL('catalog.json', folder), 'utf8')),
  readFileSync(new URL('art.bin', folder)),
)

/** The fonts that come with Plantain, unpacked by the codecs package in the program; here one is enough. */
const fonts = async (): Promise<Typesetter> => {
  const { loadFonts } = await import('../../codecs/src/fonts.ts')
  return openTypesetter(await loadFonts())
}

export interface SmallTools extends Tools {
  readonly requests: ComposeRequest[]
  readonly paintings: () => number
}

/** `place`: where the composer puts what is free; by the seed alone unless said otherwise. */
export function smallTools(
  place: (request: ComposeRequest, thing: Thing) => Partial<Thing> = anywhere,
): SmallTools {
  const kept = new Map<string, Bitmap>()
  const requests: ComposeRequest[] = []
  let paintings = 0
  return {
    requests,
    paintings: () => paintings,
    vocabulary: async () => vocabulary,
    typesetter: () => fonts(),
    async *compose(request) {
      requests.push(request)
      yield { type: 'progress', picture: 0, stage: 'compose', share: 1 }
      const source: Scene = request.source!
      const free = new Map(request.free?.things.map(({ slot, fields }) => [slot, fields]))
      const things = source.things.map((thing, slot) => {
        const fields = free.get(slot)
        if (fields === undefined) return thing
        const made = { ...thing, ...place(request, thing) }
        if (fields === 'all') return made
        return { ...thing, ...Object.fromEntries(fields.map((field) => [field, made[field as keyof Thing]])) }
      })
      const usage = { promptTokens: 0, inputImageTokens: 0, outputImageTokens: 0, steps: 28, milliseconds: 1 }
      return { scene: { ...source, things }, notDrawn: [], drawnAs: [], usage }
    },
    async paint(scene, { width, height }, signal) {
      paintings++
      return render(scene, { width, height, art: await art, signal })
    },
    async load(id) {
      return kept.get(id)!
    },
    async look(id) {
      return lookAt(kept.get(id)!, null)
    },
    async save(bitmap) {
      const id = `${bitmap.width}x${bitmap.height}-${hashText(Array.from(bitmap.data).join(' '))}`
      kept.set(id, bitmap)
      return id
    },
  }
}

function anywhere({ seed }: ComposeRequest, thing: Thing): Partial<Thing> {
  const share = (label: string): number => (deriveSeed(seed, label) % 1000) / 1000
  return { x: 0.1 + 0.8 * share('x'), y: 0.6 + 0.35 * share('y'), height: Math.max(0.05, thing.height) }
}

/** A picture of a scene, as if it had been made before. */
export async function pictureOf(scene: Scene, tools: Tools, side = 96): Promise<PictureState> {
  const { bitmap } = await tools.paint(scene, { width: side, height: side }, new AbortController().signal)
  const artifact = await tools.save(bitmap)
  return {
    document: { base: { kind: 'scene', scene, width: side, height: side, artifact }, operations: [] },
    artifact,
    width: side,
    height: side,
    summary: { things: [] },
  }
}

/** Carries out wishes on a picture. */
export async function doTo(
  current: PictureState | null,
  ops: readonly Wish[],
  tools: Tools,
  change: Partial<Task> & {
    readonly kind?: Interpretation['kind']
    readonly refers_to?: readonly string[]
    readonly constraints?: Interpretation['constraints']
  } = {},
): Promise<Outcome> {
  const { kind = 'edit', refers_to = [], constraints, ...rest } = change
  const task: Task = {
    message: '',
    interpretation: { kind, ops, refers_to, ...(constraints === undefined ? {} : { constraints }) },
    current,
    last: null,
    picture: () => undefined,
    mask: null,
    seed: 1,
    options: {},
    ...rest,
  }
  const run = perform(task, tools, new AbortController().signal)
  for (;;) {
    const next = await run.next()
    if (next.done === true) return next.value
  }
}
