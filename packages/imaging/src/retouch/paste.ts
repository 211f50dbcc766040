import type { Bitmap, Mask } from '@plantain/core'
import { composite } from '../composite.ts'
import { feather } from '../morphology.ts'
import { resize } from '../resize.ts'
import { characterOf, suited as suitedTo } from './suit.ts'

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
  const lit = at.shadow ? brighterSide(image) : 0
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
  const shadow = at.shadow ? contactShadow(alpha, { left, top, width, height, lit }) : null
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

/** Where a thing stands, pixels of the picture, and from which side the light comes: -1 left, 1 right. */
interface Standing {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly lit: number
}

/** Dark and narrow where the lowest parts touch, wider and fainter around: as under a cloudy sky. */
function contactShadow(alpha: Mask, standing: Standing): Mask {
  const { left, top, width, height } = standing
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
  const cast = feather(castShadow(alpha, standing), Math.max(2, Math.round(height * 0.05)))
  return {
    ...alpha,
    data: wide.data.map((value, p) => Math.min(200, Math.max(value + tight.data[p]!, cast.data[p]!))),
  }
}

/** Flatness of a shadow on the ground, and how far it leans away from the light. */
const [FLAT, LEAN, DEPTH] = [0.2, 0.5, 105]

/** The outline of the thing laid on the ground behind it, away from the light. */
function castShadow(alpha: Mask, { left, top, width, height, lit }: Standing): Mask {
  const data = new Uint8Array(alpha.data.length)
  const foot = top + height
  const reach = Math.ceil(LEAN * height)
  for (let y = Math.max(0, Math.floor(foot - FLAT * height)); y < Math.min(alpha.height, foot); y++) {
    const high = (foot - 0.5 - y) / FLAT
    const from = Math.round(foot - 0.5 - high)
    if (from < 0 || from >= alpha.height) continue
    for (let x = Math.max(0, left - reach); x < Math.min(alpha.width, left + width + reach); x++) {
      const at = Math.round(x + lit * LEAN * high)
      // Further from the foot it is fainter.
      if (at >= 0 && at < alpha.width)
        data[y * alpha.width + x] =
          (DEPTH * (1 - (0.6 * high) / height) * alpha.data[from * alpha.width + at]!) / 255
    }
  }
  return { ...alpha, data }
}

/** -1 where the left half of a picture is the brighter one, 1 where the right is: the light comes from there. */
function brighterSide(image: Bitmap): -1 | 1 {
  const { data, width, height } = resize(image, 8, 8)
  let difference = 0
  for (let p = 0; p < width * height; p++)
    difference += (p % width < 4 ? -1 : 1) * (data[p * 4]! + data[p * 4 + 1]! + data[p * 4 + 2]!)
  return difference < 0 ? -1 : 1
}

/** Takes on the light, crispness and grain around its new place. */
function matched(
  cut: Bitmap,
  image: Bitmap,
  { left, top }: { left: number; top: number },
  share: number,
): Bitmap {
  const grow = Math.round(0.4 * Math.max(cut.width, cut.height))
  const own = characterOf(cut, [0, 0, cut.width, cut.height])
  const place = characterOf(image, [
    left - grow,
    top - grow,
    left + cut.width + grow,
    top + cut.height + grow,
  ])
  return suitedTo(cut, own, place, { share, left, top })
}
