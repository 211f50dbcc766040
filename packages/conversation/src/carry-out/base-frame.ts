import type { Direction, Operation, Wish } from '@plantain/core'
import { placementOf, type Placement } from '@plantain/imaging'
import { isGeometric } from '../ops/frame.ts'

/** Wishes whose sides are those of the scene that is painted, and not of pixels. */
const OF_SCENE = new Set<Wish['op']>(['add', 'move', 'light'])
const SIDES = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
} as const
type Side = keyof typeof SIDES
/** Words of regions for the ends of the vertical axis. */
const WORD: Readonly<Record<Side, string>> = { left: 'left', right: 'right', up: 'top', down: 'bottom' }
const SIDE: Readonly<Record<string, Side>> = { left: 'left', right: 'right', top: 'up', bottom: 'down' }

/**
 * A wish about a scene that is shown mirrored or turned, as it is to be done in the scene: what the person sees at the left is at its right
 * after a mirroring. As it is where nothing is turned.
 */
export function inBaseFrame(
  wish: Wish,
  base: { readonly width: number; readonly height: number },
  operations: readonly Operation[],
): Wish {
  if (!OF_SCENE.has(wish.op) || !operations.some(isTurning)) return wish
  const turned = turnOf(
    placementOf({ ...base, data: new Uint8ClampedArray(0) }, operations.filter(isTurning)),
  )
  const { direction, region } = wish
  return {
    ...wish,
    ...(direction !== undefined && direction in SIDES
      ? { direction: turned(direction as Side) as Direction }
      : {}),
    ...(region === undefined
      ? {}
      : { region: region.replace(/\b(?:left|right|top|bottom)\b/g, (word) => WORD[turned(SIDE[word]!)]) }),
  }
}

/** Those that turn or mirror; a crop leaves left left. `straighten` turns too little to matter. */
const isTurning = (operation: Operation): boolean =>
  isGeometric(operation) && (operation.operator === 'flip' || operation.operator === 'rotate')

/** The side of the base that is at a side of the picture. */
function turnOf({ width, height, toSource }: Placement): (side: Side) => Side {
  const [x, y] = toSource(width / 2, height / 2)
  return (side) => {
    const [dx, dy] = SIDES[side]
    const [u, v] = toSource(width / 2 + 10 * dx, height / 2 + 10 * dy)
    return Math.abs(u - x) > Math.abs(v - y) ? (u > x ? 'right' : 'left') : v > y ? 'down' : 'up'
  }
}
