/**
 * Box blurs whose sums are exact: values are cut to 1/65536 (by the store into integers) and added exactly, so the running sum has no
 * memory of what it has passed, and a change in one place cannot alter a far pixel by a rounding.
 */
const SCALE = 65536

/** Mean over (2 radius + 1) squared pixels of a [H, W] plane, edges repeated; values within about +-4000. */
export function boxBlur(plane: Float32Array, width: number, height: number, radius: number): Float32Array {
  const out = new Float32Array(plane.length)
  const r = Math.round(radius)
  if (r < 1) {
    out.set(plane)
    return out
  }
  const rows = new Int32Array(plane.length)
  const share = 1 / (2 * r + 1)
  const line = new Int32Array(width + 2 * r + 1)
  for (let y = 0; y < height; y++) {
    const start = y * width
    for (let i = 0; i < line.length; i++) {
      const x = i - r - 1
      line[i] = plane[start + (x < 0 ? 0 : x >= width ? width - 1 : x)]! * SCALE
    }
    let sum = 0
    for (let i = 0; i < 2 * r + 1; i++) sum += line[i]!
    for (let x = 0; x < width; x++) {
      sum += line[x + 2 * r + 1]! - line[x]!
      rows[start + x] = sum * share
    }
  }
  // Columns in row order: one running sum a column keeps the memory walk straight.
  const sums = new Float64Array(width)
  for (let k = -r - 1; k < r; k++) {
    const start = (k < 0 ? 0 : k >= height ? height - 1 : k) * width
    for (let x = 0; x < width; x++) sums[x] = sums[x]! + rows[start + x]!
  }
  const scale = share / SCALE
  for (let y = 0; y < height; y++) {
    const enter = Math.min(height - 1, y + r) * width
    const leave = Math.max(0, y - r - 1) * width
    const start = y * width
    for (let x = 0; x < width; x++) {
      const sum = sums[x]! + rows[enter + x]! - rows[leave + x]!
      sums[x] = sum
      out[start + x] = sum * scale
    }
  }
  return out
}

/** Near-Gaussian of that standard deviation in pixels: three box blurs; sees 3 * boxRadius(sigma) pixels far. */
export function blur(plane: Float32Array, width: number, height: number, sigma: number): Float32Array {
  const r = boxRadius(sigma)
  if (r < 1) return softBlur(plane, width, height, sigma)
  return boxBlur(boxBlur(boxBlur(plane, width, height, r), width, height, r), width, height, r)
}
/** Three boxes of radius r have variance r(r + 1). */
export const boxRadius = (sigma: number): number => Math.round(Math.sqrt(sigma * sigma + 0.25) - 0.5)

/** Binomial 3 x 3, blended in for sigmas too small for boxes. */
function softBlur(plane: Float32Array, width: number, height: number, sigma: number): Float32Array {
  const side = Math.min(0.25, (sigma * sigma) / 2)
  const middle = 1 - 2 * side
  const rows = new Float32Array(plane.length)
  const out = new Float32Array(plane.length)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const i = y * width + x
      rows[i] = middle * plane[i]! + side * (plane[x > 0 ? i - 1 : i]! + plane[x + 1 < width ? i + 1 : i]!)
    }
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const i = y * width + x
      out[i] =
        middle * rows[i]! + side * (rows[y > 0 ? i - width : i]! + rows[y + 1 < height ? i + width : i]!)
    }
  return out
}
