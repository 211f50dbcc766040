import type { Operation, Scene } from '@plantain/core'
import { restylePhoto } from '@plantain/scene'
import type { PictureState, Performed, Task, Tools } from '../perform.ts'
import { bare } from '../reading/phrase.ts'
import { nounOf } from '../reading/nouns.ts'
import type { Vocabulary } from '../reading/vocabulary.ts'
import { withoutThings } from '../scene-edit/things.ts'
import { widthOf } from '../scene-edit/sizes.ts'
import { cutOf, setIn } from '../upload/set-in.ts'
import { mistakenFor } from '../upload/mistaken.ts'
import { flattenedPhoto } from '../upload/flatten.ts'
import { findIn, photoMask, type Photo } from '../upload/photo.ts'
import { draftFrom, type Draft } from './draft.ts'
import { renderDraft } from './render.ts'

/** Someone or something of a photograph who is to be in a new picture. */
export interface Star {
  readonly source: PictureState
  /** What it is called: one noun. */
  readonly name: string
}

/** The same, cut out, in the style of the picture that it is to be in. */
export interface CutStar {
  readonly name: string
  readonly cut: NonNullable<ReturnType<typeof cutOf>>
}

/** null where nothing of that name is seen in the photograph, or what stands out is known to be something else. */
export async function cutOfStar(
  { source, name }: Star,
  { scene }: Draft,
  { words, seed }: { readonly words: Vocabulary; readonly seed: number },
  tools: Tools,
  signal: AbortSignal,
): Promise<CutStar | null> {
  // As it is by now: what was changed since it was sent is part of it.
  const photo = await flattenedPhoto(source, tools, signal)
  const noun = nounOf(words, name)
  const phrase = 'refused' in noun ? bare(name) : noun.word
  const isGuess = findIn(photo, phrase)?.guessed === true
  if (isGuess && mistakenFor(phrase, { photo, things: source.summary.things, words }) !== null) return null
  const style = scene?.world.style ?? 'natural'
  const cut = cutOf(style === 'natural' ? photo : inStyle(photo, phrase, style, seed), phrase)
  return cut === null ? null : { name: phrase, cut }
}

export const notSeen = ({ name }: Star): string =>
  `I see no ${name} in the picture that you sent, so it is drawn from the words.`

/** Left, top, right, bottom, in shares of the frame. */
type Spot = readonly [number, number, number, number]

/** Least and greatest height of whom a picture is about, and where its feet are at the least, in shares of the frame. */
const [LEAST_TALL, TALLEST, LEAST_LOW] = [0.46, 0.8, 0.86]
/** Smaller drawings than that are inside of something, or on it, where nothing could be made out. */
const LEAST_SEEN = 0.12

/**
 * The composed place without the drawing that stands for the star, and where that stood: so a place is composed around someone who is not drawn. A
 * place without one gives no spot.
 */
export function placeFor(
  { name }: CutStar,
  draft: Draft,
  words: Vocabulary,
): { readonly place: Draft; readonly spot: Spot | null } {
  const { scene } = draft
  const noun = nounOf(words, name)
  if (scene === null || 'refused' in noun) return { place: draft, spot: null }
  const index = standingFor(scene, noun.kind, words)
  if (index === null) return { place: draft, spot: null }
  const thing = scene.things[index]!
  const own = scene.things.flatMap(({ parent }, n) => (parent === index ? [n] : []))
  const place = { ...draft, scene: withoutThings(scene, [index, ...own]) }
  const stands = thing.support === 'ground' && thing.parent === null
  if (!stands && thing.height < LEAST_SEEN) return { place, spot: null }
  const tall = stands ? Math.min(TALLEST, Math.max(LEAST_TALL, thing.height)) : thing.height
  const wide = widthOf({ ...thing, height: tall }, words.kinds, draft.width / draft.height)
  const foot = stands ? Math.max(LEAST_LOW, thing.y) : Math.max(tall, thing.y)
  // A cut-out may be wider than a drawing of its kind: its height is what counts.
  return { place, spot: [thing.x - 1.5 * wide, foot - tall, thing.x + 1.5 * wide, foot] }
}

/** The drawing of its kind; of a person, of any. */
function standingFor({ things }: Scene, kind: string, { kinds }: Vocabulary): number | null {
  const same = things.findIndex((thing) => thing.kind === kind)
  if (same >= 0) return same
  const isPerson = (one: string): boolean => kinds.get(one)?.category === 'person'
  const alike = isPerson(kind) ? things.findIndex((thing) => isPerson(thing.kind)) : -1
  return alike < 0 ? null : alike
}

interface Setting {
  readonly task: Task
  readonly spot: Spot | null
  readonly words: Vocabulary
  readonly seed: number
  /** What goes over the whole picture, whoever is in it. */
  readonly over: readonly Operation[]
}

/** A painted place with someone of a photograph in it, in its light. */
export async function starring(
  { name, cut }: CutStar,
  place: Performed,
  { task, spot, words, seed, over }: Setting,
  tools: Tools,
  signal: AbortSignal,
): Promise<{ readonly picture: Performed; readonly notes: readonly string[] }> {
  const start: Draft = {
    ...draftFrom(place),
    scene: null,
    width: place.width,
    height: place.height,
    operations: [],
    photo: await flattenedPhoto(place, tools, signal),
  }
  const asked = {
    wish: { op: 'insert', target: name },
    draft: start,
    photo: start.photo!,
    words,
    task,
    tools,
    signal,
    things: place.summary.things,
    spot: null,
  } as const
  // Who is cut off below by the edge of the photograph stands at the edge of this one.
  const stands = spot === null || cut.sides.includes('bottom') ? undefined : inPixels(spot, place)
  const set = await setIn(cut, name, stands, asked)
  const made = await renderDraft(
    { ...set, operations: over },
    { words, seed, source: place, keep: [] },
    tools,
    signal,
  )
  return {
    picture: { ...made, mask: null },
    notes: [
      ...set.notes,
      `The ${name} is the one of your picture, cut out as it is there: another pose, or other clothes, would need open weights (plantain models).`,
    ],
  }
}

function inStyle(
  photo: Photo,
  phrase: string,
  style: Parameters<typeof restylePhoto>[2],
  seed: number,
): Photo {
  const subject = findIn(photo, phrase) === null ? null : photoMask(photo, phrase)
  const sky = findIn(photo, 'sky') === null ? null : photoMask(photo, 'sky')
  return { ...photo, bitmap: restylePhoto(photo.bitmap, { subject, sky }, style, seed % 2 ** 32) }
}

const inPixels = ([left, top, right, bottom]: Spot, { width, height }: Performed): Spot => [
  left * width,
  top * height,
  right * width,
  bottom * height,
]
