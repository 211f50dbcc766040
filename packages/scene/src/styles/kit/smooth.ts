/**
 * Edge-keeping smoothing: each pixel becomes the mean over a cross-shaped region of its own label and nearly its own colour.
 * Source: K. Zhang et al., "Cross-based local stereo matching using orthogonal integral images". Sums are of integers, so
 * a far change cannot be felt through rounding. Sees 2 radius far a round.
 */
export function smooth(
  color: Float32Array,
  label: Uint16Array,
  width: number,
  height: number,
  options: { readonly radius: number; readonly tolerance: number; readonly rounds?: number },
): Float32Array {
  const radius = Math.max(1, Math.min(255, Math.round(options.radius)))
  let result = color
  for (let round = 0; round < (options.rounds ?? 1); round++)
    result = smoothOnce(result, label, width, height, radius, options.tolerance)
  return result
}

const SCALE = 65536

function smoothOnce(
  color: Float32Array,
  label: Uint16Array,
  width: number,
  height: number,
  radius: number,
  tolerance: number,
): Float32Array {
  const size = width * height
  const limit = tolerance * tolerance
  const left = arms(color, label, width, height, radius, limit, -1, 0)
  const right = arms(color, label, width, height, radius, limit, 1, 0)
  const up = arms(color, label, width, height, radius, limit, 0, -1)
  const down = arms(color, label, width, height, radius, limit, 0, 1)
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
      for (let x = 0; x < width; x++)
        row[x + 1] = row[x]! + Math.round(color[3 * (start + x) + channel]! * SCALE)
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

/** How far from each pixel one may walk that way before the label or the colour changes. */
function arms(
  color: Float32Array,
  label: Uint16Array,
  width: number,
  height: number,
  radius: number,
  limit: number,
  dx: number,
  dy: number,
): Uint8Array {
  const out = new Uint8Array(width * height)
  const step = dy * width + dx
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const room = dx < 0 ? x : dx > 0 ? width - 1 - x : dy < 0 ? y : height - 1 - y
      const most = room < radius ? room : radius
      const i = y * width + x
      const own = label[i]!
      const c0 = color[3 * i]!
      const c1 = color[3 * i + 1]!
      const c2 = color[3 * i + 2]!
      let n = 0
      for (let q = i + step; n < most; q += step, n++) {
        if (label[q] !== own) break
        const d0 = color[3 * q]! - c0
        const d1 = color[3 * q + 1]! - c1
        const d2 = color[3 * q + 2]! - c2
        if (d0 * d0 + d1 * d1 + d2 * d2 > limit) break
      }
      out[i] = n
    }
  return out
}
