/** From the middle to where a side surely begins, as a share of the frame. */
const SIDE = 0.24

/** A place x, as a share of the frame, moved by a step. "To the right", and no more said, is rightwards and on the right: it leads at least into that third. */
export function sideways(
  x: number,
  direction: 'left' | 'right',
  step: number,
  amount: string | undefined,
): number {
  const sign = direction === 'left' ? -1 : 1
  const there = amount === undefined ? 0.5 + sign * SIDE : x
  return sign * Math.max(sign * (x + sign * step), sign * there)
}
