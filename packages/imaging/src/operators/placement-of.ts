import type { Bitmap } from '@plantain/core'
import { develop } from './develop.ts'
import { operatorNamed } from './index.ts'
import { readParams } from './params.ts'
import { compose, samePlace, type Placement } from './placement.ts'

interface Moving {
  readonly operator: string
  readonly params: Readonly<Record<string, unknown>>
}

/**
 * Where the pixels of a base are after all steps, as `developPlaced` tells it, without drawing anything: only steps that move pixels
 * are looked at. Of those that look for a horizon the picture before them is drawn.
 */
export function placementOf(base: Bitmap, steps: readonly Moving[]): Placement {
  let placement = samePlace(base)
  steps.forEach(({ operator: name, params }, index) => {
    const operator = operatorNamed(name)
    if (operator.sort !== 'geometric') return
    const look = (): Bitmap =>
      develop(
        base,
        steps.slice(0, index).map((step) => ({ ...step, mask: null })),
      )
    const { width, height } = placement
    placement = compose(
      placement,
      operator.move(readParams(operator, params), { width, height }, look).placement,
    )
  })
  return placement
}

/** The way back: from where things are to where they were. `source`: the size of the picture that they came from. */
export const inversePlacement = (
  { toSource, toTarget }: Placement,
  { width, height }: { readonly width: number; readonly height: number },
): Placement => ({ width, height, toSource: toTarget, toTarget: toSource })
