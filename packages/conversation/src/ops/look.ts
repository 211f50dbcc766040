import { note, type Op } from './op.ts'
import { operate } from './pixels.ts'
import { SCALES, strengthOf } from './strength.ts'

/** Looks of the operator, by what people call them. */
const LOOKS: readonly (readonly [RegExp, string])[] = [
  [/noir/i, 'film-noir'],
  [/teal|orange|blockbuster/i, 'teal-orange'],
  [/cinema|movie|film/i, 'cinematic'],
  [/polaroid|instant/i, 'polaroid'],
  [/lomo|holga/i, 'lomo'],
  [/hdr/i, 'hdr'],
  [/cross/i, 'cross-processed'],
  [/bleach/i, 'bleach-bypass'],
  [/golden|warm glow/i, 'golden'],
  [/matte/i, 'matte'],
  [/pastel|soft/i, 'pastel'],
  [/vivid|punchy|pop|instagram/i, 'vivid'],
  [/moody|dark|gothic|gloomy/i, 'moody'],
  [/cold|winter|icy/i, 'cold'],
  [/fade|washed/i, 'faded'],
  [/vintage|retro|old|nostalgic|analog|70s|80s|60s|90s/i, 'vintage'],
]

/** "vintage look", "make it cinematic". */
export const look: Op = {
  name: 'look',
  plan(wish, view) {
    const name = LOOKS.find(([pattern]) => pattern.test(wish.value ?? ''))?.[1]
    if (name === undefined)
      return [
        note(
          `I do not know the look "${wish.value ?? ''}"; I know ${LOOKS.map(([, known]) => known).join(', ')}.`,
        ),
      ]
    return operate(wish, view, 'look', { name, percent: Math.min(150, strengthOf(wish.amount, SCALES.look)) })
  },
}
