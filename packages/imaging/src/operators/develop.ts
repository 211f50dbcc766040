import { PlantainError, throwIfCancelled, type Bitmap, type Mask } from '@plantain/core'
import { sameSize } from '../composite.ts'
import type { Typesetter } from '../text/typesetter.ts'
import { operatorNamed } from './index.ts'
import type {
  GeometricOperator,
  Operator,
  PointwiseOperator,
  RecipeStep,
  SpatialOperator,
  Walk,
} from './operator.ts'
import { readParams } from './params.ts'
import { compose, samePlace, type Placement } from './placement.ts'
import { mapPlanes, toBitmap, toPlanes, wordsOf, type Planes, type Size } from './planes.ts'
import { runToBitmap, runToPlanes, type Prepared } from './run.ts'

/** Finds a region in the picture as it is when its step comes. `placement` tells where the base's pixels are by then. */
export type Locate = (look: () => Bitmap, placement: Placement) => Mask | null

export interface Step {
  /** By its name in the registry. */
  readonly operator: string
  readonly params: Readonly<Record<string, unknown>>
  /** Soft coverage, 0 to 255; null for the whole picture. At the size that the picture has by then. */
  readonly mask: Mask | Locate | null
}

export interface DevelopOptions {
  readonly signal?: AbortSignal
  /** Needed where a step writes text. */
  readonly typesetter?: Typesetter
}

interface Pending {
  readonly operator: PointwiseOperator
  readonly params: unknown
  readonly mask: Mask | null
}

/**
 * The base with all steps done, in order, rounded to bytes once, at the end. In between everything is float32: runs of pointwise
 * operators are passed over the picture together, spatial and geometric ones read and write floats, too. So ten small
 * steps do not band, opposite ones cancel, and a blur of light is a blur of light. Where no step's mask reaches, the bytes
 * are the base's own.
 *
 * throws: INVALID_ARGUMENT for an unknown operator or parameters out of range, CANCELLED
 */
export const develop = (base: Bitmap, steps: readonly Step[], options: DevelopOptions = {}): Bitmap =>
  developPlaced(base, steps, options).image

/** As `develop`, and where the base's pixels have gone: for label maps and boxes. */
export function developPlaced(
  base: Bitmap,
  steps: readonly Step[],
  { signal = new AbortController().signal, typesetter }: DevelopOptions = {},
): { readonly image: Bitmap; readonly placement: Placement } {
  let image: Bitmap | Planes = base
  let placement = samePlace(base)
  let pending: Pending[] = []

  /** Does the pointwise steps that wait; to bytes only where nothing follows. */
  const flush = (last: boolean): void => {
    if (pending.length === 0) return
    const run = pending.map(({ operator, params, mask }): Prepared => ({
      space: operator.space,
      eachChannel: operator.eachChannel,
      shade: operator.prepare(params, image),
      mask,
    }))
    const writesAlpha = pending.some(({ operator }) => operator.writesAlpha)
    if (last && isBitmap(image)) image = runToBitmap(image, run, writesAlpha, signal)
    else image = runToPlanes(isBitmap(image) ? toPlanes(image) : image, run, writesAlpha, signal)
    pending = []
  }
  const look = (): Bitmap => {
    flush(false)
    return isBitmap(image) ? image : toBitmap(image)
  }
  /** `last`: nothing follows, so that bytes may be written at once. */
  const perform = (step: RecipeStep, mask: Mask | null, last: boolean): void => {
    throwIfCancelled(signal)
    const operator = operatorNamed(step.operator)
    const params = readParams(operator, step.params)
    if (operator.sort === 'recipe') {
      const parts = operator.steps(params, look)
      for (const [n, one] of parts.entries()) perform(one, mask, last && n === parts.length - 1)
    } else if (operator.sort === 'pointwise') enqueue(pending, { operator, params, mask })
    else {
      flush(false)
      if (operator.sort === 'spatial') {
        const bytes = last && !mask && isBitmap(image) ? operator.applyLast?.(image, params, signal) : null
        image = bytes ?? filter(image, operator, params, mask, { signal, typesetter })
      } else {
        refuseMask(operator, mask)
        const [moved, move] = reshape(image, operator, params, last, look)
        image = moved
        placement = compose(placement, move)
      }
    }
  }

  for (const [n, step] of steps.entries()) {
    const mask = typeof step.mask === 'function' ? step.mask(look, placement) : step.mask
    if (mask) sameSize(mask, placement)
    perform(step, mask, n === steps.length - 1)
  }
  flush(true)
  return { image: isBitmap(image) ? (image === base ? copy(base) : image) : toBitmap(image), placement }
}

const isBitmap = (image: Bitmap | Planes): image is Bitmap => 'data' in image
const copy = (image: Bitmap): Bitmap => ({ ...image, data: image.data.slice() })

function enqueue(pending: Pending[], next: Pending): void {
  const before = pending.at(-1)
  if (before && before.operator === next.operator && before.mask === next.mask && next.operator.add)
    pending[pending.length - 1] = { ...next, params: next.operator.add(before.params, next.params) }
  else pending.push(next)
}

function filter(
  image: Bitmap | Planes,
  operator: SpatialOperator,
  params: unknown,
  mask: Mask | null,
  { signal, typesetter }: { signal: AbortSignal; typesetter: Typesetter | undefined },
): Planes {
  const before = isBitmap(image) ? toPlanes(image) : image
  const after = operator.apply(before, params, { mask, signal, typesetter: typesetter ?? null })
  return mask && !operator.ownMask ? mixPlanes(before, after, mask) : after
}

/** Light mixed by coverage and opacity; where the mask is 0 or 255, one of the two as it is. */
function mixPlanes(before: Planes, after: Planes, mask: Mask): Planes {
  sameSize(before, after)
  const alpha = after.alpha || before.alpha ? new Float32Array(mask.data.length) : null
  const result = { ...mapPlanes(after, after, (plane) => plane.slice()), alpha }
  for (let p = 0; p < mask.data.length; p++) {
    const coverage = mask.data[p]! / 255
    const keep = (before.alpha ? before.alpha[p]! : 1) * (1 - coverage)
    const take = (after.alpha ? after.alpha[p]! : 1) * coverage
    if (alpha) alpha[p] = keep + take
    const share = coverage === 0 ? 0 : coverage === 1 ? 1 : keep + take > 0 ? take / (keep + take) : coverage
    if (share === 1) continue
    result.red[p] = before.red[p]! + (after.red[p]! - before.red[p]!) * share
    result.green[p] = before.green[p]! + (after.green[p]! - before.green[p]!) * share
    result.blue[p] = before.blue[p]! + (after.blue[p]! - before.blue[p]!) * share
  }
  return result
}

function refuseMask(operator: Operator, mask: Mask | null): void {
  if (mask)
    throw new PlantainError(
      'INVALID_ARGUMENT',
      `${operator.name} changes the whole frame; leave the region away, or move the thing instead`,
    )
}

function reshape(
  image: Bitmap | Planes,
  operator: GeometricOperator,
  params: unknown,
  last: boolean,
  look: () => Bitmap,
): readonly [Bitmap | Planes, Placement] {
  const move = operator.move(params, image, look)
  const { placement } = move
  if ('render' in move) {
    const moved = isBitmap(image)
      ? (move.renderBytes?.(image) ?? (last ? move.renderLast?.(image) : null))
      : null
    return [moved ?? move.render(isBitmap(image) ? toPlanes(image) : image), placement]
  }
  const { walk } = move
  const pixels = placement.width * placement.height
  if (!isBitmap(image))
    return [
      mapPlanes(image, placement, (plane) => walkPlane(plane, new Float32Array(pixels), placement, walk)),
      placement,
    ]
  const words = walkPlane(wordsOf(image), new Uint32Array(pixels), placement, walk)
  return [
    { width: placement.width, height: placement.height, data: new Uint8ClampedArray(words.buffer) },
    placement,
  ]
}

function walkPlane<Plane extends Float32Array | Uint32Array>(
  source: Plane,
  target: Plane,
  { width, height }: Size,
  { start, stepX, stepY }: Walk,
): Plane {
  if (stepX === 1)
    for (let y = 0; y < height; y++)
      target.set(source.subarray(start + y * stepY, start + y * stepY + width), y * width)
  else
    for (let y = 0, i = 0; y < height; y++)
      for (let x = 0, from = start + y * stepY; x < width; x++, from += stepX) target[i++] = source[from]!
  return target
}
