import { exp } from '../math.ts'
import { contrastOf, type Patch } from './patches.ts'

/** Contrast at which patches belong together, and distance (share of the frame) over which contrast counts. */
const [SAME, REACH] = [0.085, 0.25]
/** Weight of smoothness between neighbours. */
const SMOOTH = 1

/**
 * How much each patch stands out, 0 to 1: what is unlike the patches that are background, where background is what reaches the
 * frame's edge on a long front for its size.
 *
 * Source: Zhu, Liang, Wei, Sun, Saliency optimization from robust background detection, 2014.
 */
export function saliency(patches: readonly Patch[], perimeter: number): Float32Array {
  const n = patches.length
  const reach = geodesics(patches)
  const background = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    let [area, rim] = [0, 0]
    for (let j = 0; j < n; j++) {
      const d = reach[i * n + j]! / SAME
      const share = d > 6 ? 0 : exp((-d * d) / 2)
      area += share * patches[j]!.size
      rim += share * patches[j]!.rim
    }
    const connected = rim / Math.sqrt(Math.max(1, area))
    // A patch on a front as long as the side of its region is background.
    background[i] = 1 - exp((-connected * connected) / 2)
  }
  const contrast = new Float64Array(n)
  let top = 1e-9
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      if (i === j) continue
      const [one, other] = [patches[i]!, patches[j]!]
      const [dx, dy] = [(one.x - other.x) / REACH, (one.y - other.y) / REACH]
      contrast[i] =
        contrast[i]! +
        contrastOf(one, other) * exp(-(dx * dx + dy * dy) / 2) * background[j]! * (other.size / perimeter)
    }
    top = Math.max(top, contrast[i]!)
  }
  return settle(
    patches,
    background,
    contrast.map((value) => Math.min(1, (1.3 * value) / top)),
  )
}

/** Shortest way over neighbours in contrast, from every patch to every other. */
function geodesics(patches: readonly Patch[]): Float32Array {
  const n = patches.length
  const reach = new Float32Array(n * n).fill(Infinity)
  const limit = SAME * 6
  for (let start = 0; start < n; start++) {
    const row = reach.subarray(start * n, (start + 1) * n)
    row[start] = 0
    let open = [start]
    while (open.length > 0) {
      const next: number[] = []
      for (const i of open)
        for (const j of patches[i]!.neighbours) {
          // Steps within noise cost nothing, so that long smooth gradients (a sky) hang together.
          const d = row[i]! + Math.max(0, contrastOf(patches[i]!, patches[j]!) - 0.02)
          if (d < limit && d < row[j]! - 1e-7) {
            row[j] = d
            next.push(j)
          }
        }
      open = next
    }
  }
  return reach
}

/** Background goes to 0, contrast to 1, neighbours of one colour together. */
function settle(patches: readonly Patch[], background: Float64Array, contrast: Float64Array): Float32Array {
  let now = Float64Array.from(contrast)
  for (let round = 0; round < 120; round++) {
    const next = now.slice()
    for (let i = 0; i < now.length; i++) {
      let [sum, weight] = [contrast[i]!, contrast[i]! + background[i]!]
      for (const j of patches[i]!.neighbours) {
        const d = contrastOf(patches[i]!, patches[j]!) / SAME
        const bond = SMOOTH * exp((-d * d) / 2) + 0.02
        sum += bond * now[j]!
        weight += bond
      }
      next[i] = sum / Math.max(1e-6, weight)
    }
    now = next
  }
  const top = now.reduce((high, value) => Math.max(high, value), 1e-6)
  return Float32Array.from(now, (value) => value / top)
}
