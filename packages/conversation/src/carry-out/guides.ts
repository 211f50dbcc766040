import type { Operation, Wish } from '@plantain/core'
import { paletteOf, resize } from '@plantain/imaging'
import { guidanceIn, guideOf, guidesOf, type Guide } from '../guidance.ts'
import { sentSubject } from '../sent-subject.ts'
import type { PictureState, Task, Tools } from '../perform.ts'
import type { Vocabulary } from '../reading/vocabulary.ts'
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
    notes: [...new Set(guides.map(noteOf))],
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

export const noteOf = ({ taken, picture }: Guiding): string => {
  const own = picture.document.base.kind === 'scene'
  switch (taken) {
    case 'colors':
      return 'Its palette is that of the picture you named.'
    case 'light':
      return 'Its light and tones are those of the picture you named.'
    default:
      return own
        ? 'Its style, palette and tones are those of the picture you named.'
        : 'Its palette and tones are those of the picture you named; what a photograph shows, or how it is painted, would need open weights (plantain models).'
  }
}

/** What an edit takes from another picture: "the colours of image 2", "in the style of the second", where it is one without a style to paint in. */
export function likenessOf({ op, value, source }: Wish, { picture }: Task): Guiding | null {
  const said = value === undefined ? null : guideOf(value)
  const guide =
    said ??
    (op === 'restyle' && source !== undefined && value === undefined
      ? { ref: source, taken: 'style' as const }
      : null)
  const found = guide === null ? undefined : picture(guide.ref)
  return guide === null || found === undefined ? null : { ...guide, picture: found }
}

/** How far a palette goes. */
const SHARES: Readonly<Record<Guide['taken'], number>> = { colors: 85, light: 75, style: 85, all: 85 }
/** Longest side at which palettes are measured. */
const MEASURED = 320

/** The palette and tones of another picture for a given one: an exact operation, whose numbers are measured now and hold for later states of it. */
export async function paletteLike(
  image: Parameters<typeof paletteOf>[0],
  { taken, picture }: Guiding,
  tools: Tools,
): Promise<Operation> {
  const reference = await tools.load(picture.artifact)
  return {
    operator: 'tone-palette',
    params: { ...paletteOf(small(image), small(reference)), percent: SHARES[taken] },
    region: { kind: 'all' },
  }
}

function small(image: Parameters<typeof paletteOf>[0]): Parameters<typeof paletteOf>[0] {
  const scale = MEASURED / Math.max(image.width, image.height)
  return scale >= 1
    ? image
    : resize(
        image,
        Math.max(1, Math.round(image.width * scale)),
        Math.max(1, Math.round(image.height * scale)),
      )
}
