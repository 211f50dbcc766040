/** Least and greatest of each pixel of row `y` and its four neighbours, into `low` and `high` [width]. */
export function neighbourRanges(
  plane: Float32Array,
  width: number,
  height: number,
  y: number,
  low: Float32Array,
  high: Float32Array,
): void {
  const row = y * width
  const last = width - 1
  const above = y > 0 ? width : 0
  const below = y + 1 < height ? width : 0
  for (let x = 0, i = row; x < width; x++, i++) {
    const left = plane[x > 0 ? i - 1 : i]!
    const right = plane[x < last ? i + 1 : i]!
    const up = plane[i - above]!
    const down = plane[i + below]!
    let least = plane[i]!
    let most = least
    if (left < least) least = left
    else if (left > most) most = left
    if (right < least) least = right
    else if (right > most) most = right
    if (up < least) least = up
    else if (up > most) most = up
    if (down < least) least = down
    else if (down > most) most = down
    low[x] = least
    high[x] = most
  }
}
