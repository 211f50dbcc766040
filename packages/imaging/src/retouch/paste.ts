import type { Bitmap, Mask } from '@plantain/core'
import { bytesToOklab, oklabToLinear } from '../color/oklab.ts'
import { linearToByte } from '../color/srgb.ts'
import { composite } from '../composite.ts'
import { feather } from '../morphology.ts'
import { resize } from '../resize.ts'

/** Where a cut-out goes, pixels of the picture; it may reach out of the frame. */
export interface Pasting {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly flip?: boolean
  /** How much it takes on the light of its new place, 0 to 1. */
  readonly match: number
  /** A soft shadow where it stands. */
  readonly shadow: boolean
}
export interface Pasted {
  readonly image: Bitmap
  /** Where the picture has changed: the thing and its shadow. */
  readonly mask: Mask
}

/** Most pixels to a side of what is pasted. */
const MOST = 8192

/** A cut-out laid over a picture in linear light. Pixels that it and its shadow do not touch stay the picture's bytes. */
export function paste(image: Bitmap, cut: Bitmap, at: Pasting): Pasted {
  const [width, height] = [at.width, at.height].map((side) =>
    Math.min(MOST, Math.max(1, Math.round(side))),
  ) as [number, number]
  const [left, top] = [Math.round(at.x), Math.round(at.y)]
  const sized = resize(cut, width, height)
  const suited = at.match > 0 ? matched(sized, image, { left, top }, at.match) : sized
  const over = new Uint8ClampedArray(image.data)
  const alpha: Mask = {
    width: image.width,
    height: image.height,
    data: new Uint8Array(image.width * image.height),
  }
  for (let y = 0; y < height; y++) {
    const ty = y + top
    if (ty < 0 || ty >= image.height) continue
    for (let x = 0; x < width; x++) {
      const tx = x + left
      if (tx < 0 || tx >= image.width) continue
      const source = (y * width + (at.flip === true ? width - 1 - x : x)) * 4
      const target = ty * image.width + tx
      alpha.data[target] = suited.data[source + 3]!
      for (let c = 0; c < 3; c++) over[target * 4 + c] = suited.data[source + c]!
      over[target * 4 + 3] = 255
    }
  }
  const shadow = at.shadow ? contactShadow(alpha, { left, top, width, height }) : null
  const ground = shadow === null ? image : composite(image, black(image), shadow)
  return {
    image: composite(ground, { ...image, data: over }, alpha),
    mask:
      shadow === null
        ? alpha
        : { ...alpha, data: alpha.data.map((value, p) => Math.max(value, shadow.data[p]!)) },
  }
}

const black = ({ width, height, data }: Bitmap): Bitmap => ({
  width,
  height,
  data: data.map((value, i) => (i % 4 === 3 ? value : 0)),
})

/** Dark and narrow where the lowest parts touch, wider and fainter around: as under a cloudy sky. */
function contactShadow(
  alpha: Mask,
  { left, top, width, height }: { left: number; top: number; width: number; height: number },
): Mask {
  const data = new Uint8Array(alpha.data.length)
  const foot = top + height
  const depth = Math.max(2, Math.round(height * 0.06))
  for (let x = Math.max(0, left); x < Math.min(alpha.width, left + width); x++) {
    // How far down this column reaches: only what is near the ground shades it.
    let lowest = -1
    for (let y = Math.min(alpha.height, foot) - 1; y >= Math.max(0, foot - Math.round(height * 0.12)); y--)
      if (alpha.data[y * alpha.width + x]! > 127) {
        lowest = y
        break
      }
    if (lowest < 0) continue
    for (let y = lowest - depth; y < lowest + depth; y++)
      if (y >= 0 && y < alpha.height) data[y * alpha.width + x] = 150
  }
  const wide = feather({ ...alpha, data }, Math.max(2, Math.round(height * 0.07)))
  const tight = feather(
    { ...alpha, data: data.map((value) => value >> 1) },
    Math.max(1, Math.round(height * 0.02)),
  )
  return { ...alpha, data: wide.data.map((value, p) => Math.min(200, value + tight.data[p]!)) }
}

interface Tone {
  readonly lightness: number
  readonly a: number
  readonly b: number
  readonly contrast: number
}

/** Moves mean lightness, contrast and cast of the cut-out towards those around its new place; its own colours stay told apart. */
function matched(
  cut: Bitmap,
  image: Bitmap,
  { left, top }: { left: number; top: number },
  share: number,
): Bitmap {
  const own = toneOf(cut, 0, 0, cut.width, cut.height, true)
  const grow = Math.round(0.4 * Math.max(cut.width, cut.height))
  const place = toneOf(
    image,
    left - grow,
    top - grow,
    left + cut.width + grow,
    top + cut.height + grow,
    false,
  )
  // A cast is what the whole surrounding has in common; half of it falls on the thing as well.
  const [shift, da, db] = [
    0.5 * share * (place.lightness - own.lightness),
    0.25 * share * (place.a - own.a),
    0.25 * share * (place.b - own.b),
  ]
  const spread = Math.min(
    1.25,
    Math.max(0.7, 1 + 0.5 * share * (place.contrast / Math.max(0.03, own.contrast) - 1)),
  )
  const data = cut.data.slice()
  for (let i = 0; i < data.length; i += 4) {
    if (data[i + 3] === 0) continue
    const lab = bytesToOklab(data[i]!, data[i + 1]!, data[i + 2]!)
    const lightness = Math.min(
      1,
      Math.max(0, own.lightness + shift + (lab.lightness - own.lightness) * spread),
    )
    const rgb = oklabToLinear({ lightness, a: lab.a + da, b: lab.b + db })
    for (let c = 0; c < 3; c++) data[i + c] = linearToByte(Math.min(1, Math.max(0, rgb[c]!)))
  }
  return { ...cut, data }
}

function toneOf(
  { width, height, data }: Bitmap,
  left: number,
  top: number,
  right: number,
  bottom: number,
  weighed: boolean,
): Tone {
  let [l, ll, a, b, total] = [0, 0, 0, 0, 1e-6]
  const step = Math.max(1, Math.floor(Math.max(right - left, bottom - top) / 96))
  for (let y = Math.max(0, top); y < Math.min(height, bottom); y += step)
    for (let x = Math.max(0, left); x < Math.min(width, right); x += step) {
      const i = (y * width + x) * 4
      const weight = weighed ? data[i + 3]! / 255 : 1
      const lab = bytesToOklab(data[i]!, data[i + 1]!, data[i + 2]!)
      l += weight * lab.lightness
      ll += weight * lab.lightness * lab.lightness
      a += weight * lab.a
      b += weight * lab.b
      total += weight
    }
  const lightness = l / total
  return {
    lightness,
    a: a / total,
    b: b / total,
    contrast: Math.sqrt(Math.max(0, ll / total - lightness * lightness)),
  }
}
