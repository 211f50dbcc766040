import { isColorless } from '../interpret/colorless.ts'
import { dyeOf } from '../reading/colors.ts'
import { bare, readPhrase, sameWords } from '../reading/phrase.ts'
import type { Wish } from '@plantain/core'
import { note, sceneOp, toScene, type Op, type SceneView, type Step, type View } from './op.ts'
import { amended, asksMore, colorRegion, cssColor, operate, regionFor } from './pixels.ts'
import { SCALES } from './strength.ts'
import { partsOwner } from './parts.ts'
import { recoloredClothes } from '../pieces.ts'
import { pieceIn, type Piece } from '../scene-edit/pieces.ts'
import { monochrome } from './monochrome.ts'
import { missing, nameOf, stepsFor, subjects } from './subject.ts'
import type { Target } from '../scene-edit/targets.ts'

/** "paint the house blue", "make the sky pink". A later colour replaces an earlier one. */
export const recolor: Op = {
  name: 'recolor',
  plan: (wish, view) =>
    isColorless(wish.value ?? '')
      ? monochrome.plan({ ...wish, op: 'monochrome' }, view)
      : view.scene === null
        ? onUpload(wish, view)
        : ofScene.plan(wish, view),
}

/** In an upload the pixels of the thing take the colour, shading and texture stay. */
function onUpload(wish: Wish, view: View): readonly Step[] {
  const color = wish.value ?? wish.color
  if (color === undefined || dyeOf(view.words, color) === null) return unknownColor(color)
  return operate(wish.target === undefined ? { ...wish, target: 'subject' } : wish, view, 'recolor', {
    color: cssColor(view.words, color),
    percent: 100,
    parts: 'main',
  })
}

const unknownColor = (color: string | undefined): readonly Step[] => [
  note(`I do not know the colour ${color ?? 'you mean'}; name one of the usual ones, or give it as #rrggbb.`),
]

const ofScene: Op = sceneOp('recolor', (wish, view) => {
  const color = wish.value ?? wish.color
  const dye = color === undefined ? null : dyeOf(view.words, color)
  if (dye === null) return unknownColor(color)
  const piece = wish.target === undefined ? null : pieceIn(wish.target, view, view.lastTarget)
  if (piece !== null) return recolorPiece(piece, dye, view)
  const found = subjects(wish, view)
  const owner = found.length === 0 && wish.target !== undefined ? partsOwner(wish.target, view) : null
  if (owner !== null && 'refused' in owner) return [note(owner.refused)]
  const targets: readonly Target[] = owner !== null ? owner.targets : found
  const [first] = targets
  if (first === undefined) return [missing(wish)]
  const steps =
    first.kind === 'part' ? recolorPart(first.part.id, color!, dye, view) : recolorThings(targets, dye, view)
  const is = (target: Target): boolean =>
    target.kind === 'thing' && view.scene.things[target.index]!.color === dye
  if (asksMore(view.message, color!) && targets.every(is)) {
    const more = {
      operator: 'saturation',
      params: { percent: SCALES.saturation[1] },
      region: regionFor(targets, view),
    }
    return [{ do: 'operations', operations: amended(view.operations, more) }]
  }
  return [...steps, ...(owner === null ? wholeNote(wish.target, first, view) : [note(owner.note)])]
})

/** "red sails" colours the whole boat: said where the word is only near to what the thing is. */
function wholeNote(target: string | undefined, first: Target, view: SceneView): readonly Step[] {
  if (target === undefined || first.kind !== 'thing' || target.startsWith('el:')) return []
  const thing = view.scene.things[first.index]!
  const asked = readPhrase(view.words, bare(target)).things.at(-1)
  const near =
    asked !== undefined &&
    asked.roughly &&
    !sameWords(target, nameOf(thing)) &&
    view.words.text.lexicon.entry(bare(target).toLowerCase())?.lemma !== thing.word
  return near ? [note(`I coloured the whole ${nameOf(thing)}; its ${bare(target)} alone I cannot.`)] : []
}

function recolorThings(
  targets: readonly Target[],
  dye: ReturnType<typeof dyeOf> & string,
  view: SceneView,
): readonly Step[] {
  const names = targets.flatMap((target) =>
    target.kind === 'thing' ? [nameOf(view.scene.things[target.index]!)] : [],
  )
  return stepsFor(
    view.scene,
    targets,
    ({ clothes }) => ({
      color: dye,
      ...(clothes === undefined ? {} : { clothes: recoloredClothes(clothes, dye, view.words) }),
    }),
    `The ${names[0]} is ${dye} already.`,
  )
}

/** One part takes the colour; the rest of the thing stays as it is. */
function recolorPiece(
  { part, targets }: Piece,
  dye: ReturnType<typeof dyeOf> & string,
  view: SceneView,
): readonly Step[] {
  return stepsFor(
    view.scene,
    targets,
    ({ parts }) => (parts?.[part] === dye ? {} : { parts: { ...parts, [part]: dye } }),
    `The ${part} is ${dye} already.`,
  )
}

/** The walls of a room are a field of its world; all else of the world is coloured as pixels. */
function recolorPart(
  part: string,
  color: string,
  dye: ReturnType<typeof dyeOf> & string,
  view: SceneView,
): readonly Step[] {
  const { world } = view.scene
  if (part === 'wall' && world.land !== 'library')
    return world.backdrop === dye
      ? [note(`The wall is ${dye} already.`)]
      : [toScene({ ...view.scene, world: { ...world, backdrop: dye } })]
  return colorRegion(part, color, view)
}
