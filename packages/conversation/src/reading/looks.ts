import { MATERIALS, type ColorName, type Material } from '@plantain/core'
import { readPhrase, type Phrase } from './phrase.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What a wording says a thing is made of: the model's material, and the person's word where that is another. */
export interface Stuff {
  readonly material: Exclude<Material, 'none'>
  readonly word: string | null
  /** The colour that such a stuff usually has; null where that is open. */
  readonly color: Exclude<ColorName, 'auto'> | null
}

const USUAL: readonly (readonly [RegExp, Exclude<ColorName, 'auto'>])[] = [
  [/\b(?:leather|suede|corduroy|burlap)\b/i, 'brown'],
  [/\b(?:denim|jeans)\b/i, 'blue'],
  [/\b(?:marble|porcelain|china|plaster|lace)\b/i, 'white'],
  [/\b(?:bricks?|terracotta)\b/i, 'red'],
  [/\b(?:copper|bronze|clay)\b/i, 'orange'],
  [/\b(?:cast iron|wrought iron|obsidian|slate)\b/i, 'black'],
]

export function stuffIn(words: Vocabulary, wording: string): Stuff | null {
  const phrase: Phrase = readPhrase(words, wording)
  for (const { word, meanings } of phrase.units) {
    const material = meanings.find(({ field, way }) => field === 'material' && way === 'said')?.value
    const known = MATERIALS.find((one) => one === material)
    if (known === undefined || known === 'none') continue
    const own = word
      .toLowerCase()
      .replace(/^(?:made |built |carved |knitted |sewn )?(?:out )?(?:of|from)(?: pure| solid)? /, '')
    return {
      material: known,
      word: own === known ? null : own,
      color: USUAL.find(([pattern]) => pattern.test(own))?.[1] ?? null,
    }
  }
  return null
}

/** Looks that things have by nature: said of them they hold, and need no drawing. */
const NATURAL: readonly (readonly [looks: RegExp, kinds: RegExp])[] = [
  [
    /^(?:round|spherical|circular)$/i,
    /ball|^(?:orange|apple|tomato|balloon|moon|sun|coin|clock|plate|pizza|cookie|donut|wheel|button|drum|bubble|pearl|globe|earth|planet|melon|watermelon|pumpkin|peach|plum|cherry|lemon|lime|onion|egg|sphere|dandelion|sunflower|shield|compass|mirror|pancakes?|pie|snowman|hedgehog|owl)$/,
  ],
  [
    /^(?:tall|high)$/i,
    /giraffe|skyscraper|tower|lighthouse|pine|palm|poplar|sunflower|cypress|church|windmill|ladder|lamp post/,
  ],
  [/^(?:long)$/i, /snake|train|dachshund|crocodile|eel|bridge|limousine|bus|scarf|sword/],
  [/^(?:striped|stripy|stripey)$/i, /zebra|tiger|bee|wasp/],
  [/^(?:spotted|dotted|spotty)$/i, /ladybug|leopard|giraffe|jaguar|cheetah|dalmatian|mushroom/],
  [
    /^(?:fluffy|woolly|furry)$/i,
    /sheep|lamb|rabbit|chick|cat|poodle|cloud|alpaca|llama|hamster|teddy|bear|fox|squirrel/,
  ],
  [/^(?:pointed|pointy|spiky|prickly)$/i, /cactus|hedgehog|porcupine|mountain|star|pine|sea urchin/],
  [/^(?:curved|arched)$/i, /banana|bridge|rainbow|crescent/],
]

/** Whether a look that is said of a kind is its own by nature. */
export const isNatural = (look: string, kind: string): boolean =>
  NATURAL.some(([looks, kinds]) => looks.test(look) && kinds.test(kind))

/** Words of a prompt for how a thing looks, where its drawing has those looks by nature. */
export function naturalLooks(prompt: string, kind: string, words: Vocabulary): string | null {
  const found = readPhrase(words, prompt).units.filter(({ word }) => isNatural(word, kind))
  return found.length === 0 ? null : [...new Set(found.map(({ word }) => word.toLowerCase()))].join(' ')
}
