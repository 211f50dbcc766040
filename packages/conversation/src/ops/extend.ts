import { ratioOf } from '../reading/size.ts'
import { extended, zoomedOut } from '../scene-edit/shape.ts'
import { placeOf } from '../reading/place.ts'
import { amountOf } from '../reading/amount.ts'
import { aspect } from './aspect.ts'
import type { Op, View } from './op.ts'
import { framed, isUpright, unframed } from './frame.ts'
import { SCALES, strengthOf } from './strength.ts'

/** "extend it to the left", "zoom out". */
export const extend: Op = {
  name: 'extend',
  plan(wish, view) {
    if (ratioOf(wish.value) !== null) return aspect.plan({ op: 'aspect', value: wish.value! }, view)
    const amount = amountOf(wish.amount)
    const share =
      amount.kind === 'pixels'
        ? amount.value / Math.max(view.size.width, view.size.height)
        : strengthOf(wish.amount, SCALES.extend) / 100
    const place = placeOf(view.words, wish.region)
    const area = place?.kind === 'area' ? place.area : null
    const sides = /\b(?:sides|both|wider|horizontal)\b/i.test(`${wish.region ?? ''} ${wish.value ?? ''}`)
    const grown = {
      left: area?.column === 'left' || sides ? share / (sides ? 2 : 1) : 0,
      right: area?.column === 'right' || sides ? share / (sides ? 2 : 1) : 0,
      top: area?.row === 'top' ? share : 0,
      bottom: area?.row === 'bottom' || area?.depth === 'foreground' ? share : 0,
    }
    const nowhere = Object.values(grown).every((one) => one === 0)
    if (view.scene !== null && isUpright(view.operations)) {
      const cut = unframed(view.operations)
      // Zooming out of a crop shows what was cut off.
      if (nowhere && cut.length < view.operations.length) return [{ do: 'operations', operations: cut }]
      if (nowhere) return [{ do: 'scene', scene: zoomedOut(view.scene, 1 + share) }]
      const { scene, width, height } = extended(view.scene, view.base, grown)
      return [
        { do: 'operations', operations: cut },
        { do: 'shape', scene, width, height },
      ]
    }
    return framed(
      view,
      'extend',
      pixelSides(
        nowhere ? { left: share / 2, right: share / 2, top: share / 2, bottom: share / 2 } : grown,
        view,
      ),
    )
  },
}

function pixelSides(
  grown: Readonly<Record<'left' | 'right' | 'top' | 'bottom', number>>,
  { size }: View,
): Record<string, number> {
  return {
    leftPixels: Math.round(grown.left * size.width),
    rightPixels: Math.round(grown.right * size.width),
    topPixels: Math.round(grown.top * size.height),
    bottomPixels: Math.round(grown.bottom * size.height),
  }
}
