/** Greatest value within `radius` (may be broken) of each pixel: a coverage grown by a disk, with a soft rim. */
export function spread(plane: Float32Array, width: number, height: number, radius: number): Float32Array {
  const reach = Math.ceil(radius)
  const result = plane.slice()
  for (let dy = -reach; dy <= reach; dy++)
    for (let dx = -reach; dx <= reach; dx++) {
      // A pixel at the rim counts in part.
      const share = Math.min(1, radius + 0.5 - Math.sqrt(dx * dx + dy * dy))
      if (share <= 0 || (dx === 0 && dy === 0)) continue
      const [left, right] = [Math.max(0, -dx), Math.min(width, width - dx)]
      for (let y = Math.max(0, -dy); y < Math.min(height, height - dy); y++) {
        const [to, from] = [y * width, (y + dy) * width + dx]
        for (let x = left; x < right; x++) {
          const value = plane[from + x]! * share
          if (value > result[to + x]!) result[to + x] = value
        }
      }
    }
  return result
}
