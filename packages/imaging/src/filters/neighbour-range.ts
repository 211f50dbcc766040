/** Least and greatest of a pixel and its four neighbours. */
export function neighbourRange(
  plane: Float32Array,
  width: number,
  height: number,
  x: number,
  y: number,
): readonly [low: number, high: number] {
  const i = y * width + x
  let low = plane[i]!
  let high = low
  for (let k = 0; k < 4; k++) {
    const j =
      k === 0
        ? x > 0
          ? i - 1
          : i
        : k === 1
          ? x + 1 < width
            ? i + 1
            : i
          : k === 2
            ? y > 0
              ? i - width
              : i
            : y + 1 < height
              ? i + width
              : i
    const value = plane[j]!
    if (value < low) low = value
    if (value > high) high = value
  }
  return [low, high]
}
