/** Mean over a disk, as an open lens draws a point; the edge pixels go on outside. Running sums along rows: linear in the radius. */
export function disk(plane: Float32Array, width: number, height: number, radius: number): Float32Array {
  const reach = Math.ceil(radius)
  const rows = Array.from({ length: 2 * reach + 1 }, (_, i) => {
    const dy = i - reach
    const half = Math.sqrt(Math.max(0, radius * radius - dy * dy))
    // Whole pixels inside, and the shares of the two at the ends, so that the disk grows smoothly.
    return { dy, whole: Math.floor(half), part: half - Math.floor(half), inside: Math.abs(dy) <= radius }
  }).filter(({ inside }) => inside)
  const area = rows.reduce((sum, { whole, part }) => sum + 2 * whole + 1 + 2 * part, 0)
  const stride = width + 2 * reach + 3
  // [H, stride]: sums of all pixels left of a place, with the ends repeated.
  const sums = new Float64Array(stride * height)
  for (let y = 0; y < height; y++)
    for (let i = 1, sum = 0; i < stride; i++) {
      sum += plane[y * width + Math.min(Math.max(i - 2 - reach, 0), width - 1)]!
      sums[y * stride + i] = sum
    }
  const result = new Float32Array(plane.length)
  const line = new Float64Array(width)
  for (let y = 0; y < height; y++) {
    line.fill(0)
    for (const { dy, whole, part } of rows) {
      const row = Math.min(Math.max(y + dy, 0), height - 1) * stride + reach + 1
      for (let x = 0; x < width; x++) {
        const right = row + x + whole + 1
        const left = row + x - whole
        const inner = sums[right]! - sums[left]!
        line[x] = line[x]! + inner + part * (sums[right + 1]! - sums[right]! + sums[left]! - sums[left - 1]!)
      }
    }
    for (let x = 0; x < width; x++) result[y * width + x] = line[x]! / area
  }
  return result
}
