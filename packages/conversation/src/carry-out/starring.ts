import type { Operation, Scene } from '@plantain/core'
import { restylePhoto } from '@plantain/scene'
import type { PictureState, Performed, Task, Tools } from '../perform.ts'
import { bare } from '../reading/phrase.ts'
import { nounOf } from '../reading/nouns.ts'
import type { Vocabulary } from '../reading/vocabulary.ts'
import { withoutThings } from '../scene-edit/things.ts'
import { widthOf } from '../scene-edit/sizes.ts'
import { cutOf, setIn } from '../upload/set-in.ts'
import { flattenedPhoto } from '../upload/flatten.ts'
import { findIn, openPhoto, photoMask, type Photo } from '../upload/photo.ts'
import { draftFrom, type Draft } from './draft.ts'
import { renderDraft } from './render.ts'

/** Someone or something of a photograph who is to be in a new picture. */
export interface Star {
  readonly source: PictureState
  /** The photograph. */
  readonly photo: string
  /** What it is called: one name. */
  readonly names: readonly [string]
}

/** Left, top, right, bottom, in shares of the frame. */
type Spot = readonly [number, number, number, number]

/** Least height of whom a picture is about, and where its feet are at the least, in shares of the frame. */
const [LEAST_TALL, LEAST_LOW, TALLEST] = [0.46, 0.86, 0.8]

/**
 * The composed place without the drawing that stands for the star, and where that stood: so a place is composed around someone who is not drawn. A
 * place without one gives no spot.
 */
export function placeFor(
  { names: [name] }: Star,
  draft: Draft,
  words: Vocabulary,
): { readonly place: Draft; readonly spot: Spot | null } {
  const { scene } = draft
  const noun = nounOf(words, name)
  if (scene === null || 'refused' in noun) return { place: draft, spot: null }
  const category = words.kinds.get(noun.kind)?.category
  const index = standingFor(scene, noun.kind, category, words)
  if (index === null) return { place: draft, spot: null }
  const thing = scene.things[index]!
  const own = scene.things.flatMap(({ parent }, n) => (parent === index ? [n] : []))
  const place = { ...draft, scene: withoutThings(scene, [index, ...own]) }
  const stands = thing.support === 'ground' && thing.parent === null
  // On a table it is as large as it was drawn; inside of something it cannot be shown, and stands before it.
  if (!stands && thing.height < LEAST_SEEN) return { place, spot: null }
  const tall = stands ? Math.min(TALLEST, Math.max(LEAST_TALL, thing.height)) : thing.height
  const wide = widthOf({ ...thing, height: tall }, words.kinds, draft.width / draft.height)
  const foot = stands ? Math.max(LEAST_LOW, thing.y) : Math.max(tall, thing.y)
  // A cut-out may be wider than a drawing of its kind: its height is what counts.
  return { place, spot: [thing.x - 1.5 * wide, foot - tall, thing.x + 1.5 * wide, foot] }
}
const LEAST_SEEN = 0.12

/** The drawing of its kind; of a person, of any. */
function standingFor(
  { things }: Scene,
  kind: string,
  category: string | undefined,
  words: Vocabulary,
): number | null {
  const same = things.findIndex((thing) => thing.kind === kind)
  if (same >= 0) return same
  const alike = things.findIndex(
    (thing) => category === 'person' && words.kinds.get(thing.kind)?.category === category,
  )
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

/** A painted place with someone of a photograph in it, in its light, and painted in its style where that is not a natural one. */
export async function starring(
  { photo: artifact, names: [name] }: Star,
  place: Performed,
  { task, spot, words, seed, over }: Setting,
  tools: Tools,
  signal: AbortSignal,
): Promise<{ readonly picture: Performed; readonly notes: readonly string[] }> {
  const opened = await openPhoto(artifact, tools, signal)
  const phrase = bare(name)
  const { base } = place.document
  const style = base.kind === 'scene' ? base.scene.world.style : 'natural'
  const cut = cutOf(style === 'natural' ? opened : inStyle(opened, phrase, style, seed), phrase)
  if (cut === null)
    return {
      picture: place,
      notes: [`I see no ${phrase} in the picture that you sent, so it is drawn from the words.`],
    }
  const start: Draft = {
    ...draftFrom(place),
    scene: null,
    width: place.width,
    height: place.height,
    operations: [],
    photo: await flattenedPhoto(place, tools, signal),
  }
  const asked = {
    wish: { op: 'insert', target: phrase },
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
  const set = await setIn(cut, phrase, stands, asked)
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
      `The ${phrase} is the one of your picture, cut out as it is there: another pose, or other clothes, would need open weights (plantain models).`,
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
