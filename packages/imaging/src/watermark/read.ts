import type { Bitmap } from '@plantain/core'
import { box } from '../filters/box.ts'
import { cos, sin, TAU } from '../math.ts'
import { decodeId, CODE_LENGTH } from './code.ts'
import { grid, transform, type Grid } from './fourier.ts'
import { HIGHEST, TILE, waves } from './pattern.ts'

export interface FoundMark {
  /** 32 bits, unsigned. */
  readonly id: number
  /** Size of the picture to that which was marked: 0.5 was halved. */
  readonly scale: number
  /** How far the tile stands out, in standard deviations of what chance gives. */
  readonly sureness: number
}

// A million places and scales are tried: chance reaches 5 in one picture of three, 6 in one of a thousand; then the id's check has to hold.
const leastSureness = 6
const [smallest, largest] = [0.3, 2.2]
// A wave may slip by so much of its length from the middle of the picture to its edge.
const mostSlip = 0.15
const mostAcross = 1360
const spectrumSize = 1024
const placeSize = 64

/**
 * Looks for a mark of `mark` in a picture that may have been packed with loss, resized or cropped since; null where there is none. Without
 * the original; a turned or mirrored picture is not seen through. Half a second or so.
 */
export function readMark(image: Bitmap): FoundMark | null {
  const plane = residual(image)
  if (plane === null) return null
  const spectrum = spectrumOf(plane)
  const candidates: { scale: number; step: number; sureness: number }[] = []
  for (let scale = smallest, step = 0; scale <= largest; scale *= 1 + step) {
    step = stepAt(scale, plane)
    const { sureness } = place(fromSpectrum(spectrum, plane.scale * scale * TILE), placeSize)
    candidates.push({ scale, step, sureness })
  }
  candidates.sort((one, other) => other.sureness - one.sureness)
  let best: FoundMark | null = null
  for (const { scale, step } of candidates.slice(0, 3)) {
    const found = refined(plane, scale, step)
    if (found !== null && (best === null || found.sureness > best.sureness)) best = found
  }
  // Scales that a small picture cannot tell from its own size are its own size.
  if (best === null || Math.abs(best.scale - 1) > stepAt(1, plane)) return best
  const unscaled = at(plane, 1)
  return unscaled?.id === best.id ? unscaled : best
}

/** How far scales may lie apart so that none is missed: half a step off, over half the picture. */
const stepAt = (scale: number, plane: Plane): number => {
  const tiles = Math.max(plane.width, plane.height) / (plane.scale * scale * TILE)
  return (4 * mostSlip) / (HIGHEST * tiles)
}

/** Brightness without what is smooth, each region at the same contrast, so that textures do not drown what flat parts tell. */
interface Plane {
  readonly values: Float32Array
  readonly width: number
  readonly height: number
  /** Pixels of it to one of the picture. */
  readonly scale: number
}

const radius = 8
const least = 2.5 // of deviation, in steps of 255: below it is the noise of packing
const most = 3

function residual(image: Bitmap): Plane | null {
  const across = Math.min(image.width, mostAcross)
  const down = Math.min(image.height, mostAcross)
  const halved = Math.max(across, down) > spectrumSize / 1.5
  const factor = halved ? 2 : 1
  const [width, height] = [Math.floor(across / factor), Math.floor(down / factor)]
  if (Math.min(width, height) < 48) return null
  const [left, top] = [(image.width - across) >> 1, (image.height - down) >> 1]
  const luma = new Float32Array(width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let sum = 0
      for (let dy = 0; dy < factor; dy++)
        for (let dx = 0; dx < factor; dx++) {
          const i = ((top + y * factor + dy) * image.width + left + x * factor + dx) * 4
          sum += 0.299 * image.data[i]! + 0.587 * image.data[i + 1]! + 0.114 * image.data[i + 2]!
        }
      luma[y * width + x] = sum / factor ** 2
    }
  const mean = box(box(luma, width, height, radius >> 1), width, height, radius >> 1)
  const values = luma.map((value, i) => value - mean[i]!)
  const energy = box(
    values.map((value) => value * value),
    width,
    height,
    radius,
  )
  return {
    values: values.map((value, i) =>
      Math.max(-most, Math.min(most, value / (Math.sqrt(energy[i]!) + least))),
    ),
    width,
    height,
    scale: 1 / factor,
  }
}

/** The middle of the picture at place 0, so that neighbouring frequencies have nearly the same phase and can be blended. */
function spectrumOf({ values, width, height }: Plane): Grid {
  const spectrum = grid(spectrumSize)
  const [x0, y0] = [width >> 1, height >> 1]
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = ((y - y0) & (spectrumSize - 1)) * spectrumSize + ((x - x0) & (spectrumSize - 1))
      spectrum.re[at] = values[y * width + x]!
    }
  transform(spectrum, -1)
  return spectrum
}

/** What each wave measures: [re, im] in pairs, all of length 1: how strong it is, the picture decides, and only where it lies is ours. */
type Measured = Float64Array

/** period: of the tile, in pixels of the plane. */
function fromSpectrum({ size, re, im }: Grid, period: number): Measured {
  const measured = new Float64Array(waves.length * 2)
  for (const [k, { across, down }] of waves.entries()) {
    const [u, v] = [(across * size) / period, (down * size) / period]
    if (Math.max(u, Math.abs(v)) >= size / 2 - 1) continue // finer than the plane: nothing is known
    const [u0, v0] = [Math.floor(u), Math.floor(v)]
    const [du, dv] = [u - u0, v - v0]
    let [a, b] = [0, 0]
    for (let j = 0; j < 2; j++)
      for (let i = 0; i < 2; i++) {
        const weight = (i ? du : 1 - du) * (j ? dv : 1 - dv)
        const at = ((v0 + j) & (size - 1)) * size + ((u0 + i) & (size - 1))
        a += weight * re[at]!
        b += weight * im[at]!
      }
    normalize(measured, k, a, b)
  }
  return measured
}

function normalize(measured: Measured, k: number, a: number, b: number): void {
  const length = Math.sqrt(a * a + b * b)
  if (length === 0) return
  measured[2 * k] = a / length
  measured[2 * k + 1] = b / length
}

interface Placed {
  readonly sureness: number
  /** Of the tile's corner, in parts of a tile. */
  readonly x: number
  readonly y: number
}

/** Where the tile lies, by the waves that carry no bit. size: how many places are tried across a tile, a power of two over twice the highest wave. */
function place(measured: Measured, size: number): Placed {
  const sums = grid(size)
  let guides = 0
  for (const [k, wave] of waves.entries()) {
    if (wave.bit >= 0) continue
    guides++
    const [a, b] = [measured[2 * k]!, measured[2 * k + 1]!]
    const at = ((wave.down & (size - 1)) * size + wave.across) | 0
    sums.re[at] = a * wave.cos + b * wave.sin
    sums.im[at] = b * wave.cos - a * wave.sin
  }
  transform(sums, 1)
  let best = 0
  for (let i = 1; i < sums.re.length; i++) if (sums.re[i]! > sums.re[best]!) best = i
  return {
    sureness: sums.re[best]! / Math.sqrt(guides / 2),
    x: (best % size) / size,
    y: Math.floor(best / size) / size,
  }
}

/** Exactly, around a scale. */
function refined(plane: Plane, around: number, step: number): FoundMark | null {
  const all = [-2, -1, 0, 1, 2].map((i) => measuredAt(plane, around * (1 + (i * step) / 4)))
  return markIn(all.reduce((best, one) => (one.placed.sureness > best.placed.sureness ? one : best)))
}

const at = (plane: Plane, scale: number): FoundMark | null => markIn(measuredAt(plane, scale))

interface MeasuredAt {
  readonly scale: number
  readonly measured: Measured
  readonly placed: Placed
}

function measuredAt(plane: Plane, scale: number): MeasuredAt {
  const measured = exactly(plane, plane.scale * scale * TILE)
  return { scale, measured, placed: place(measured, TILE) }
}

function markIn({ scale, measured, placed }: MeasuredAt): FoundMark | null {
  if (placed.sureness < leastSureness) return null
  const id = decodeId(bitsOf(measured, placed))
  return id === null ? null : { id, scale, sureness: placed.sureness }
}

function bitsOf(measured: Measured, { x, y }: Placed): Float64Array {
  const soft = new Float64Array(CODE_LENGTH)
  for (const [k, wave] of waves.entries()) {
    if (wave.bit < 0) continue
    const angle = TAU * (wave.across * x + wave.down * y)
    const [c, s] = [cos(angle), sin(angle)]
    const [a, b] = [measured[2 * k]!, measured[2 * k + 1]!]
    // (a + ib) · exp(-i phase) · exp(i angle), its real part
    soft[wave.bit]! += (a * wave.cos + b * wave.sin) * c - (b * wave.cos - a * wave.sin) * s
  }
  return soft
}

/** The sums of Fourier's at the waves themselves: rows first, then what each of them gave. */
function exactly({ values, width, height }: Plane, period: number): Measured {
  const columns = HIGHEST + 1
  const [cosX, sinX] = turning(width, period)
  const re = new Float64Array(height * columns)
  const im = new Float64Array(height * columns)
  for (let y = 0; y < height; y++)
    for (let k = 0; k < columns; k++) {
      let [a, b] = [0, 0]
      for (let x = 0; x < width; x++) {
        const value = values[y * width + x]!
        a += value * cosX[k * width + x]!
        b -= value * sinX[k * width + x]!
      }
      re[y * columns + k] = a
      im[y * columns + k] = b
    }
  const [cosY, sinY] = turning(height, period)
  const measured = new Float64Array(waves.length * 2)
  for (const [k, { across, down }] of waves.entries()) {
    const row = Math.abs(down) * height
    const side = down < 0 ? -1 : 1
    let [a, b] = [0, 0]
    for (let y = 0; y < height; y++) {
      const [c, s] = [cosY[row + y]!, side * sinY[row + y]!]
      const [r, m] = [re[y * columns + across]!, im[y * columns + across]!]
      a += r * c + m * s
      b += m * c - r * s
    }
    normalize(measured, k, a, b)
  }
  return measured
}

/** cos and sin of 2π k i / period for k to the highest wave: [k, i]. */
function turning(length: number, period: number): readonly [Float64Array, Float64Array] {
  const cosines = new Float64Array((HIGHEST + 1) * length)
  const sines = new Float64Array((HIGHEST + 1) * length)
  for (let k = 0; k <= HIGHEST; k++)
    for (let i = 0; i < length; i++) {
      cosines[k * length + i] = cos((TAU * k * i) / period)
      sines[k * length + i] = sin((TAU * k * i) / period)
    }
  return [cosines, sines]
}
