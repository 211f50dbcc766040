/** One pixel of a kernel: where it lies, seen from the target, and what it weighs. */
export interface Tap {
  readonly dx: number
  readonly dy: number
  readonly weight: number
}

/** Any kernel, as a sum of moved pictures; the edge pixels go on outside. */
export function convolveTaps(
  plane: Float32Array,
  width: number,
  height: number,
  taps: readonly Tap[],
): Float32Array {
  const result = new Float32Array(plane.length)
  const line = new Float64Array(width)
  for (let y = 0; y < height; y++) {
    line.fill(0)
    for (const { dx, dy, weight } of taps) {
      const row = Math.min(Math.max(y + dy, 0), height - 1) * width
      const from = Math.min(Math.max(-dx, 0), width)
      const to = Math.max(from, Math.min(width - dx, width))
      const [first, last] = [plane[row]! * weight, plane[row + width - 1]! * weight]
      for (let x = 0; x < from; x++) line[x] = line[x]! + first
      for (let x = from; x < to; x++) line[x] = line[x]! + weight * plane[row + x + dx]!
      for (let x = to; x < width; x++) line[x] = line[x]! + last
    }
    result.set(line, y * width)
  }
  return result
}

/** A straight stroke through the middle, one tap a pixel along its longer axis, shared between two across it. */
export function strokeTaps(lengthPixels: number, cosine: number, sine: number): readonly Tap[] {
  const steep = Math.abs(sine) > Math.abs(cosine)
  const [along, across] = steep ? [sine, cosine] : [cosine, sine]
  const half = (lengthPixels / 2) * Math.abs(along)
  const slope = across / along
  const taps: Tap[] = []
  for (let step = -Math.ceil(half); step <= Math.ceil(half); step++) {
    const covered = Math.min(1, Math.max(0, half + 0.5 - Math.abs(step)))
    const side = step * slope
    const low = Math.floor(side)
    for (const [offset, share] of [
      [low, low + 1 - side],
      [low + 1, side - low],
    ] as const)
      if (covered * share > 1e-6)
        taps.push({ dx: steep ? offset : step, dy: steep ? step : offset, weight: covered * share })
  }
  const sum = taps.reduce((total, { weight }) => total + weight, 0)
  return taps.map((tap) => ({ ...tap, weight: tap.weight / sum }))
}
