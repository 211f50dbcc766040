/** Mean over a square of `radius` pixels to all sides; the edge pixels go on outside. Running sums: the radius costs nothing. */
export function box(plane: Float32Array, width: number, height: number, radius: number): Float32Array {
  if (radius < 1) return plane.slice()
  return boxDown(boxAcross(plane, width, height, radius), width, height, radius)
}

function boxAcross(plane: Float32Array, width: number, height: number, radius: number): Float32Array {
  const result = new Float32Array(plane.length)
  const share = 1 / (2 * radius + 1)
  const last = width - 1
  for (let y = 0; y < height; y++) {
    const row = y * width
    let sum = plane[row]! * (radius + 1)
    for (let i = 1; i <= radius; i++) sum += plane[row + (i < last ? i : last)]!
    // In the middle no end is to be looked out for.
    const [from, to] = [Math.min(radius, width), Math.max(radius, last - radius)]
    for (let x = 0; x < width; x++) {
      if (x === from)
        for (; x < to; x++) {
          result[row + x] = sum * share
          sum += plane[row + x + radius + 1]! - plane[row + x - radius]!
        }
      result[row + x] = sum * share
      const enter = x + radius + 1
      const leave = x - radius
      sum += plane[row + (enter < last ? enter : last)]! - plane[row + (leave > 0 ? leave : 0)]!
    }
  }
  return result
}

function boxDown(plane: Float32Array, width: number, height: number, radius: number): Float32Array {
  const result = new Float32Array(plane.length)
  const share = 1 / (2 * radius + 1)
  const last = height - 1
  const sums = new Float64Array(width)
  for (let x = 0; x < width; x++) sums[x] = plane[x]! * (radius + 1)
  for (let i = 1; i <= radius; i++) {
    const row = Math.min(i, last) * width
    for (let x = 0; x < width; x++) sums[x] = sums[x]! + plane[row + x]!
  }
  for (let y = 0; y < height; y++) {
    const row = y * width
    const enter = Math.min(y + radius + 1, last) * width
    const leave = Math.max(y - radius, 0) * width
    for (let x = 0; x < width; x++) {
      const sum = sums[x]!
      result[row + x] = sum * share
      sums[x] = sum + plane[enter + x]! - plane[leave + x]!
    }
  }
  return result
}
