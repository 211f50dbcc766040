import type { Bitmap } from '@plantain/core'
import { withStrips } from '../kernels/strips.ts'

/**
 * A picture in float32: linear light of red, green and blue, straight alpha. 0 to 1 is what a screen can show; values outside
 * are kept until the end, so that a later step can bring them back.
 */
export interface Planes {
  readonly width: number
  readonly height: number
  readonly red: Float32Array
  readonly green: Float32Array
  readonly blue: Float32Array
  /** 0 to 1; null where the whole picture is opaque. */
  readonly alpha: Float32Array | null
}
export type Size = Readonly<{ width: number; height: number }>

export const emptyPlanes = ({ width, height }: Size, withAlpha: boolean): Planes => ({
  width,
  height,
  red: new Float32Array(width * height),
  green: new Float32Array(width * height),
  blue: new Float32Array(width * height),
  alpha: withAlpha ? new Float32Array(width * height) : null,
})

/** The colour planes and alpha, for what treats all alike. */
export const channelsOf = ({ red, green, blue, alpha }: Planes): readonly Float32Array[] =>
  alpha ? [red, green, blue, alpha] : [red, green, blue]

/** The same picture through `change`, plane by plane. */
export const mapPlanes = (
  { red, green, blue, alpha }: Planes,
  { width, height }: Size,
  change: (plane: Float32Array) => Float32Array,
): Planes => ({
  width,
  height,
  red: change(red),
  green: change(green),
  blue: change(blue),
  alpha: alpha && change(alpha),
})

/** A pixel as one word of four bytes; a copy only where the bytes do not begin at a word. */
export function wordsOf({ data }: Bitmap): Uint32Array {
  const aligned = data.byteOffset % 4 === 0 ? data : data.slice()
  return new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length / 4)
}

export function isOpaque(image: Bitmap): boolean {
  const words = wordsOf(image)
  for (let i = 0; i < words.length; i++) if ((words[i]! & ALPHA) !== ALPHA) return false
  return true
}
/** The fourth byte of a word, whichever end it begins at. */
const ALPHA = new Int32Array(Uint8Array.of(0, 0, 0, 255).buffer)[0]!

/** Pixels that are brought from one form into the other at a time. */
const PIECE_PIXELS = 4096

export function toPlanes(image: Bitmap): Planes {
  const planes = emptyPlanes(image, !isOpaque(image))
  const channels = channelsOf(planes)
  const { data } = image
  withStrips(PIECE_PIXELS, ({ run, bytes, planes: pieces, at }) => {
    const [one, two, three, alpha] = at.planes
    for (let first = 0; first < planes.red.length; first += PIECE_PIXELS) {
      const count = Math.min(PIECE_PIXELS, planes.red.length - first)
      bytes.set(data.subarray(first * 4, (first + count) * 4))
      run.bytesToPlanes(at.bytes, one, two, three, planes.alpha ? alpha : 0, count, at.linearOfByte)
      for (let n = 0; n < channels.length; n++) channels[n]!.set(pieces[n]!.subarray(0, count), first)
    }
  })
  return planes
}

/**
 * Rounds, once, and brings in colours that a screen cannot show. Below 0 one is mixed with grey of its own light until nothing is negative; above 1 half of
 * the excess is taken from all channels alike, which keeps the hue, and half is clipped, which keeps the light: warm white stays bright and warm.
 */
export function toBitmap(planes: Planes): Bitmap {
  const { width, height } = planes
  const data = new Uint8ClampedArray(width * height * 4)
  const channels = channelsOf(planes)
  withStrips(PIECE_PIXELS, ({ run, bytes, planes: pieces, at }) => {
    const [one, two, three, alpha] = at.planes
    for (let first = 0; first < planes.red.length; first += PIECE_PIXELS) {
      const count = Math.min(PIECE_PIXELS, planes.red.length - first)
      for (let n = 0; n < channels.length; n++) pieces[n]!.set(channels[n]!.subarray(first, first + count))
      bytes.fill(255, 0, count * 4)
      run.lightToBytes(one, two, three, at.bytes, count, at.byteOfStep)
      if (planes.alpha) run.alphaToBytes(alpha, at.bytes, count)
      data.set(bytes.subarray(0, count * 4), first * 4)
    }
  })
  return { width, height, data }
}
