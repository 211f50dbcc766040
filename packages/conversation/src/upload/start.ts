import type { Document, Wish } from '@plantain/core'
import { operatorNamed } from '@plantain/imaging'
import { draftFrom, type Draft } from '../carry-out/draft.ts'
import type { PictureState, Task, Tools } from '../perform.ts'
import { isLettering } from '../ops/lettering.ts'
import { flattenedPhoto } from './flatten.ts'
import { photoOf } from './photo.ts'
import { isStructural } from './wishes.ts'

/** The draft that an edit begins with: an upload is looked at, and flattened where its operations would not fit what comes. */
export async function startOf(
  source: PictureState,
  wishes: readonly Wish[],
  task: Task,
  tools: Tools,
  signal: AbortSignal,
): Promise<Draft> {
  const draft = draftFrom(source)
  const { base } = source.document
  const photographs = wishes.some((wish) => takesFromUpload(wish, task))
  if (base.kind === 'scene' && !photographs) return draft
  const hour = source.summary.time_of_day === undefined ? {} : { hour: source.summary.time_of_day }
  const flatten =
    base.kind === 'scene' ||
    (wishes.some((wish) => isStructural(wish) && !isOfLaidText(wish, source.document)) &&
      hasPlaces(source.document))
  if (!flatten) return { ...draft, photo: await photoOf(source, tools, signal), ...hour }
  // The finished picture is the base from here on: nothing is lost, and regions and sizes are those that the person sees.
  const { width, height } = source
  return {
    ...draft,
    scene: null,
    width,
    height,
    operations: [],
    photo: await flattenedPhoto(source, tools, signal),
    ...hour,
  }
}

/** Wishes for an upload in the order in which they are done: what sets in and takes out comes before what grades all of it. */
export const ordered = (wishes: readonly Wish[], { photo }: Draft): readonly Wish[] =>
  photo === null ? wishes : [...wishes.filter(isStructural), ...wishes.filter((wish) => !isStructural(wish))]

/** Of lettering that lies over the picture, which is no part of its pixels. */
const isOfLaidText = ({ target = '' }: Wish, { operations }: Document): boolean =>
  isLettering(target) && operations.some(({ operator }) => operator === 'text')

/** Operations that move pixels, or that mix those of a part with each other: what they have made cannot be made again over another base. */
const hasPlaces = ({ operations }: Document): boolean =>
  operations.some(
    ({ region, operator }) =>
      MOVING.has(operator) || (region.kind !== 'all' && operatorNamed(operator).sort !== 'pointwise'),
  )
const MOVING = new Set([
  'crop',
  'rotate',
  'turn',
  'straighten',
  'flip',
  'resize',
  'upscale',
  'extend',
  'border',
  'perspective',
  'aspect',
  'text',
  'blur',
  'lens-blur',
  'pixelate',
])

/** Something of a photograph goes into a painted scene: then all of it is pixels. */
function takesFromUpload({ op, source }: Wish, { picture }: Task): boolean {
  return op === 'insert' && source !== undefined && picture(source)?.document.base.kind === 'picture'
}
