type Size = Readonly<{ width: number; height: number }>

/** A connected part of a region. */
export interface Piece {
  readonly area: number
  readonly pixels: readonly number[]
  readonly left: number
  readonly top: number
  /** Exclusive. */
  readonly right: number
  readonly bottom: number
}

/** Connected parts of what is above 0.5, largest first. */
export function piecesOf(region: Float32Array, { width, height }: Size): readonly Piece[] {
  const seen = new Uint8Array(region.length)
  const pieces: Piece[] = []
  for (let start = 0; start < region.length; start++) {
    if (seen[start] === 1 || region[start]! <= 0.5) continue
    const pixels = [start]
    seen[start] = 1
    let [left, top, right, bottom] = [width, height, 0, 0]
    for (let at = 0; at < pixels.length; at++) {
      const p = pixels[at]!
      const [x, y] = [p % width, Math.floor(p / width)]
      left = Math.min(left, x)
      right = Math.max(right, x + 1)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y + 1)
      for (const q of [
        x > 0 ? p - 1 : -1,
        x < width - 1 ? p + 1 : -1,
        y > 0 ? p - width : -1,
        y < height - 1 ? p + width : -1,
      ])
        if (q >= 0 && seen[q] === 0 && region[q]! > 0.5) {
          seen[q] = 1
          pixels.push(q)
        }
    }
    pieces.push({ area: pixels.length, pixels, left, top, right, bottom })
  }
  return pieces.sort((one, other) => other.area - one.area || one.pixels[0]! - other.pixels[0]!)
}

/** The region with only these parts of it (and their soft borders), and without enclosed holes smaller than `hole` pixels. */
export function keepPieces(
  region: Float32Array,
  size: Size,
  pieces: readonly Piece[],
  hole: number,
): Float32Array {
  const kept = new Float32Array(region.length)
  for (const { pixels } of pieces) for (const p of pixels) kept[p] = region[p]!
  const { width } = size
  // The soft border: what lies below the half and touches a part that stays.
  for (let p = 0; p < region.length; p++) {
    if (kept[p]! > 0 || region[p]! > 0.5 || region[p]! < 0.02) continue
    const x = p % width
    const touches = [x > 0 ? p - 1 : -1, x < width - 1 ? p + 1 : -1, p - width, p + width].some(
      (q) => q >= 0 && q < kept.length && kept[q]! > 0.5,
    )
    if (touches) kept[p] = region[p]!
  }
  for (const { area, pixels, left, top, right, bottom } of piecesOf(
    kept.map((value) => 1 - value),
    size,
  )) {
    const enclosed = left > 0 && top > 0 && right < width && bottom < size.height
    if (enclosed && area < hole) for (const p of pixels) kept[p] = 1
  }
  return kept
}
