import type { Wish } from '@plantain/core'
import { note, type Op, type Step, type View } from './op.ts'
import { amended, operate, pixelsOf, regionOf } from './pixels.ts'
import { SCALES, strengthOf, type Scale } from './strength.ts'

/** "blur the background", "motion blur", "pixelate the face", "less blurry". */
export const blur: Op = {
  name: 'blur',
  plan(wish, view) {
    if (wish.direction === 'down') return unblur(wish, view)
    const value = (wish.value ?? '').toLowerCase()
    const long = (scale: Scale): number =>
      pixelsOf(
        view,
        strengthOf(wish.amount, scale, (share) => 8 * share),
      )
    if (/motion|speed/.test(value))
      return operate(wish, view, 'motion-blur', {
        lengthPixels: Math.min(500, long(SCALES.motionBlur)),
        degrees: /vertical|fall/.test(value) ? 90 : 0,
      })
    if (/tilt/.test(value))
      return operate(wish, view, 'tilt-shift', { radiusPixels: Math.min(200, long(SCALES.lensBlur)) })
    if (/pixel|mosaic|censor/.test(value))
      return operate(wish, view, 'pixelate', { blockPixels: Math.max(2, Math.round(long(SCALES.pixelate))) })
    if (wish.target === undefined && wish.region === undefined && view.painted === null)
      return operate(wish, view, 'blur', { radiusPixels: long(SCALES.blur) })
    return operate(wish, view, 'lens-blur', { radiusPixels: Math.min(200, long(SCALES.lensBlur)) })
  },
}

const BLURS = new Set(['blur', 'lens-blur', 'motion-blur', 'tilt-shift', 'pixelate'])

/** A blur that was laid on is taken off again; a picture that is blurred of itself is sharpened. A scene's own depth of field goes. */
function unblur(wish: Wish, view: View): readonly Step[] {
  const at = view.operations.findLastIndex(({ operator }) => BLURS.has(operator))
  if (at >= 0) return [{ do: 'operations', operations: view.operations.filter((_, index) => index !== at) }]
  if (view.scene !== null && view.scene.world.focus > 0.05)
    return [{ do: 'scene', scene: { ...view.scene, world: { ...view.scene.world, focus: 0 } } }]
  const region = regionOf(wish, view)
  if ('refused' in region) return [note(region.refused)]
  return [
    {
      do: 'operations',
      operations: amended(view.operations, {
        operator: 'deblur',
        params: { percent: strengthOf(wish.amount, SCALES.deblur) },
        region,
      }),
    },
  ]
}
