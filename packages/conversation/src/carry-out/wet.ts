import { LABEL } from '@plantain/scene'

/** Whether water is at a place, shares of the frame; `labels`: [side, side], of the painted scene. */
export function isWet(
  labels: Uint16Array,
  side: number,
  { x, y }: { readonly x: number; readonly y: number },
): boolean {
  const [column, row] = [x, y].map((share) => Math.min(side - 1, Math.max(0, Math.round(share * side))))
  return labels[row! * side + column!] === LABEL.water
}
