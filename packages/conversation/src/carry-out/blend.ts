import type { Scene, Usage, Wish } from '@plantain/core'
import { doubleExposure, sideBySide } from '@plantain/imaging'
import { mainThing } from '../ops/subject.ts'
import type { Outcome, PerformEvent, PictureState, Task, Tools } from '../perform.ts'
import { cutting, planted } from '../scene-edit/transplant.ts'
import { placeBy } from '../scene-edit/where.ts'
import { performEdit } from './edit.ts'
import { draftFrom } from './draft.ts'
import { renderDraft } from './render.ts'
import { nothing, totalUsage } from './usage.ts'

const AS_PIXELS =
  /\b(?:double exposure|collage|side by side|grid|overlay|split|before and after|diptych|triptych)\b/i

/** The subjects of the other pictures set into the first, where one of them is a photograph. */
async function* setTogether(
  [, ...others]: readonly string[],
  first: PictureState,
  task: Task,
  tools: Tools,
  signal: AbortSignal,
): AsyncGenerator<PerformEvent, Outcome> {
  const ops = others.map((source): Wish => ({ op: 'insert', target: 'subject', source }))
  return yield* performEdit(
    { ...task, current: first, interpretation: { ...task.interpretation, ops } },
    tools,
    signal,
  )
}

/** Side by side, or as two exposures of one frame. */
async function layTogether(
  pictures: readonly PictureState[],
  manner: string,
  task: Task,
  tools: Tools,
): Promise<Outcome> {
  const bitmaps = await Promise.all(pictures.map(({ artifact }) => tools.load(artifact)))
  const image = /double exposure|overlay/i.test(manner) ? doubleExposure(bitmaps) : sideBySide(bitmaps)
  const artifact = await tools.save(image)
  const { width, height } = image
  const base = { kind: 'picture', artifact, width, height } as const
  const things = pictures
    .flatMap(({ summary }) => summary.things)
    .filter(({ id }, at, all) => all.findIndex((one) => one.id === id) === at)
  return {
    pictures: [
      {
        document: { base, operations: [] },
        artifact,
        width,
        height,
        summary: { things },
        mask: null,
        seed: task.seed,
      },
    ],
    source: pictures[0]!,
    notes: [],
    usage: totalUsage([], 1),
  }
}

/** Brings content of several pictures together: the world of the first, and the subjects of all. */
export async function* performBlend(
  task: Task,
  tools: Tools,
  signal: AbortSignal,
): AsyncGenerator<PerformEvent, Outcome> {
  const { ops } = task.interpretation
  const combine = ops.find(({ op }) => op === 'combine')
  if (combine === undefined) return yield* performEdit(task, tools, signal)
  const refs = [
    ...new Set([
      ...(combine.sources ?? []),
      ...task.interpretation.refers_to.filter((ref) => /^(?:turn|image):/.test(ref)),
    ]),
  ]
  const pictures = refs.flatMap((ref) => task.picture(ref) ?? [])
  if (pictures.length < 2) return nothing('Name the two pictures that should come together.')
  if (AS_PIXELS.test(combine.value ?? '')) return layTogether(pictures, combine.value!, task, tools)
  const scenes = pictures.flatMap(({ document: { base } }) => (base.kind === 'scene' ? [base.scene] : []))
  if (scenes.length < pictures.length) return yield* setTogether(refs, pictures[0]!, task, tools, signal)
  const words = await tools.vocabulary()
  const [first] = pictures
  const draft = draftFrom(first!)
  const notes: string[] = []
  let scene: Scene = scenes[0]!
  for (const other of scenes.slice(1)) {
    const index = mainThing(other)
    if (index === null) continue
    const kind = words.kinds.get(other.things[index]!.kind)
    const set = planted(
      scene,
      cutting(other, index),
      kind === undefined ? {} : placeBy(null, scene, kind, words.kinds, draft.width / draft.height),
    )
    if (set === null) notes.push('The picture is full, so not all of it came along.')
    else scene = set
  }
  if (scene === scenes[0]) return nothing(...notes, 'There is nothing in the other picture to bring along.')
  const usage: readonly Usage[] = []
  const picture = await renderDraft(
    { ...draft, scene },
    { words, seed: task.seed, source: first!, keep: [] },
    tools,
    signal,
  )
  return { pictures: [picture], source: first!, notes, usage: totalUsage(usage, 1) }
}
