import type { ColorName, Part, Scene, Thing } from '@plantain/core'
import type { Asked, Unit } from '@plantain/scene/words'
import { dyeOf } from '../reading/colors.ts'
import { naturalLooks, stuffIn } from '../reading/looks.ts'
import { partNamed } from '../reading/parts.ts'
import type { Vocabulary } from '../reading/vocabulary.ts'
import { hasPiece } from '../scene-edit/pieces.ts'
import { withThing } from '../scene-edit/things.ts'

type Dye = Exclude<ColorName, 'auto'>

/** A new scene with what the prompt says of things and no latent holds: colours of their parts, stuffs by name, looks that are theirs by nature. */
export function attributed(scene: Scene, asked: Asked, prompt: string, words: Vocabulary): Scene {
  const units = words.text.units(prompt)
  return withLooks(withPieces(scene, asked, units, words), asked, prompt, units, words)
}

/** "A man with short black hair", "a mug with a golden handle". */
function withPieces(
  scene: Scene,
  { things: asked }: Asked,
  units: readonly Unit[],
  words: Vocabulary,
): Scene {
  return units.reduce((now, unit, at) => {
    const part = partNamed(unit.word)?.part
    const color = part === undefined ? null : colorBefore(units, at, words)
    if (part === undefined || (color === null && !isNoun(unit))) return now
    const index = ownerOf(now, part, units, at, words)
    if (index === null) return now
    const owner = now.things[index]!
    // The colour is the part's: a figure that took it as a whole gives it back, unless it was said of it, too.
    const own = asked.find(({ kinds }) => kinds.includes(owner.kind))?.color ?? null
    const whole: Partial<Thing> = owner.color === color && own !== color ? { color: 'auto' } : {}
    return withThing(now, index, {
      ...whole,
      ...lookWith(now, owner, part, words),
      parts: { ...owner.parts, [part]: color ?? 'auto' },
    })
  }, scene)
}

/** Hair goes without saying; a chimney, a handle that was asked for is told. */
const isNoun = ({ word }: Unit): boolean =>
  !/\b(?:hair|beard|curls|locks|haircut|hairdo|hairstyle)\b/i.test(word)

/** The colour that is said right before a word, at most over two other adjectives. */
function colorBefore(units: readonly Unit[], at: number, words: Vocabulary): Dye | null {
  // "Red hair" is one phrase of the lexicon.
  const within = dyeOf(words, units[at]!.word.split(' ').slice(0, -1).join(' '))
  if (within !== null) return within
  for (let i = at; i >= Math.max(0, at - 3); i--) {
    const { meanings } = units[i]!
    if (i < at && meanings.some(({ field, way }) => field === 'thing' && way === 'said')) return null
    const color = meanings.find(({ field, way }) => field === 'color' && way === 'said')?.value
    if (color !== undefined && color !== 'auto') return color as Dye
  }
  return null
}

/** Whose part it is: of the one that was named before it, else of the first that can have it. */
function ownerOf(
  scene: Scene,
  part: Part,
  units: readonly Unit[],
  at: number,
  words: Vocabulary,
): number | null {
  const able = scene.things.flatMap((thing, index) =>
    lookWith(scene, thing, part, words) === null ? [] : [index],
  )
  const named = (index: number): number =>
    units
      .slice(0, at)
      .findLastIndex(({ meanings }) =>
        meanings.some(({ field, value }) => field === 'thing' && value === scene.things[index]!.kind),
      )
  return [...able].sort((a, b) => named(b) - named(a))[0] ?? null
}

/** What of a thing must be another so that it has the part; null where none of its looks has it. */
function lookWith(scene: Scene, thing: Thing, part: Part, words: Vocabulary): Partial<Thing> | null {
  for (let turn = 0; turn < 4; turn++) {
    const variant = (thing.variant + turn) % 4
    if (hasPiece(scene, { ...thing, variant }, part, words)) return turn === 0 ? {} : { variant }
  }
  return null
}

function withLooks(
  scene: Scene,
  { things: asked }: Asked,
  prompt: string,
  units: readonly Unit[],
  words: Vocabulary,
): Scene {
  const stuffs = units.flatMap(({ word }) => stuffIn(words, word) ?? [])
  const things = scene.things.map((thing): Thing => {
    const stuff = stuffs.find(({ material, word }) => material === thing.material && word !== null)
    const looks = [stuff?.word ?? null, naturalLooks(prompt, thing.kind, words)].filter((one) => one !== null)
    const colored = asked.some(({ kinds, color }) => kinds.includes(thing.kind) && color !== null)
    const dye = !colored && thing.color === 'auto' ? (stuff?.color ?? 'auto') : thing.color
    return looks.length === 0 ? thing : { ...thing, color: dye, looks: looks.join(' ') }
  })
  return { ...scene, things }
}
