import type { Bitmap, EditCheck, Mask, Rect, Wish } from '@plantain/core'
import { appearanceOf, type Appearance } from '@plantain/imaging'
import type { PictureState } from '../perform.ts'
import type { Vocabulary } from '../reading/vocabulary.ts'

/** A picture before and after an edit, and what wishes are held against. */
export interface Compared {
  readonly before: Bitmap
  readonly after: Bitmap
  readonly source: PictureState
  readonly made: PictureState
  /** Share of the pixels that differ. */
  readonly changedShare: number
  /** What was to change; null for all of the picture. */
  readonly part: Mask | null
  /** Where the two differ; null where their frames do. */
  readonly changed: Mask | null
  readonly words: Vocabulary
  /** Other wishes of the same message move the same figures. */
  readonly crowded: boolean
  /** Measured once for each part. */
  readonly seen: Map<string, Appearance | null>
}

/** Holds one wish against the pictures; null where nothing of it can be measured. */
export type Check = (wish: Wish, compared: Compared) => EditCheck | null

/** How the part that was to change looked before and looks now; null where it is nothing. */
export function looks({
  before,
  after,
  part,
  changed,
  seen,
}: Compared): { readonly was: Appearance; readonly is: Appearance } | null {
  const sameFrame = changed !== null
  const of = (key: string, image: Bitmap): Appearance | null => {
    if (!seen.has(key)) seen.set(key, appearanceOf(image, sameFrame ? part : null))
    return seen.get(key)!
  }
  const [was, is] = [of('before', before), of('after', after)]
  return was === null || is === null ? null : { was, is }
}

/** The same of a box, in pixels. */
export function looksIn(
  { before, after }: Compared,
  part: Rect | Mask,
): { readonly was: Appearance; readonly is: Appearance } | null {
  const [was, is] = [appearanceOf(before, part), appearanceOf(after, part)]
  return was === null || is === null ? null : { was, is }
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000

interface Figure {
  readonly measure: string
  readonly before: number | null
  readonly after: number | null
  readonly expected: string
  readonly followed: boolean
}
export const checked = ({ op, target }: Wish, { before, after, ...rest }: Figure): EditCheck => ({
  op,
  ...(target === undefined ? {} : { target: target.replace(/^el:/, '') }),
  ...rest,
  before: before === null ? null : rounded(before),
  after: after === null ? null : rounded(after),
})

/** A figure that was to move by at least so much, up or down. */
export function moved(
  wish: Wish,
  figure: { readonly measure: string; readonly before: number; readonly after: number },
  by: number,
  up: boolean,
): EditCheck {
  return checked(wish, {
    ...figure,
    expected: `at least ${by} ${up ? 'more' : 'less'}`,
    followed: up ? figure.after >= figure.before + by : figure.after <= figure.before - by,
  })
}
