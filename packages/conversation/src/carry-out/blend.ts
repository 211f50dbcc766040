import type { Scene, Usage } from '@plantain/core'
import { mainThing } from '../ops/subject.ts'
import type { Outcome, PerformEvent, Task, Tools } from '../perform.ts'
import { cutting, planted } from '../scene-edit/transplant.ts'
import { placeBy } from '../scene-edit/where.ts'
import { performEdit } from './edit.ts'
import { draftFrom } from './draft.ts'
import { renderDraft } from './render.ts'
import { nothing, totalUsage } from './usage.ts'

const AS_PIXELS =
  /\b(?:double exposure|collage|side by side|grid|overlay|split|before and after|diptych|triptych)\b/i

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
  if (AS_PIXELS.test(combine.value ?? ''))
    return nothing(
      `I cannot lay pictures ${combine.value} yet; I can bring the subjects of pictures that I made together in one scene.`,
    )
  const scenes = pictures.flatMap(({ document: { base } }) => (base.kind === 'scene' ? [base.scene] : []))
  if (scenes.length < pictures.length)
    return nothing(
      'To bring an uploaded picture together with another one I would have to see what it shows; that takes a model with an encoder for photographs.',
    )
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
