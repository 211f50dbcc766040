/**
 * A slow function of the place, [H, W]: evaluated on a grid of `cell` (a share of the shorter side, of which u and v are multiples
 * too) and interpolated, which is many times cheaper than asking for it at every pixel.
 */
export function fieldOf(
  width: number,
  height: number,
  cell: number,
  value: (u: number, v: number) => number,
): Float32Array {
  const short = Math.min(width, height)
  const pitch = Math.max(2, cell * short)
  const across = Math.ceil(width / pitch) + 2
  const down = Math.ceil(height / pitch) + 2
  const grid = new Float32Array(across * down)
  for (let j = 0, k = 0; j < down; j++)
    for (let i = 0; i < across; i++, k++) grid[k] = value((i * pitch) / short, (j * pitch) / short)
  const out = new Float32Array(width * height)
  const column = new Float32Array(across)
  for (let y = 0, k = 0; y < height; y++) {
    const gy = y / pitch
    const j = Math.floor(gy)
    const fy = gy - j
    const top = j * across
    for (let i = 0; i < across; i++)
      column[i] = grid[top + i]! + (grid[top + across + i]! - grid[top + i]!) * fy
    for (let x = 0; x < width; x++, k++) {
      const gx = x / pitch
      const i = gx | 0
      const a = column[i]!
      out[k] = a + (column[i + 1]! - a) * (gx - i)
    }
  }
  return out
}
