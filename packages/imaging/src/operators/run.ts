import { throwIfCancelled, type Bitmap, type Mask } from '@plantain/core'
import { withStrips, type StripMemory } from '../kernels/strips.ts'
import { convert } from './convert.ts'
import type { Shade, Space, Strip } from './operator.ts'
import { emptyPlanes, isOpaque, type Planes } from './planes.ts'

/** A pointwise step, ready to run. */
export interface Prepared {
  readonly space: Space
  readonly eachChannel: boolean
  readonly shade: Shade
  readonly mask: Mask | null
}

/** Pixels worked on at a time: all steps of a run pass over them while they are in the cache. */
const STRIP_PIXELS = 4096
const clear = new Float32Array(0)

/** A run of pointwise steps from bytes to bytes, rounded once at the end. */
export function runToBitmap(
  image: Bitmap,
  run: readonly Prepared[],
  writesAlpha: boolean,
  signal: AbortSignal,
): Bitmap {
  if (run.every(({ mask, eachChannel, space }) => mask === null && eachChannel && space === 'encoded'))
    return throughTables(image, run)
  const source = image.data
  const data = new Uint8ClampedArray(source.length)
  const withAlpha = writesAlpha || !isOpaque(image)
  const start = run[0]!.space === 'encoded' ? 'encoded' : 'linear'
  forStrips(image, withAlpha, signal, (strip, first) => {
    const { run: kernels, bytes, at } = strip.memory
    const count = strip.one.length
    const [one, two, three, alpha] = at.planes
    bytes.set(source.subarray(first * 4, (first + count) * 4))
    const table = start === 'encoded' ? at.shareOfByte : at.linearOfByte
    kernels.bytesToPlanes(at.bytes, one, two, three, withAlpha ? alpha : 0, count, table)
    const space = shadeStrip(strip, first, run, start)
    if (space === 'encoded') kernels.sharesToBytes(one, two, three, at.bytes, count)
    else {
      convert(strip, space, 'linear')
      kernels.lightToBytes(one, two, three, at.bytes, count, at.byteOfStep)
    }
    if (writesAlpha) kernels.alphaToBytes(alpha, at.bytes, count)
    data.set(bytes.subarray(0, count * 4), first * 4)
    keepOutside(strip, first, run, (pixel) => {
      for (let i = pixel * 4; i < pixel * 4 + 4; i++) data[i] = source[i]!
    })
  })
  return { width: image.width, height: image.height, data }
}

/** Where a byte's result depends on itself alone: the run over 256 numbers, and then one look-up for each byte. */
function throughTables({ width, height, data }: Bitmap, run: readonly Prepared[]): Bitmap {
  const [one, two, three] = [shareOfByte.slice(), shareOfByte.slice(), shareOfByte.slice()]
  for (const { shade } of run) shade({ width: 256, top: 0, one, two, three, alpha: null })
  const tables = new Uint8Array(768)
  for (const [n, plane] of [one, two, three].entries()) tables.set(Uint8Array.from(plane, byteOf), 256 * n)
  const result = new Uint8ClampedArray(data.length)
  const most = 4 * STRIP_PIXELS
  withStrips(STRIP_PIXELS, ({ run: kernels, bytes, at, lookUp }) => {
    const place = lookUp(new Float32Array(tables.buffer))
    for (let first = 0; first < data.length; first += most) {
      const part = data.subarray(first, first + most)
      bytes.set(part)
      kernels.bytesThroughTables(at.bytes, part.length / 4, place)
      result.set(bytes.subarray(0, part.length), first)
    }
  })
  return { width, height, data: result }
}
const shareOfByte: Float32Array = Float32Array.from({ length: 256 }, (_, byte) => byte / 255)
const byteOf = (share: number): number => (share <= 0 ? 0 : share >= 1 ? 255 : (share * 255 + 0.5) | 0)

/** The same in float: for what comes between other steps. */
export function runToPlanes(
  image: Planes,
  run: readonly Prepared[],
  writesAlpha: boolean,
  signal: AbortSignal,
): Planes {
  const result = emptyPlanes(image, writesAlpha || image.alpha !== null)
  const { red, green, blue, alpha } = image
  forStrips(image, result.alpha !== null, signal, (strip, first) => {
    const end = first + strip.one.length
    strip.one.set(red.subarray(first, end))
    strip.two.set(green.subarray(first, end))
    strip.three.set(blue.subarray(first, end))
    if (alpha) strip.alpha?.set(alpha.subarray(first, end))
    else strip.alpha?.fill(1)
    convert(strip, shadeStrip(strip, first, run, 'linear'), 'linear')
    result.red.set(strip.one, first)
    result.green.set(strip.two, first)
    result.blue.set(strip.three, first)
    if (result.alpha && strip.alpha) result.alpha.set(strip.alpha, first)
    keepOutside(strip, first, run, (pixel) => {
      result.red[pixel] = red[pixel]!
      result.green[pixel] = green[pixel]!
      result.blue[pixel] = blue[pixel]!
    })
  })
  return result
}

/** Whole rows at a time, in the memory of kernels. */
function forStrips(
  { width, height }: Readonly<{ width: number; height: number }>,
  withAlpha: boolean,
  signal: AbortSignal,
  visit: (strip: Strip & { readonly memory: StripMemory }, first: number) => void,
): void {
  const rows = Math.max(1, Math.floor(STRIP_PIXELS / width))
  withStrips(Math.max(STRIP_PIXELS, width), (memory) => {
    for (let top = 0; top < height; top += rows) {
      throwIfCancelled(signal)
      const count = Math.min(rows, height - top) * width
      const [one, two, three, alpha] = memory.planes.map((plane) => plane.subarray(0, count))
      visit(
        { width, top, one: one!, two: two!, three: three!, alpha: withAlpha ? alpha! : null, memory },
        top * width,
      )
    }
  })
}

/** All steps over one strip; tells the space that it ends in. */
function shadeStrip(strip: Strip, first: number, run: readonly Prepared[], start: Space): Space {
  let space = start
  for (const [n, step] of run.entries()) {
    const coverage = step.mask?.data.subarray(first, first + strip.one.length) ?? null
    const [low, high] = coverage ? range(coverage) : [255, 255]
    if (high === 0) continue
    if (low === 255 && step.shade.inLight && space === 'linear' && run[n + 1]?.space !== step.space) {
      step.shade.inLight(strip)
      continue
    }
    convert(strip, space, step.space)
    space = step.space
    if (low === 255) step.shade(strip)
    else shadePart(strip, step.shade, coverage!)
  }
  return space
}

function range(coverage: Uint8Array): readonly [low: number, high: number] {
  let [low, high] = [255, 0]
  for (let i = 0; i < coverage.length; i++) {
    const value = coverage[i]!
    if (value < low) low = value
    if (value > high) high = value
  }
  return [low, high]
}

function shadePart(strip: Strip, shade: Shade, coverage: Uint8Array): void {
  const before = {
    one: strip.one.slice(),
    two: strip.two.slice(),
    three: strip.three.slice(),
    alpha: strip.alpha?.slice() ?? clear,
  }
  shade(strip)
  mixBack(strip.one, before.one, coverage)
  mixBack(strip.two, before.two, coverage)
  mixBack(strip.three, before.three, coverage)
  if (strip.alpha) mixBack(strip.alpha, before.alpha, coverage)
}

function mixBack(after: Float32Array, before: Float32Array, coverage: Uint8Array): void {
  for (let i = 0; i < after.length; i++) {
    const share = coverage[i]!
    if (share !== 255) after[i] = before[i]! + (after[i]! - before[i]!) * (share / 255)
  }
}

/** Where no step reached, the source's own values are put back: a conversion to and fro must not move them. */
function keepOutside(
  strip: Strip,
  first: number,
  run: readonly Prepared[],
  keep: (pixel: number) => void,
): void {
  const masks = run.map(({ mask }) => mask?.data)
  if (masks.includes(undefined)) return
  for (let pixel = first; pixel < first + strip.one.length; pixel++)
    if (masks.every((coverage) => coverage![pixel] === 0)) keep(pixel)
}
