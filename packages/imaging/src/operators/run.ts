import { throwIfCancelled, type Bitmap, type Mask } from '@plantain/core'
import { byteToLinear } from '../color/srgb.ts'
import { convert } from './convert.ts'
import type { Shade, Space, Strip } from './operator.ts'
import { emptyPlanes, isOpaque, writeLinear, type Planes } from './planes.ts'

/** A pointwise step, ready to run. */
export interface Prepared {
  readonly space: Space
  readonly eachChannel: boolean
  readonly shade: Shade
  readonly mask: Mask | null
}

/** Pixels worked on at a time: all steps of a run pass over them while they are in the cache. */
const STRIP_PIXELS = 8192
const clear = new Float32Array(0)

/** A run of pointwise steps from bytes to bytes, rounded once at the end. */
export function runToBitmap(
  image: Bitmap,
  run: readonly Prepared[],
  writesAlpha: boolean,
  signal: AbortSignal,
): Bitmap {
  if (run.every(({ mask, eachChannel, space }) => mask === null && eachChannel && space === 'encoded'))
    return throughTable(image, run)
  const data = new Uint8ClampedArray(image.data)
  const source = image.data
  const withAlpha = writesAlpha || !isOpaque(image)
  forStrips(image, withAlpha, signal, (strip, first) => {
    const start = readBytes(source, first, strip, run[0]!.space)
    const space = shadeStrip(strip, first, run, start)
    writeBytes(strip, space, data, first, writesAlpha)
    keepOutside(strip, first, run, (pixel) => {
      for (let i = pixel * 4; i < pixel * 4 + 4; i++) data[i] = source[i]!
    })
  })
  return { width: image.width, height: image.height, data }
}

/** Where a byte's result depends on itself alone: the run over 256 numbers, and then one look-up for each byte. */
function throughTable({ width, height, data }: Bitmap, run: readonly Prepared[]): Bitmap {
  const [one, two, three] = [shareOfByte.slice(), shareOfByte.slice(), shareOfByte.slice()]
  for (const { shade } of run) shade({ width: 256, top: 0, one, two, three, alpha: null })
  const table = Uint8Array.from(one, byteOf)
  const result = new Uint8ClampedArray(data) // a copy begins at a word
  const words = new Uint32Array(result.buffer)
  const little = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1
  if (little)
    for (let i = 0; i < words.length; i++) {
      const word = words[i]!
      words[i] =
        table[word & 255]! |
        (table[(word >>> 8) & 255]! << 8) |
        (table[(word >>> 16) & 255]! << 16) |
        (word & 0xff000000)
    }
  else for (let i = 0; i < result.length; i++) if (i % 4 !== 3) result[i] = table[result[i]!]!
  return { width, height, data: result }
}

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

function forStrips(
  { width, height }: Readonly<{ width: number; height: number }>,
  withAlpha: boolean,
  signal: AbortSignal,
  visit: (strip: Strip, first: number) => void,
): void {
  const rows = Math.max(1, Math.floor(STRIP_PIXELS / width))
  const [one, two, three, alpha] = [0, 1, 2, 3].map(() => new Float32Array(rows * width)) as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ]
  for (let top = 0; top < height; top += rows) {
    throwIfCancelled(signal)
    const count = Math.min(rows, height - top) * width
    visit(
      {
        width,
        top,
        one: one.subarray(0, count),
        two: two.subarray(0, count),
        three: three.subarray(0, count),
        alpha: withAlpha ? alpha.subarray(0, count) : null,
      },
      top * width,
    )
  }
}

/** Bytes → the first step's space, straight where that is a table; tells which space it is. */
function readBytes(
  data: Uint8ClampedArray,
  first: number,
  { one, two, three, alpha }: Strip,
  wanted: Space,
): Space {
  const space = wanted === 'encoded' ? 'encoded' : 'linear'
  if (space === 'encoded')
    for (let p = 0, i = first * 4; p < one.length; p++, i += 4) {
      one[p] = shareOfByte[data[i]!]!
      two[p] = shareOfByte[data[i + 1]!]!
      three[p] = shareOfByte[data[i + 2]!]!
    }
  else
    for (let p = 0, i = first * 4; p < one.length; p++, i += 4) {
      one[p] = byteToLinear(data[i]!)
      two[p] = byteToLinear(data[i + 1]!)
      three[p] = byteToLinear(data[i + 2]!)
    }
  if (alpha) for (let p = 0, i = first * 4 + 3; p < alpha.length; p++, i += 4) alpha[p] = data[i]! / 255
  return space
}

const shareOfByte: Float32Array = Float32Array.from({ length: 256 }, (_, byte) => byte / 255)
const byteOf = (share: number): number => (share <= 0 ? 0 : share >= 1 ? 255 : (share * 255 + 0.5) | 0)

function writeBytes(
  strip: Strip,
  space: Space,
  data: Uint8ClampedArray,
  first: number,
  writesAlpha: boolean,
): void {
  const { one, two, three, alpha } = strip
  if (space === 'encoded')
    for (let p = 0, i = first * 4; p < one.length; p++, i += 4) {
      data[i] = byteOf(one[p]!)
      data[i + 1] = byteOf(two[p]!)
      data[i + 2] = byteOf(three[p]!)
    }
  else {
    convert(strip, space, 'linear')
    writeLinear(one, two, three, data, first)
  }
  if (writesAlpha && alpha)
    for (let p = 0, i = first * 4 + 3; p < alpha.length; p++, i += 4) data[i] = alpha[p]! * 255
}

/** All steps over one strip; tells the space that it ends in. */
function shadeStrip(strip: Strip, first: number, run: readonly Prepared[], start: Space): Space {
  let space = start
  for (const step of run) {
    const coverage = step.mask?.data.subarray(first, first + strip.one.length) ?? null
    const [low, high] = coverage ? range(coverage) : [255, 255]
    if (high === 0) continue
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
