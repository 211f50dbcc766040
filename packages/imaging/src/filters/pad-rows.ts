/** Rows of a plane that are taken, from `top` on. */
interface Taken {
  readonly width: number
  readonly height: number
  readonly top: number
  readonly rows: number
}
/** What is laid around them: rows above and below, numbers before each row, and the length of a row with all that stands beside it. */
interface Around {
  readonly halo: number
  readonly before: number
  readonly stride: number
}

/**
 * Rows of a plane with more above, below and on both sides, the outer ones repeated, so that loops have no edge to look out for.
 *
 * target: (rows + 2 halo) rows of `stride`
 */
export function padRows(
  plane: Float32Array,
  { width, height, top, rows }: Taken,
  { halo, before, stride }: Around,
  target: Float32Array,
): void {
  for (let y = 0; y < rows + 2 * halo; y++) {
    const from = Math.min(height - 1, Math.max(0, top + y - halo)) * width
    const to = y * stride
    target.set(plane.subarray(from, from + width), to + before)
    target.fill(plane[from]!, to, to + before)
    target.fill(plane[from + width - 1]!, to + before + width, to + stride)
  }
}
