/** How to smooth; `radius` is in pixels. */
export interface Smoothing {
  readonly radius: number
  /** Difference of colour that ends a region. */
  readonly tolerance: number
  readonly rounds?: number
  /** True when the colour is Oklab and not RGB. */
  readonly lab?: boolean
  /** Where it is 1 the tolerance is `slack` times as wide. */
  readonly loose?: Uint8Array
  readonly slack?: number
}

/**
 * Edge-keeping smoothing: each pixel becomes the mean over a cross-shaped region within `walls` (see `edgesOf`) and of nearly its own
 * colour. Source: K. Zhang et al., "Cross-based local stereo matching using orthogonal integral images". Sums are of
 * integers, so that a far change cannot be felt through rounding. Sees 2 radius far a round.
 */
export function smooth(
  color: Float32Array,
  walls: Uint8Array,
  width: number,
  height: number,
  smoothing: Smoothing,
): Float32Array {
  let result = color
  for (let round = 0; round < (smoothing.rounds ?? 1); round++)
    result = smoothOnce(result, walls, width, height, smoothing)
  return result
}

const SCALE = 65536

function smoothOnce(
  color: Float32Array,
  walls: Uint8Array,
  width: number,
  height: number,
  smoothing: Smoothing,
): Float32Array {
  const size = width * height
  // One number a pixel that tells most colours apart: walking the arms is what this costs.
  const guide = new Float32Array(size)
  const [p, q, r] = smoothing.lab === true ? [1, -0.9, 0.6] : [0.55, 0.65, -0.3]
  for (let i = 0, j = 0; i < size; i++, j += 3)
    guide[i] = p! * color[j]! + q! * color[j + 1]! + r! * color[j + 2]!
  const walk = (dx: number, dy: number): Uint8Array => arms(guide, walls, width, height, smoothing, dx, dy)
  const left = walk(-1, 0)
  const right = walk(1, 0)
  const up = walk(0, -1)
  const down = walk(0, 1)
  const out = new Float32Array(color.length)
  const sums = new Int32Array(size)
  const counts = new Float32Array(size)
  const columns = new Float64Array(width * (height + 1))
  const row = new Float64Array(width + 1)
  const perColumn = (): void => {
    for (let i = 0; i < size; i++) columns[i + width] = columns[i]! + sums[i]!
  }
  for (let i = 0; i < size; i++) sums[i] = left[i]! + right[i]! + 1
  perColumn()
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++)
      counts[i] = columns[(y + down[i]! + 1) * width + x]! - columns[(y - up[i]!) * width + x]!
  for (let channel = 0; channel < 3; channel++) {
    for (let y = 0; y < height; y++) {
      const start = y * width
      for (let x = 0; x < width; x++) row[x + 1] = row[x]! + ((color[3 * (start + x) + channel]! * SCALE) | 0)
      for (let x = 0; x < width; x++) {
        const i = start + x
        sums[i] = row[x + right[i]! + 1]! - row[x - left[i]!]!
      }
    }
    perColumn()
    for (let y = 0, i = 0; y < height; y++)
      for (let x = 0; x < width; x++, i++) {
        const sum = columns[(y + down[i]! + 1) * width + x]! - columns[(y - up[i]!) * width + x]!
        out[3 * i + channel] = sum / (counts[i]! * SCALE)
      }
  }
  return out
}

/** How far from each pixel one may walk that way before a wall or another colour is met. */
function arms(
  guide: Float32Array,
  walls: Uint8Array,
  width: number,
  height: number,
  smoothing: Smoothing,
  dx: number,
  dy: number,
): Uint8Array {
  const { tolerance, loose, slack = 1 } = smoothing
  const radius = Math.max(1, Math.min(255, Math.round(smoothing.radius)))
  const out = roomOf(walls, width, height, radius, dx, dy)
  const step = dy * width + dx
  // Long arms look at every second pixel only: walls have been asked for at each.
  const stride = radius > 8 ? 2 : 1
  const jump = step * stride
  for (let i = 0; i < out.length; i++) {
    const most = out[i]!
    if (most === 0) continue
    const wide = loose !== undefined && loose[i] === 1 ? tolerance * slack : tolerance
    const low = guide[i]! - wide
    const high = guide[i]! + wide
    let n = 0
    for (let k = i + step; n < most; k += jump, n += stride) {
      const value = guide[k]!
      if (value < low || value > high) break
    }
    out[i] = n < most ? n : most
  }
  return out
}

/** How far from each pixel the next wall or the border is, at most `radius`. Walls stand to the right of a pixel and below it. */
function roomOf(
  walls: Uint8Array,
  width: number,
  height: number,
  radius: number,
  dx: number,
  dy: number,
): Uint8Array {
  const out = new Uint8Array(width * height)
  const size = width * height
  if (dx > 0)
    for (let i = size - 2; i >= 0; i--) {
      if ((i + 1) % width === 0 || (walls[i]! & 1) !== 0) continue
      const n = out[i + 1]! + 1
      out[i] = n < radius ? n : radius
    }
  else if (dx < 0)
    for (let i = 1; i < size; i++) {
      if (i % width === 0 || (walls[i - 1]! & 1) !== 0) continue
      const n = out[i - 1]! + 1
      out[i] = n < radius ? n : radius
    }
  else if (dy > 0)
    for (let i = size - width - 1; i >= 0; i--) {
      if ((walls[i]! & 2) !== 0) continue
      const n = out[i + width]! + 1
      out[i] = n < radius ? n : radius
    }
  else
    for (let i = width; i < size; i++) {
      if ((walls[i - width]! & 2) !== 0) continue
      const n = out[i - width]! + 1
      out[i] = n < radius ? n : radius
    }
  return out
}
