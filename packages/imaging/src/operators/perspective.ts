import * as z from 'zod'
import { rectangleToQuad, warpPlacement } from '../filters/homography.ts'
import { warp } from '../filters/warp.ts'
import { percent } from './params.ts'
import { quarterTurn } from './turn.ts'
import { geometric, type GeometricOperator } from './operator.ts'

/**
 * Falling lines set upright: above 0 the top is widened, as for houses photographed from below (below 0: the bottom); `horizontalPercent`
 * widens the left (below 0: the right). The frame stays full: what is widened loses its sides.
 *
 * People: slight 10, moderate 20, strong 35.
 */
export const perspective: GeometricOperator = geometric({
  name: 'perspective',
  params: z.strictObject({ verticalPercent: percent(-80, 80), horizontalPercent: percent(-80, 80) }),
  identity: {},
  move({ verticalPercent, horizontalPercent }, source) {
    if (verticalPercent === 0 && horizontalPercent === 0) return quarterTurn(0, source)
    const { width, height } = source
    const inset = (percent: number, side: number): number => (Math.max(0, percent) / 200) * side
    const [top, bottom] = [inset(verticalPercent, width), inset(-verticalPercent, width)]
    const [left, right] = [inset(horizontalPercent, height), inset(-horizontalPercent, height)]
    const toSource = rectangleToQuad(source, [
      [top, left],
      [width - top, right],
      [width - bottom, height - right],
      [bottom, height - left],
    ])
    return {
      placement: warpPlacement(source, toSource),
      render: (image) => warp(image, source, toSource, 'edge'),
    }
  },
})
