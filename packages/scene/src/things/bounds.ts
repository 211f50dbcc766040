import { labelThing } from '../frame.ts'

/** Where a copy of a thing can be seen: pixels, left and top included, right and bottom not. */
export interface ThingBounds {
  readonly index: number
  readonly copy: number
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  /** Pixels that show it. */
  readonly area: number
}

/** Exact boxes of all things that can be seen, read from the label map [height, width], in the order of their labels. */
export function thingBounds(labels: Uint16Array, width: number): readonly ThingBounds[] {
  const found = new Map<number, { left: number; top: number; right: number; bottom: number; area: number }>()
  for (let p = 0; p < labels.length; p++) {
    const label = labels[p]!
    if (labelThing(label) === null) continue
    const x = p % width
    const y = (p - x) / width
    const box = found.get(label)
    if (box === undefined) found.set(label, { left: x, top: y, right: x + 1, bottom: y + 1, area: 1 })
    else {
      if (x < box.left) box.left = x
      if (x >= box.right) box.right = x + 1
      box.bottom = y + 1
      box.area++
    }
  }
  return [...found].sort(([a], [b]) => a - b).map(([label, box]) => ({ ...labelThing(label)!, ...box }))
}
