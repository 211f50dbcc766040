import type { OpName, Wish } from '@plantain/core'
import { difference } from '@plantain/imaging'
import { ratioOf, shapeFor } from '../reading/size.ts'
import { isWhole } from '../ops/subject.ts'
import { checked, type Check, type Compared } from './compared.ts'
import { anyChange } from './light.ts'

const pixelsOf = ({ width, height }: Size): number => width * height
type Size = Readonly<{ width: number; height: number }>

/** The area of the frame, which was to grow, shrink or stay. */
const area =
  (holds: (before: number, after: number, wish: Wish) => boolean, expected: string): Check =>
  (wish, { before, after }) => {
    const [was, is] = [pixelsOf(before), pixelsOf(after)]
    return checked(wish, {
      measure: 'pixels of the frame',
      before: was,
      after: is,
      expected,
      followed: holds(was, is, wish),
    })
  }

const shape: Check = (wish, { before, after }) => {
  const ratio = ratioOf(wish.value ?? '')
  if (ratio === null) return null
  // A ratio of the table has its own size, which is only near it: 1344 x 768 for 16:9.
  const usual = shapeFor(ratio, pixelsOf(after))
  const wanted =
    usual.width * after.height === usual.height * after.width ? after.width / after.height : ratio
  return checked(wish, {
    measure: 'width to height',
    before: before.width / before.height,
    after: after.width / after.height,
    expected: `${Math.round(wanted * 1000) / 1000}, to a pixel`,
    followed: Math.abs(after.width - wanted * after.height) <= Math.max(1, wanted),
  })
}

/** Of the whole picture; of a thing in it, the scene tells. */
const ofFrame =
  (check: Check): Check =>
  (wish, compared) =>
    wish.target === undefined || isWhole(wish.target) ? check(wish, compared) : anyChange(wish, compared)

/** Pixels that are not what they were in the same place: of the frame itself, since what goes along with its pixels did not change. */
function elsewhere({ before, after }: Compared): number {
  if (before.width !== after.width || before.height !== after.height) return 1
  return difference(before, after, null).changed / (after.width * after.height)
}

const turned: Check = (wish, compared) => {
  const { before, after } = compared
  const quarter = before.width === after.height && before.height === after.width
  return checked(wish, {
    measure: 'width in pixels',
    before: before.width,
    after: after.width,
    expected: 'another frame, or the same one turned',
    followed: quarter || elsewhere(compared) > 0.001,
  })
}

const mirrored: Check = (wish, compared) => {
  const share = elsewhere(compared)
  return checked(wish, {
    measure: 'share of the pixels that are elsewhere',
    before: 0,
    after: share,
    expected: 'more than 0, unless the picture is its own mirror image',
    followed: share > 0,
  })
}

/** Frames and sizes. */
export const frame: Readonly<Partial<Record<OpName, Check>>> = {
  crop: area((was, is) => is < was, 'fewer'),
  extend: area((was, is) => is >= was, 'more, or the same of a view that is wider'),
  resize: area((was, is) => is !== was, 'more or fewer'),
  upscale: area((was, is) => is > was, 'more'),
  aspect: shape,
  rotate: ofFrame(turned),
  flip: ofFrame(mirrored),
}
