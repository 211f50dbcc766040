export interface Reduced {
  readonly plane: Float32Array
  readonly width: number
  readonly height: number
}

/** Means over blocks of `factor` x `factor`; the edge pixels fill the last ones. */
export function reduce(plane: Float32Array, width: number, height: number, factor: number): Reduced {
  const [w, h] = [Math.ceil(width / factor), Math.ceil(height / factor)]
  const result = new Float32Array(w * h)
  const sums = new Float64Array(w)
  const share = 1 / (factor * factor)
  for (let y = 0; y < h; y++) {
    sums.fill(0)
    for (let k = 0; k < factor; k++) {
      const row = Math.min(y * factor + k, height - 1) * width
      const whole = Math.floor(width / factor)
      for (let x = 0, from = row; x < whole; x++) {
        let sum = 0
        for (let j = 0; j < factor; j++) sum += plane[from++]!
        sums[x] = sums[x]! + sum
      }
      if (whole < w)
        for (let j = 0; j < factor; j++)
          sums[whole] = sums[whole]! + plane[row + Math.min(whole * factor + j, width - 1)]!
    }
    for (let x = 0; x < w; x++) result[y * w + x] = sums[x]! * share
  }
  return { plane: result, width: w, height: h }
}

/** Straight lines between the means. */
export function enlarge(small: Reduced, width: number, height: number, factor: number): Float32Array {
  const result = new Float32Array(width * height)
  const starts = new Int32Array(width)
  const shares = new Float32Array(width)
  for (let x = 0; x < width; x++) {
    const place = (x + 0.5) / factor - 0.5
    starts[x] = Math.floor(place)
    shares[x] = place - starts[x]!
  }
  // One row of the small picture, mixed from two, with its ends repeated once.
  const row = new Float32Array(small.width + 2)
  for (let y = 0; y < height; y++) {
    const place = (y + 0.5) / factor - 0.5
    const above = Math.floor(place)
    const share = place - above
    const [one, other] = [Math.max(0, above), Math.min(small.height - 1, above + 1)].map(
      (line) => line * small.width,
    ) as [number, number]
    for (let x = 0; x < small.width; x++) {
      const low = small.plane[one + x]!
      row[x + 1] = low + (small.plane[other + x]! - low) * share
    }
    row[0] = row[1]!
    row[small.width + 1] = row[small.width]!
    for (let x = 0, i = y * width; x < width; x++, i++) {
      const at = starts[x]! + 1
      const low = row[at]!
      result[i] = low + (row[at + 1]! - low) * shares[x]!
    }
  }
  return result
}
