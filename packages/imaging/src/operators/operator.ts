import type { Bitmap, Mask } from '@plantain/core'
import type * as z from 'zod'
import type { StripMemory } from '../kernels/strips.ts'
import type { Typesetter } from '../text/typesetter.ts'
import type { Placement } from './placement.ts'
import type { Planes, Size } from './planes.ts'

/**
 * What the three numbers of a pixel are while a pointwise operator sees them: linear light of red, green and blue; the same
 * encoded as sRGB; or Oklab lightness, a and b. `develop` converts only where neighbours differ.
 */
export type Space = 'linear' | 'encoded' | 'oklab'

/** Some whole rows of a picture, in the operator's space. Shades write into it. */
export interface Strip {
  /** Width of the picture. */
  readonly width: number
  /** Row of the picture that is the first of the strip. */
  readonly top: number
  /** width x rows numbers each. */
  readonly one: Float32Array
  readonly two: Float32Array
  readonly three: Float32Array
  /** Straight alpha, 0 to 1; null where the picture is opaque. */
  readonly alpha: Float32Array | null
  /** Where the three planes lie in the memory of kernels. */
  readonly memory?: StripMemory
}
export interface Shade {
  (strip: Strip): void
  /** The same over linear light in one pass, for a step whose neighbours are not in its space. */
  readonly inLight?: (strip: Strip) => void
}

interface Described<P> {
  /** As plans, the API and the documentation call it. */
  readonly name: string
  /** A strict object; every field has its range, a default, and its unit in its name. */
  readonly params: z.ZodType<P>
  /** Parameters that change no byte (the rest by default); null for operators that always do something (invert, crop). */
  readonly identity: Partial<P> | null
}

/** Each pixel from itself and its place alone. Runs of these are computed in float and rounded once. */
export interface PointwiseOperator<P = unknown> extends Described<P> {
  readonly sort: 'pointwise'
  readonly space: Space
  /** true: each channel from itself alone, without its place: of bytes it is a table of 256 for each channel. */
  readonly eachChannel: boolean
  /** true: it writes alpha, and `develop` sees to it that there is one. All others leave alpha alone. */
  readonly writesAlpha: boolean
  /** Two of it in a row as one, so that opposite steps cancel, where its own arithmetic does not see to that. */
  add?(one: P, other: P): P
  prepare(params: P, frame: Size): Shade
}

export interface SpatialContext {
  /** The region; results are composited by it afterwards. Given so that nothing bleeds in from outside. */
  readonly mask: Mask | null
  readonly signal: AbortSignal
  readonly typesetter: Typesetter | null
}
/** Each pixel from its neighbours, or from the whole picture; the size stays. */
export interface SpatialOperator<P = unknown> extends Described<P> {
  readonly sort: 'spatial'
  /** true: it writes alpha (blur of something cut out, lettering over nothing). */
  readonly writesAlpha: boolean
  /** true: it heeds the mask itself; its result is not composited again. */
  readonly ownMask: boolean
  /** Must not write into `image`. */
  apply(image: Planes, params: P, context: SpatialContext): Planes
  /**
   * The bytes that `apply` without a mask would be rounded to, without planes of the whole picture, for a step that nothing follows.
   * null: not of this picture.
   */
  applyLast?(image: Bitmap, params: P, signal: AbortSignal): Bitmap | null
}

/** Pixels taken as they are: target (x, y) is the source pixel at `start + x * stepX + y * stepY`. */
export interface Walk {
  readonly start: number
  readonly stepX: number
  readonly stepY: number
}
/**
 * Where everything goes, and its pixels: a walk where none is computed anew (crop, flip, quarter turns: the bytes stay), or a
 * function that computes them. `renderBytes` is for bytes that stay beside others (borders): the same as `render` would give, or null.
 * `renderLast` is for a move that nothing follows: the bytes that `render` would be rounded to, without planes of the whole picture, or null.
 */
export type Move = { readonly placement: Placement } & (
  | { readonly walk: Walk }
  | {
      readonly render: (image: Planes) => Planes
      readonly renderBytes?: (image: Bitmap) => Bitmap | null
      readonly renderLast?: (image: Bitmap) => Bitmap | null
    }
)
/** Other size or places. `look` gives the picture as it then is, for those that look for a horizon. */
export interface GeometricOperator<P = unknown> extends Described<P> {
  readonly sort: 'geometric'
  /** throws: INVALID_ARGUMENT where the picture is too small or the result too large */
  move(params: P, source: Size, look: () => Bitmap): Move
}

/** Other operators with settings, by name: a film look, or what a picture needs. */
export interface RecipeOperator<P = unknown> extends Described<P> {
  readonly sort: 'recipe'
  steps(params: P, look: () => Bitmap): readonly RecipeStep[]
}
export interface RecipeStep {
  readonly operator: string
  readonly params: Readonly<Record<string, unknown>>
}

export type Operator<P = unknown> =
  | PointwiseOperator<P>
  | SpatialOperator<P>
  | GeometricOperator<P>
  | RecipeOperator<P>

type Declared<O, Omitted extends string> = Omit<O, 'params' | 'sort' | Omitted>

export function pointwise<P>(
  operator: Declared<PointwiseOperator<P>, 'writesAlpha' | 'eachChannel'> & {
    params: z.ZodType<P>
    writesAlpha?: boolean
    eachChannel?: boolean
  },
): PointwiseOperator<P> {
  return { sort: 'pointwise', writesAlpha: false, eachChannel: false, ...operator }
}
export function spatial<P>(
  operator: Declared<SpatialOperator<P>, 'writesAlpha' | 'ownMask'> & {
    params: z.ZodType<P>
    writesAlpha?: boolean
    ownMask?: boolean
  },
): SpatialOperator<P> {
  return { sort: 'spatial', writesAlpha: false, ownMask: false, ...operator }
}
export function geometric<P>(
  operator: Declared<GeometricOperator<P>, never> & { params: z.ZodType<P> },
): GeometricOperator<P> {
  return { sort: 'geometric', ...operator }
}
export function recipe<P>(
  operator: Declared<RecipeOperator<P>, never> & { params: z.ZodType<P> },
): RecipeOperator<P> {
  return { sort: 'recipe', ...operator }
}
