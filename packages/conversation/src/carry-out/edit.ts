import { deriveSeed, type EditReport, type Mask, type Operation, type Usage, type Wish } from '@plantain/core'
import { maskFromBitmap } from '@plantain/imaging'
import { isGeometric } from '../ops/frame.ts'
import { isWhole } from '../ops/subject.ts'
import type { Outcome, PerformEvent, Performed, PictureState, Task, Tools } from '../perform.ts'
import { nameOf } from '../summary.ts'
import type { Vocabulary } from '../reading/vocabulary.ts'
import { findTargets } from '../scene-edit/targets.ts'
import { elementId } from '../scene-edit/things.ts'
import { isChanged, pastScenes, viewOf, type Draft } from './draft.ts'
import { excepting, renderWhole } from './render.ts'
import { reportAttempt } from '../report/attempt.ts'
import { toldOf } from '../report/report.ts'
import { isStructural } from '../upload/wishes.ts'
import { findIn, type Photo } from '../upload/photo.ts'
import { marked } from './marked.ts'
import { steadied } from './steadied.ts'
import { ordered, startOf } from '../upload/start.ts'
import { doWishes, type Doing } from './steps.ts'
import { nothing, totalUsage } from './usage.ts'

/**
 * Carries out an edit: all its wishes in order, on the picture that the message is about. What came of it is measured; where it was
 * not what was asked for and another seed may do better, it is made once more, and what is still amiss is said.
 */
export async function* performEdit(
  task: Task,
  tools: Tools,
  signal: AbortSignal,
): AsyncGenerator<PerformEvent, Outcome> {
  const source = sourceOf(task)
  if (source === null) return nothing('There is no picture yet that I could change; say what to make first.')
  const within = task.mask === null ? null : maskFromBitmap(await tools.load(task.mask))
  const context = { source, within, words: await tools.vocabulary() }
  const meant =
    within === null || source.document.base.kind !== 'scene' ? task : onMarked(task, within, source)
  const first = yield* attempt(meant, context, tools, signal)
  if ('pictures' in first) return first
  if (first.report.followed !== false || !first.stochastic) return outcomeOf([first], first)
  const again = { ...meant, seed: deriveSeed(task.seed, 'again') }
  const second = yield* attempt(again, context, tools, signal)
  if ('pictures' in second) return outcomeOf([first], first)
  return outcomeOf([first, second], second.report.followed === false ? first : second)
}

const onMarked = (task: Task, mask: Mask, { summary }: PictureState): Task => ({
  ...task,
  interpretation: { ...task.interpretation, ops: marked(task.interpretation.ops, mask, summary.things) },
})

interface EditContext {
  readonly source: PictureState
  /** What the person painted over, at the size of the source. */
  readonly within: Mask | null
  readonly words: Vocabulary
}

/** An edit as it came out once. */
interface Attempt {
  readonly source: PictureState
  readonly picture: Performed
  readonly report: Omit<EditReport, 'attempts'>
  readonly notes: readonly string[]
  readonly usage: readonly Usage[]
  /** Another seed may give another picture. */
  readonly stochastic: boolean
}

function outcomeOf(attempts: readonly Attempt[], { source, picture, report, notes }: Attempt): Outcome {
  const whole: EditReport = { ...report, attempts: attempts.length }
  const usage = totalUsage(
    attempts.flatMap((one) => one.usage),
    1,
  )
  return {
    pictures: [{ ...picture, report: whole }],
    source,
    notes: [...notes, ...toldOf(whole)],
    usage,
  }
}

async function* attempt(
  task: Task,
  { source, within, words }: EditContext,
  tools: Tools,
  signal: AbortSignal,
): AsyncGenerator<PerformEvent, Attempt | Outcome> {
  const { ops } = task.interpretation
  const past = pastScenes(task)
  const view: Doing['view'] = (draft) => viewOf(draft, source, task, words, past)
  const start = await startOf(source, ops, task, tools, signal)
  const wishes = [...ops, ...unwanted(ops, start, words)]
  const { draft: loose, usage, done } = yield* doWishes(
    ordered(start.photo === null ? await resolved(wishes, task) : wishes, start),
    start,
    {
      words,
      seed: task.seed,
      view,
      task,
      within,
      shown: source.summary.things,
      current: source.artifact,
    },
    tools,
    signal,
  )
  const draft = await steadied(loose, start, words, tools)
  const keep = keptIds(ops, draft, source, words)
  const before = source.document.operations
  const sparing = keep.length === 0 ? draft : { ...draft, operations: spared(draft.operations, before, keep) }
  const final =
    task.mask === null ? sparing : { ...sparing, operations: bounded(sparing.operations, before, task.mask) }
  if (!isChanged(final, source.document))
    return {
      ...nothing(...(draft.notes.length > 0 ? draft.notes : ['That changes nothing in this picture.'])),
      source,
      usage: totalUsage(usage),
    }
  if (within !== null && reframed(final, start))
    return {
      ...nothing('That changes the whole frame and cannot be held within a mask; say it without one.'),
      source,
      usage: totalUsage(usage),
    }
  const rendered = await renderWhole(final, { words, seed: task.seed, source, keep, within }, tools, signal)
  const { picture } = rendered
  const hidden = hiddenIn(start, final, picture, words)
  const nothingSeen = hidden.length === 0 && picture.mask?.data.every((value) => value === 0) === true
  const unseen = !nothingSeen
    ? hidden
    : within !== null && within.data.every((value) => value === 0)
      ? ['The mask marks nothing, so nothing has changed; paint white what is to change.']
      : ['Nothing of this can be seen in the picture.']
  const report = await reportAttempt({ ops: done, source, rendered, painted: within, words }, tools)
  return {
    source,
    picture,
    // Of what cannot be seen it is said already.
    report: nothingSeen ? { ...report, followed: false, checks: [] } : report,
    notes: [...draft.notes, ...unseen],
    usage,
    stochastic: !nothingSeen && (usage.length > 0 || (start.photo !== null && ops.some(isStructural))),
  }
}

/** Other bounds than the picture had: no mask can hold that. */
const reframed = ({ operations, width, height }: Draft, start: Draft): boolean =>
  width !== start.width ||
  height !== start.height ||
  operations.some((one) => isGeometric(one) && !start.operations.includes(one)) ||
  start.operations.some((one) => isGeometric(one) && !operations.includes(one))

/** New operations that are for all of the picture are for what was painted over. */
const bounded = (
  now: readonly Operation[],
  before: readonly Operation[],
  mask: string,
): readonly Operation[] =>
  now.map((operation) =>
    before.includes(operation) || isGeometric(operation) || operation.region.kind !== 'all'
      ? operation
      : { ...operation, region: { kind: 'mask', mask } },
  )

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
