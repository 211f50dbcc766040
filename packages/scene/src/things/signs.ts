import type { State } from '@plantain/core'
import { translation, scaling, multiply } from '../vector/index.ts'
import type { Art } from './art.ts'
import type { Placed } from './place.ts'
import { spriteOf, type Sprite } from './sprite.ts'

/** Small signs by which drawings show a state that their art cannot show: name of the drawing, its place and size in heights. */
const SIGNS: Readonly<
  Partial<Record<State, readonly { art: string; x: number; y: number; size: number }[]>>
> = {
  sleeping: [{ art: 'zzz', x: 0.16, y: -0.2, size: 0.3 }],
  happy: [
    { art: 'red-heart', x: 0.14, y: -0.16, size: 0.16 },
    { art: 'red-heart', x: 0.3, y: -0.3, size: 0.1 },
  ],
  sad: [{ art: 'droplet', x: 0.05, y: 0.13, size: 0.1 }],
  angry: [{ art: 'anger-symbol', x: 0.16, y: -0.1, size: 0.2 }],
  surprised: [{ art: 'red-exclamation-mark', x: 0.14, y: -0.24, size: 0.26 }],
  dancing: [
    { art: 'musical-notes', x: 0.3, y: -0.12, size: 0.26 },
    { art: 'musical-note', x: -0.42, y: 0.02, size: 0.18 },
  ],
}

/** The signs of a placed thing as sprites; none where its look shows the state, or where it has none to show. */
export function signsOf(art: Art, placed: Placed): readonly Sprite[] {
  const signs = SIGNS[placed.thing.state]
  if (signs === undefined || placed.look?.showsState === true) return []
  const head = placed.kind.anchors['head'] ?? { x: 0.5, y: 0.1 }
  const side = placed.facesRight ? 1 : -1
  const headX = placed.x + (head.x - 0.5) * placed.width * side
  const headY = placed.foot - (1 - head.y) * placed.height
  return signs.map((sign) => {
    const drawing = art.drawing(sign.art)
    const { box } = drawing
    const scale = (sign.size * placed.height) / (box.bottom - box.top)
    const x = headX + sign.x * placed.height
    const y = headY + sign.y * placed.height
    const centred = translation(-(box.left + box.right) / 2, -(box.top + box.bottom) / 2)
    return spriteOf(drawing, multiply(translation(x, y), multiply(scaling(scale), centred)))
  })
}

/** Names of the drawings that signs use: they are in the art file whatever the catalogue says. */
export const SIGN_ART: readonly string[] = [
  ...new Set(Object.values(SIGNS).flatMap((signs) => signs.map(({ art }) => art))),
]
