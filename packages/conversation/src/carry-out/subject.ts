import { inState } from '../ops/condition.ts'
import { MAX_COUNT, type Scene, type Thing, type Wish } from '@plantain/core'
import { mainThing } from '../ops/subject.ts'
import type { ComposeRequest, PictureState, Task } from '../perform.ts'
import { nameOf } from '../summary.ts'
import type { Vocabulary } from '../reading/vocabulary.ts'
import { nounOf } from '../reading/nouns.ts'
import { askedIn, lacksField } from './prompt.ts'
import { findTargets, type Target } from '../scene-edit/targets.ts'
import { cutting } from '../scene-edit/transplant.ts'
import type { Star } from './starring.ts'

/** A character that is carried into a new picture: itself, and what it wears and holds. */
export interface Subject {
  readonly source: PictureState
  readonly scene: Scene
  /** The character first; parents counted within the list. */
  readonly things: readonly Thing[]
  readonly names: readonly string[]
}

/** Who a new picture is about, where that is someone known; the sentence where they are not to be found. */
export function subjectOf(
  create: Wish | undefined,
  task: Task,
  words: Vocabulary,
): Subject | Star | { readonly refused: string } | null {
  const ref = create?.subject_ref
  if (ref === undefined) return null
  const source = ref.startsWith('el:') ? task.current : (task.picture(ref) ?? null)
  if (source === null)
    return {
      refused: 'I do not find the picture of whom you mean, so this one is made from the words alone.',
    }
  const { base } = source.document
  if (base.kind !== 'scene') return { source, name: nameIn(ref, create, source, words) }
  const { scene } = base
  const among = { scene, elements: source.summary.things, words, refers: task.interpretation.refers_to }
  const named = ref.startsWith('el:')
    ? findTargets(ref, among)
    : (create?.subject ?? []).flatMap((word) => findTargets(word, among))
  const index =
    named.find((target): target is Target & { kind: 'thing' } => target.kind === 'thing')?.index ??
    livingThing(scene, words) ??
    mainThing(scene)
  if (index === null)
    return {
      refused: 'There is no one in that picture to take along, so this one is made from the words alone.',
    }
  const things = cutting(scene, index)
  return { source, scene, things, names: things.map((thing) => nameOf(thing, words)) }
}

/** What the one that is meant is called: in what is known of the picture, else in the message, by the noun without what is said of it. */
function nameIn(ref: string, create: Wish | undefined, { summary }: PictureState, words: Vocabulary): string {
  const element = summary.things.find(({ id }) => ref === `el:${id}`)
  if (element !== undefined) return element.name
  const [said = 'subject'] = create?.subject ?? []
  const noun = nounOf(words, said)
  return 'refused' in noun ? said : noun.word
}

function livingThing({ things }: Scene, words: Vocabulary): number | null {
  const found = things.flatMap((thing, index) =>
    thing.parent === null &&
    ['person', 'animal', 'bird', 'fantasy', 'toy'].includes(words.kinds.get(thing.kind)?.category ?? '')
      ? [index]
      : [],
  )
  return found.sort((a, b) => things[b]!.height - things[a]!.height)[0] ?? null
}

const FREE_WORLD = [
  'land',
  'water',
  'cover',
  'season',
  'time',
  'weather',
  'moon',
  'viewpoint',
  'light',
  'grade',
  'backdrop',
  'sun',
  'rainbow',
  'aurora',
  'lightning',
  'horizon',
  'relief',
  'sunX',
  'sunY',
  'clouds',
  'haze',
  'drama',
  'shore',
  'intensity',
  'focus',
]
/** Where the character stands and what it does in the new picture. */
const FREE_OF_SUBJECT = ['x', 'y', 'height', 'right', 'support', 'parent', 'state']
const SLOTS = 8

/**
 * The part of a compose request that holds a subject and frees all else; the style stays unless another one is asked for. Other things that the
 * words name come along with what is said of them, so that they are there for sure.
 */
export function withSubject(
  { scene, things }: Subject,
  prompt: string,
  words: Vocabulary,
): Pick<ComposeRequest, 'source' | 'free'> {
  const style = lacksField(prompt, 'style', words) ? [] : ['style']
  const others = askedBeside(things, prompt, words).slice(0, SLOTS - things.length)
  const first = things.length + others.length
  const empty = Array.from({ length: SLOTS - first }, (_, n) => ({ slot: first + n, fields: 'all' as const }))
  return {
    source: { ...scene, things: [...things, ...others] },
    free: {
      world: [...FREE_WORLD, ...style],
      things: [
        { slot: 0, fields: FREE_OF_SUBJECT },
        ...others.map((_, n) => ({ slot: things.length + n, fields: FREE_OF_OTHERS })),
        ...empty,
      ],
    },
  }
}

const FREE_OF_OTHERS = ['x', 'y', 'height', 'right', 'variant', 'support', 'parent']
/** Named so, these are parts of the world more often than things. */
const OF_WORLD = new Set([
  'sun',
  'moon',
  'star',
  'cloud',
  'rainbow',
  'mountain',
  'volcano',
  'island',
  'wave',
  'grass',
])

function askedBeside([hero, ...own]: readonly Thing[], prompt: string, words: Vocabulary): readonly Thing[] {
  const taken = new Set([hero!.kind, ...own.map(({ kind }) => kind)])
  return askedIn(prompt, words).things.flatMap((asked, n) => {
    const kind = asked.kinds.find((one) => words.kinds.has(one))
    if (kind === undefined || asked.kinds.some((one) => taken.has(one) || OF_WORLD.has(one))) return []
    const noun = nounOf(words, `${asked.color ?? ''} ${asked.word}`)
    const given = 'refused' in noun ? {} : noun.given
    return [
      {
        id: `new${n + 1}`,
        kind,
        color: 'auto',
        material: 'none',
        state: 'none',
        variant: 0,
        x: 0.5,
        y: 0.8,
        height: 0.25,
        right: true,
        support: words.kinds.get(kind)!.support,
        parent: null,
        ...given,
        count: asked.count === null ? 1 : Math.min(MAX_COUNT, asked.count),
        ...(asked.word === kind ? {} : { word: asked.word }),
      } satisfies Thing,
    ]
  })
}

/**
 * The composed scene with the subject as it was, to the last field that is not a matter of the new place; a second one of its kind that
 * the words brought along goes.
 */
export function recast(composed: Scene, { things }: Subject, prompt: string, words: Vocabulary): Scene {
  const [hero] = things
  const { horizon } = composed.world
  const kept = composed.things.map((thing, index): Thing => {
    const own = things[index]
    if (own === undefined) return thing
    if (index > 0) return own
    const { x, y, height, right, support, parent, state } = thing
    return {
      ...own,
      x,
      // The one that the picture is about stands in front, not at the far wall.
      y: support === 'ground' ? Math.max(y, horizon + 0.45 * (1 - horizon)) : y,
      height: Math.min(Math.max(0.26, 1.4 * own.height), Math.max(0.26, 0.75 * own.height, height)),
      right,
      support,
      parent,
      ...(mentionsState(prompt, words) ? inState(own, state, 'other') : { state: own.state }),
    }
  })
  const double = kept.flatMap(({ kind, parent }, index) =>
    index >= things.length && kind === hero!.kind && parent === null ? [index] : [],
  )
  const gone = new Set(double.filter((index) => !kept.some(({ parent }) => parent === index)))
  const place = new Map(
    kept.flatMap((_, index) => (gone.has(index) ? [] : [index])).map((index, at) => [index, at]),
  )
  const cast = kept
    .filter((_, index) => !gone.has(index))
    .map((thing) => ({ ...thing, parent: thing.parent === null ? null : (place.get(thing.parent) ?? null) }))
  return { ...composed, things: cast }
}

const mentionsState = (prompt: string, words: Vocabulary): boolean => !lacksField(prompt, 'state', words)
