import type { Operation, Wish } from '@plantain/core'
import { isWhole } from '../ops/subject.ts'
import type { Outcome, PerformEvent, Performed, PictureState, Task, Tools } from '../perform.ts'
import { nameOf } from '../summary.ts'
import type { Vocabulary } from '../reading/vocabulary.ts'
import { findTargets } from '../scene-edit/targets.ts'
import { elementId } from '../scene-edit/things.ts'
import { isChanged, pastScenes, viewOf, type Draft } from './draft.ts'
import { excepting, renderDraft } from './render.ts'
import { findIn, type Photo } from '../upload/photo.ts'
import { ordered, startOf } from '../upload/start.ts'
import { doWishes, type Doing } from './steps.ts'
import { nothing, totalUsage } from './usage.ts'

/** Carries out an edit: all its wishes in order, on the picture that the message is about. */
export async function* performEdit(
  task: Task,
  tools: Tools,
  signal: AbortSignal,
): AsyncGenerator<PerformEvent, Outcome> {
  const source = sourceOf(task)
  if (source === null) return nothing('There is no picture yet that I could change; say what to make first.')
  const words = await tools.vocabulary()
  const past = pastScenes(task)
  const view: Doing['view'] = (draft) => viewOf(draft, source, task, words, past)
  const start = await startOf(source, task.interpretation.ops, task, tools, signal)
  const wishes = [...task.interpretation.ops, ...unwanted(task.interpretation.ops, start, words)]
  const { draft, usage } = yield* doWishes(
    ordered(start.photo === null ? await resolved(wishes, task) : wishes, start),
    start,
    { words, seed: task.seed, view, task, shown: source.summary.things },
    tools,
    signal,
  )
  const keep = keptIds(task.interpretation.ops, draft, source, words)
  const final =
    keep.length === 0
      ? draft
      : { ...draft, operations: spared(draft.operations, source.document.operations, keep) }
  if (!isChanged(final, source.document))
    return {
      ...nothing(...(draft.notes.length > 0 ? draft.notes : ['That changes nothing in this picture.'])),
      source,
      usage: totalUsage(usage),
    }
  const picture = await renderDraft(final, { words, seed: task.seed, source, keep }, tools, signal)
  const hidden = hiddenIn(start, final, picture, words)
  const nothingSeen = hidden.length === 0 && picture.mask?.data.every((value) => value === 0) === true
  const unseen = nothingSeen ? ['Nothing of this can be seen in the picture.'] : hidden
  return { pictures: [picture], source, notes: [...draft.notes, ...unseen], usage: totalUsage(usage, 1) }
}

/** The picture that is changed: the current one, which the caller has found; else one that the message names. */
export function sourceOf({ interpretation, current, picture }: Task): PictureState | null {
  const named = interpretation.refers_to.find((ref) => /^(?:turn|image):/.test(ref))
  return current ?? (named === undefined ? null : (picture(named) ?? null))
}

/** What was added and stands where other things cover all of it. */
function hiddenIn(
  { scene: before }: Draft,
  { scene }: Draft,
  { summary }: Performed,
  words: Vocabulary,
): readonly string[] {
  if (scene === null || before === null) return []
  const old = new Set(before.things.flatMap(({ id, group }) => [id, group?.id]))
  const seen = (id: string): boolean =>
    summary.things.some((one) => one.id === id || one.id.startsWith(`${id}.`))
  return scene.things
    .filter(({ id, group }) => !old.has(id) && !old.has(group?.id) && !seen(id))
    .map(
      (thing) =>
        `The ${nameOf(thing, words)} is there, but other things cover it; say where else it should be.`,
    )
}

/** What must not be seen and is there is taken out. */
function unwanted(ops: readonly Wish[], { scene }: Draft, words: Vocabulary): readonly Wish[] {
  if (scene === null) return []
  return ops
    .filter(
      ({ op, target }) =>
        op === 'avoid' &&
        target !== undefined &&
        findTargets(target, { scene, elements: [], words, refers: [] }).length > 0,
    )
    .map(({ target }) => ({ op: 'remove', target: target! }))
}

/** The style of another picture, where a wish takes it from there. */
async function resolved(wishes: readonly Wish[], { picture }: Task): Promise<readonly Wish[]> {
  return wishes.map((wish) => {
    if (wish.op !== 'restyle' || wish.source === undefined || wish.value !== undefined) return wish
    const style = picture(wish.source)?.summary.style
    return style === undefined ? wish : { ...wish, value: style }
  })
}

/** Ids and names of what the message says must stay; what an edit is about cannot be kept from it. */
function keptIds(
  ops: readonly Wish[],
  { scene, photo }: Draft,
  source: PictureState,
  words: Vocabulary,
): readonly string[] {
  if (scene === null) return photo === null ? [] : keptInPhoto(ops, photo)
  const changed = new Set(
    ops.filter(({ op }) => op !== 'keep').flatMap(({ target }) => (target === undefined ? [] : [target])),
  )
  return ops
    .filter(
      ({ op, target }) =>
        op === 'keep' &&
        target !== undefined &&
        !changed.has(target) &&
        !isWhole(target) &&
        !MANNERS.test(target),
    )
    .flatMap(({ target }) =>
      findTargets(target!, { scene, elements: source.summary.things, words, refers: [] }),
    )
    .flatMap((found) =>
      found.kind === 'part'
        ? [found.part.id]
        : found.members.map((member) => elementId(scene.things[found.index]!, member)),
    )
}

/** "black and white except the flower": by the words, which are found again when the picture is developed. */
const keptInPhoto = (ops: readonly Wish[], photo: Photo): readonly string[] =>
  ops
    .filter(
      ({ op, target }) => op === 'keep' && target !== undefined && !isWhole(target) && !MANNERS.test(target),
    )
    .map(({ target }) => target!.replace(/^el:/, ''))
    .filter((phrase) => findIn(photo, phrase) !== null)

// These are kept by how edits are made: nothing else is touched.
const MANNERS =
  /\b(?:pose|composition|layout|style|lighting|light|colou?rs?|framing|angle|mood|face|identity|proportions|rest|everything|else|same|size)\b/i

/** The new operations leave out what is to be kept. */
function spared(
  now: readonly Operation[],
  before: readonly Operation[],
  keep: readonly string[],
): readonly Operation[] {
  return now.map((operation) =>
    before.includes(operation) ? operation : { ...operation, region: excepting(operation.region, keep) },
  )
}
