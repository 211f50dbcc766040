import { deriveSeed, type Scene, type Usage } from '@plantain/core'
import { describeScene } from '../describe.ts'
import type { Outcome, PerformEvent, Performed, Task, Tools } from '../perform.ts'
import { freeFor, recoloured } from '../scene-edit/vary.ts'
import { draftFrom } from './draft.ts'
import { sourceOf } from './edit.ts'
import { countOf } from './generate.ts'
import { renderDraft } from './render.ts'
import { nothing, totalUsage } from './usage.ts'

const MOST = 8
const TRIES = 3

/** Other versions of a picture: what was asked for stays, the rest is made anew; no two are alike. */
export async function* performVary(
  task: Task,
  tools: Tools,
  signal: AbortSignal,
): AsyncGenerator<PerformEvent, Outcome> {
  const source = sourceOf(task)
  if (source === null)
    return nothing('There is no picture yet of which I could make other versions; say what to make first.')
  const { base } = source.document
  if (base.kind !== 'scene')
    return nothing(
      'Other versions of an uploaded picture take open weights (see plantain models); of pictures that I made myself I can make them.',
    )
  const words = await tools.vocabulary()
  const wish = task.interpretation.ops.find(({ op }) => op === 'variation')
  const free = freeFor(wish?.value)
  const coloured = free.thing.includes('color')
  const pictures: Performed[] = []
  const usage: Usage[] = []
  const known = new Set([source.artifact])
  const count = Math.min(MOST, countOf(task))
  for (let index = 0; index < count; index++)
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const seed = deriveSeed(task.seed, 'variation', index, attempt)
      const request = {
        prompt: describeScene(base.scene),
        seed,
        width: base.width,
        height: base.height,
        source: base.scene,
        free: {
          world: free.world,
          things: base.scene.things.flatMap((thing, slot) =>
            thing.parent === null && free.thing.length > 0
              ? [{ slot, fields: free.thing.filter((field) => field !== 'color') }]
              : [],
          ),
        },
      }
      const composed = yield* tools.compose(request, signal)
      usage.push(composed.usage)
      const made = coloured ? recoloured(composed.scene, index + 1) : composed.scene
      const scene: Scene = {
        ...made,
        things: ordered(made, base.scene),
        seed:
          free.world.length > 0 || !coloured
            ? deriveSeed(base.scene.seed, 'variation', index, attempt) % 2 ** 32
            : base.scene.seed,
      }
      const draft = { ...draftFrom(source), scene }
      const picture = await renderDraft(draft, { words, seed, source, keep: [] }, tools, signal)
      if (known.has(picture.artifact)) continue
      known.add(picture.artifact)
      pictures.push({ ...picture, mask: picture.mask })
      break
    }
  return { pictures, source, notes: [], usage: totalUsage(usage, pictures.length) }
}

/** Groups that were parted stay as they were parted: their members' places hang together. */
const ordered = ({ things }: Scene, before: Scene): Scene['things'] =>
  things.map((thing, index) =>
    before.things[index]?.group === undefined
      ? thing
      : {
          ...thing,
          x: before.things[index]!.x,
          y: before.things[index]!.y,
          height: before.things[index]!.height,
          right: before.things[index]!.right,
        },
  )
