import { throwIfCancelled } from '@plantain/core'
import { random } from '../noise.ts'

/** A picture with a hole, encoded colours 0 to 1, [height, width, 3]. */
export interface Work {
  readonly width: number
  readonly height: number
  readonly color: Float32Array
  /** 1 inside the hole. */
  readonly hole: Uint8Array
}

/** What the search gives: a colour for each pixel of the hole, and the pixel that it is most like. */
export interface Filling {
  readonly color: Float32Array
  readonly from: Int32Array
}

/** Half a patch: patches are of 7 x 7 pixels. */
const HALF = 3
/** Rounds of search and vote, and sweeps of each search: on the smallest level, where what goes where is found, and on the largest, which refines it. */
const [ROUNDS, SWEEPS] = [
  { first: 6, last: 2 },
  { first: 3, last: 2 },
]
const SMALLEST = 24

/**
 * Coarse to fine: for every patch that touches the hole the most alike whole patch is searched (propagation from neighbours and random
 * search, Barnes et al., PatchMatch, 2009), then every pixel of the hole becomes the mean of what the patches over it say (Wexler,
 * Shechtman, Irani, Space-time completion, 2007). Randomness by place, so that the same picture gives the same filling.
 */
export function fillPyramid(work: Work, signal: AbortSignal): Filling {
  const levels = [work]
  while (Math.min(levels[0]!.width, levels[0]!.height) > SMALLEST * 2 && levels.length < 5)
    levels.unshift(halved(levels[0]!))
  let before: { readonly level: Work; readonly field: Int32Array } | null = null
  let color = levels[0]!.color
  for (const [depth, level] of levels.entries()) {
    const known = wholePatches(level)
    const field: Int32Array =
      before === null ? scattered(level, known, depth) : doubled(before, level, known, depth)
    color = before === null ? seeded(level) : level.color.slice()
    if (before !== null) vote(level, color, field)
    const share = levels.length === 1 ? 0 : depth / (levels.length - 1)
    const between = ({ first, last }: { first: number; last: number }): number =>
      Math.round(first + (last - first) * share)
    for (let round = 0; round < between(ROUNDS); round++) {
      throwIfCancelled(signal)
      search(level, color, field, { known, salt: depth * 16 + round, sweeps: between(SWEEPS) })
      vote(level, color, field)
    }
    before = { level, field }
  }
  return { color, from: before!.field }
}

function halved({ width, height, color, hole }: Work): Work {
  const [w, h] = [Math.max(1, width >> 1), Math.max(1, height >> 1)]
  const small = new Float32Array(w * h * 3)
  const gap = new Uint8Array(w * h)
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) {
      let count = 0
      const sum = [0, 0, 0]
      for (const p of [
        2 * y * width + 2 * x,
        2 * y * width + 2 * x + 1,
        (2 * y + 1) * width + 2 * x,
        (2 * y + 1) * width + 2 * x + 1,
      ]) {
        if (p >= hole.length || hole[p] === 1) continue
        count++
        for (let c = 0; c < 3; c++) sum[c] = sum[c]! + color[p * 3 + c]!
      }
      const q = y * w + x
      if (count < 2) gap[q] = 1
      for (let c = 0; c < 3; c++) small[q * 3 + c] = sum[c]! / Math.max(1, count)
    }
  return { width: w, height: h, color: small, hole: gap }
}

/** Centres of patches that lie wholly in what is known; where there is none, any known pixel will do. */
function wholePatches({ width, height, hole }: Work): Int32Array {
  const whole: number[] = []
  for (let y = HALF; y < height - HALF; y++)
    for (let x = HALF; x < width - HALF; x++) {
      let clean = true
      for (let dy = -HALF; dy <= HALF && clean; dy++)
        for (let dx = -HALF; dx <= HALF; dx++)
          if (hole[(y + dy) * width + x + dx] === 1) {
            clean = false
            break
          }
      if (clean) whole.push(y * width + x)
    }
  if (whole.length === 0) for (let p = 0; p < hole.length; p++) if (hole[p] === 0) whole.push(p)
  return Int32Array.from(whole)
}

/** Hole pixels from their surroundings, ring by ring: a start. */
function seeded({ width, height, color, hole }: Work): Float32Array {
  const result = color.slice()
  const left = hole.slice()
  for (let rings = 0; rings < width + height; rings++) {
    const ring: [number, number, number, number][] = []
    for (let p = 0; p < left.length; p++) {
      if (left[p] === 0) continue
      const [x, y] = [p % width, Math.floor(p / width)]
      let [count, r, g, b] = [0, 0, 0, 0]
      for (let dy = -1; dy <= 1; dy++)
        for (let dx = -1; dx <= 1; dx++) {
          const q = p + dy * width + dx
          if (x + dx < 0 || x + dx >= width || y + dy < 0 || y + dy >= height || left[q] === 1) continue
          count++
          r += result[q * 3]!
          g += result[q * 3 + 1]!
          b += result[q * 3 + 2]!
        }
      if (count > 0) ring.push([p, r / count, g / count, b / count])
    }
    if (ring.length === 0) break
    for (const [p, r, g, b] of ring) {
      result.set([r, g, b], p * 3)
      left[p] = 0
    }
  }
  return result
}

const touchesHole = (hole: Uint8Array): number[] => {
  const list: number[] = []
  hole.forEach((value, p) => {
    if (value === 1) list.push(p)
  })
  return list
}

function scattered({ hole }: Work, known: Int32Array, depth: number): Int32Array {
  return Int32Array.from(hole, (value, p) =>
    value === 1 ? known[Math.floor(random(depth + 3, 1, p) * known.length)]! : p,
  )
}

function doubled(
  { level: small, field }: { readonly level: Work; readonly field: Int32Array },
  level: Work,
  known: Int32Array,
  depth: number,
): Int32Array {
  const inside = new Uint8Array(level.hole.length)
  for (const p of known) inside[p] = 1
  return Int32Array.from(level.hole, (value, p) => {
    if (value === 0) return p
    const [x, y] = [p % level.width, Math.floor(p / level.width)]
    const q = Math.min(small.height - 1, y >> 1) * small.width + Math.min(small.width - 1, x >> 1)
    const source = field[q]!
    const at =
      Math.min(level.height - 1, 2 * Math.floor(source / small.width) + (y & 1)) * level.width +
      Math.min(level.width - 1, 2 * (source % small.width) + (x & 1))
    return inside[at] === 1 ? at : known[Math.floor(random(depth + 31, 2, p) * known.length)]!
  })
}

/** Sum of squared differences of two patches, given up above `limit`; beyond the frame nothing is compared. */
function difference(
  { width, height }: Work,
  color: Float32Array,
  p: number,
  q: number,
  limit: number,
): number {
  const [px, py, qx, qy] = [p % width, Math.floor(p / width), q % width, Math.floor(q / width)]
  const inner = (x: number, y: number): boolean =>
    x >= HALF && x < width - HALF && y >= HALF && y < height - HALF
  if (inner(px, py) && inner(qx, qy)) return wholeDifference(width, color, p, q, limit)
  let [sum, count] = [0, 0]
  const scale = (2 * HALF + 1) ** 2
  for (let dy = -HALF; dy <= HALF; dy++) {
    if (py + dy < 0 || py + dy >= height || qy + dy < 0 || qy + dy >= height) continue
    for (let dx = -HALF; dx <= HALF; dx++) {
      if (px + dx < 0 || px + dx >= width || qx + dx < 0 || qx + dx >= width) continue
      const [i, j] = [3 * (p + dy * width + dx), 3 * (q + dy * width + dx)]
      const [r, g, b] = [color[i]! - color[j]!, color[i + 1]! - color[j + 1]!, color[i + 2]! - color[j + 2]!]
      sum += r * r + g * g + b * b
      count++
    }
    if (sum > limit) return sum
  }
  return count === 0 ? Infinity : (sum * scale) / count
}

/** The same where both patches lie in the frame. */
function wholeDifference(width: number, color: Float32Array, p: number, q: number, limit: number): number {
  let sum = 0
  for (let dy = -HALF; dy <= HALF; dy++) {
    const end = 3 * (p + dy * width + HALF) + 3
    let j = 3 * (q + dy * width - HALF)
    for (let i = end - 3 * (2 * HALF + 1); i < end; i++, j++) {
      const d = color[i]! - color[j]!
      sum += d * d
    }
    if (sum > limit) return sum
  }
  return sum
}

function search(
  level: Work,
  color: Float32Array,
  field: Int32Array,
  { known, salt, sweeps }: { readonly known: Int32Array; readonly salt: number; readonly sweeps: number },
): void {
  const { width, height, hole } = level
  const inside = new Uint8Array(hole.length)
  for (const p of known) inside[p] = 1
  const list = touchesHole(hole)
  const cost = new Float32Array(hole.length)
  for (const p of list) cost[p] = difference(level, color, p, field[p]!, Infinity)
  const attempt = (p: number, q: number): void => {
    if (q < 0 || q >= inside.length || inside[q] === 0 || q === field[p]) return
    const d = difference(level, color, p, q, cost[p]!)
    if (d < cost[p]!) {
      cost[p] = d
      field[p] = q
    }
  }
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const forward = sweep % 2 === 0
    const way = forward ? -1 : 1
    for (let k = 0; k < list.length; k++) {
      const p = list[forward ? k : list.length - 1 - k]!
      const x = p % width
      if (x + way >= 0 && x + way < width) attempt(p, field[p + way]! - way)
      const above = p + way * width
      if (above >= 0 && above < hole.length) attempt(p, field[above]! - way * width)
      for (let reach = Math.max(width, height), step = 0; reach >= 1; reach >>= 1, step++) {
        const [fx, fy] = [field[p]! % width, Math.floor(field[p]! / width)]
        const tx = Math.round(fx + (random(salt, sweep * 64 + step, p) * 2 - 1) * reach)
        const ty = Math.round(fy + (random(salt + 5000, sweep * 64 + step, p) * 2 - 1) * reach)
        if (tx >= 0 && tx < width && ty >= 0 && ty < height) attempt(p, ty * width + tx)
      }
    }
  }
}

/** Every pixel of the hole becomes what the patches over it say, those that fit best before the others. */
function vote(level: Work, color: Float32Array, field: Int32Array): void {
  const { width, height, hole } = level
  const list = touchesHole(hole)
  const sum = new Float32Array(hole.length * 3)
  const weight = new Float32Array(hole.length)
  for (const p of list) {
    const q = field[p]!
    const d = difference(level, color, p, q, Infinity) / (2 * HALF + 1) ** 2
    const share = 1 / (0.0012 + d) ** 2
    const [px, py, qx, qy] = [p % width, Math.floor(p / width), q % width, Math.floor(q / width)]
    for (let dy = -HALF; dy <= HALF; dy++)
      for (let dx = -HALF; dx <= HALF; dx++) {
        if (px + dx < 0 || px + dx >= width || py + dy < 0 || py + dy >= height) continue
        if (qx + dx < 0 || qx + dx >= width || qy + dy < 0 || qy + dy >= height) continue
        const target = p + dy * width + dx
        const source = q + dy * width + dx
        if (hole[target] === 0 || hole[source] === 1) continue
        for (let c = 0; c < 3; c++)
          sum[target * 3 + c] = sum[target * 3 + c]! + share * color[source * 3 + c]!
        weight[target] = weight[target]! + share
      }
  }
  for (const p of list)
    if (weight[p]! > 0) for (let c = 0; c < 3; c++) color[p * 3 + c] = sum[p * 3 + c]! / weight[p]!
}
