import type { Bitmap, Operation, Wish } from '@plantain/core'
import { paletteOf, resize } from '@plantain/imaging'
import { guidanceIn, guideOf, guidesOf, type Guide } from '../guidance.ts'
import { sentSubject } from '../sent-subject.ts'
import type { PictureState, Task, Tools } from '../perform.ts'
import type { Vocabulary } from '../reading/vocabulary.ts'
import type { Draft } from './draft.ts'
import { lacksField } from './prompt.ts'

/** A picture that a new one goes by, and what is taken from it. */
export interface Guiding extends Guide {
  readonly picture: PictureState
}

/** A task in which what is taken from other pictures is words, as far as words can say it; what is left comes as `guides`. */
export interface GuidedTask {
  readonly task: Task
  readonly guides: readonly Guiding[]
  readonly notes: readonly string[]
}

/** The pictures that a new one goes by, read into the wish for it. */
export function guidedTask(task: Task, words: Vocabulary): GuidedTask {
  const said = guidesOf(task.interpretation)
  if (said.length === 0) return { task: withoutSent(task), guides: [], notes: [] }
  const guides = said.flatMap((guide): readonly Guiding[] => {
    const picture = task.picture(guide.ref)
    return picture === undefined ? [] : [{ ...guide, picture }]
  })
  const bare = withoutSent({ ...task, message: guidanceIn(task.message)?.rest ?? task.message })
  const { message } = bare
  const hints = guides.flatMap((guide) => hintsOf(guide, message, words, namesSubject(task)))
  const { palette = [], style, lighting, mood, ...constraints } = task.interpretation.constraints ?? {}
  const plain = (value: string | undefined): string | undefined =>
    value === undefined || guideOf(value) === null ? value : undefined
  const painted = guides.find(({ taken, picture }) => isLikeness(taken) && ownStyle(picture) !== null)
  const kept = {
    style: plain(style) ?? (painted === undefined ? undefined : ownStyle(painted.picture)!),
    lighting: plain(lighting),
    mood: plain(mood),
  }
  const interpretation = {
    ...task.interpretation,
    constraints: {
      ...constraints,
      ...Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined)),
      palette: palette.filter((value) => guideOf(value) === null),
    },
  }
  return {
    task: { ...bare, message: [message, ...hints].filter((one) => one !== '').join(', '), interpretation },
    guides,
    notes: [...new Set(palettesOf(guides).map(noteOf))],
  }
}

/** "This cat" is a cat to whoever composes. */
const withoutSent = (task: Task): Task => ({
  ...task,
  message: task.interpretation.ops.some(({ subject_ref }) => subject_ref !== undefined)
    ? (sentSubject(task.message)?.rest ?? task.message)
    : task.message,
})

const isLikeness = (taken: Guide['taken']): boolean => taken === 'style' || taken === 'all'
const namesSubject = ({ interpretation }: Task): boolean =>
  interpretation.ops.some(({ subject = [] }) => subject.length > 0)

/** The style in which a picture of ours is painted; photographs have none that could be painted in. */
const ownStyle = ({ document: { base }, summary }: PictureState): string | null =>
  base.kind === 'scene' ? (summary.style ?? base.scene.world.style) : null

/** Its hour, weather and season in words, where they are taken and the message says no other; what it shows where the message names nothing. */
function hintsOf(
  { taken, picture: { summary } }: Guiding,
  message: string,
  words: Vocabulary,
  isNamed: boolean,
): readonly string[] {
  if (taken !== 'light' && taken !== 'all') return []
  const { time_of_day, weather, season, background, things } = summary
  const world = [
    ['time', time_of_day],
    ['weather', weather],
    ['season', taken === 'all' ? season : undefined],
  ] as const
  const hints = world.flatMap(([field, word]) =>
    word === undefined || !lacksField(message, field, words) ? [] : [word],
  )
  if (taken === 'light' || isNamed) return hints
  const shown = things
    .filter(({ name }) => name !== 'subject' && name !== 'face')
    .map(({ name, color }) => (color === undefined ? name : `${color} ${name}`))
  return [...shown.slice(0, MOST_SHOWN), ...(background === undefined ? [] : [background]), ...hints]
}
const MOST_SHOWN = 4

/** The pictures whose palettes a new one gets: those named for their colours or for all that they are, else those of its light and style. */
export function palettesOf(guides: readonly Guiding[]): readonly Guiding[] {
  const colors = guides.filter(({ taken }) => taken === 'colors' || taken === 'all')
  return colors.length > 0 ? colors : guides
}

/** What was taken, in a sentence. */
export function noteOf({ ref, taken, picture }: Guide & { readonly picture: PictureState }): string {
  const [kind, number] = ref.split(':')
  const of =
    kind === 'turn'
      ? `of picture ${number}`
      : `of the picture that you sent${number === '1' ? '' : ` (${number})`}`
  if (taken === 'colors') return `Its palette is that ${of}.`
  if (taken === 'light') return `Its light and tones are those ${of}.`
  return picture.document.base.kind === 'scene'
    ? `Its style, palette and tones are those ${of}.`
    : `Its palette and tones are those ${of}; what a photograph shows, or how it is painted, would need open weights (plantain models).`
}

/**
 * What an edit takes from another picture: "the colours of image 2" of all or of a part, "in the style of the second", where it is one without a style to
 * paint in.
 */
export function likenessOf({ op, value, source }: Wish, { picture }: Task): Guiding | null {
  if (!GRADING.has(op)) return null
  const said = value === undefined ? null : guideOf(value)
  const style = op === 'restyle' && source !== undefined && value === undefined
  const guide = said ?? (style ? { ref: source, taken: 'style' as const } : null)
  const found = guide === null ? undefined : picture(guide.ref)
  return guide === null || found === undefined ? null : { ...guide, picture: found }
}
const GRADING: ReadonlySet<Wish['op']> = new Set(['look', 'light', 'tint', 'recolor', 'restyle'])

/** How far a palette goes, in percent. */
const SHARES: Readonly<Record<Guide['taken'], number>> = { colors: 85, light: 75, style: 85, all: 85 }
/** Longest side at which palettes are measured, and the shortest that can be painted. */
const [MEASURED, LEAST] = [320, 16]

/** The scene of a draft, painted small. */
export async function sketch(
  { scene, width, height }: Draft,
  tools: Tools,
  signal: AbortSignal,
): Promise<Bitmap> {
  const scale = Math.min(1, MEASURED / Math.max(width, height))
  const side = (pixels: number): number => Math.max(LEAST, Math.round(pixels * scale))
  const { bitmap } = await tools.paint(scene!, { width: side(width), height: side(height) }, signal)
  return bitmap
}

/** The palette and tones of other pictures together for a given one: parameters of an exact operation, which are measured now and hold for later states of it. */
export async function paletteLike(
  image: Bitmap,
  guides: readonly [Guiding, ...Guiding[]],
  tools: Tools,
): Promise<Operation['params']> {
  const references = await Promise.all(
    guides.map(async ({ picture }) => small(await tools.load(picture.artifact))),
  )
  const percent = Math.max(...guides.map(({ taken }) => SHARES[taken]))
  return { ...paletteOf(small(image), together(references)), percent }
}

function small(image: Bitmap): Bitmap {
  const scale = MEASURED / Math.max(image.width, image.height)
  const side = (pixels: number): number => Math.max(1, Math.round(pixels * scale))
  return scale >= 1 ? image : resize(image, side(image.width), side(image.height))
}

/** One picture of all, each as much of it as the others: what is measured of it does not depend on what is where. */
function together(pictures: readonly Bitmap[]): Bitmap {
  if (pictures.length === 1) return pictures[0]!
  const parts = pictures.map((picture) => resize(picture, SIDE, SIDE).data)
  const data = new Uint8ClampedArray(parts.length * SIDE * SIDE * 4)
  for (const [n, part] of parts.entries()) data.set(part, n * SIDE * SIDE * 4)
  return { width: SIDE, height: SIDE * parts.length, data }
}
const SIDE = 256
