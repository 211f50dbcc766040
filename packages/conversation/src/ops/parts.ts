import { bare, readPhrase } from '../reading/phrase.ts'
import { findTargets, referred, type Target } from '../scene-edit/targets.ts'
import type { SceneView } from './op.ts'
import { mainThing, nameOf } from './subject.ts'

const CLOTHES =
  /\b(?:shirt|blouse|t-?shirt|top|sweater|jumper|pullover|hoodie|jacket|coat|dress|skirt|suit|clothes|clothing|outfit|trousers|pants|jeans|uniform|robe|vest)\b/i
const HAIR = /\b(?:hair|fur|coat of fur|skin|feathers|mane)\b/i

const PART_KINDS = new Set(['clothing', 'part'])

/**
 * A part of a thing that its drawing does not tell from the rest (see `scene-edit/pieces.ts` for those that it does). A person's clothes and
 * an animal's fur can be coloured all the same, a wheel alone cannot; then the sentence says so.
 */
export function partsOwner(
  target: string,
  view: SceneView,
): { readonly targets: readonly Target[]; readonly note: string } | { readonly refused: string } | null {
  const noun = bare(target)
  // A thing that could stand by itself, and is not there, is no part of another.
  const own = readPhrase(view.words, noun).things.some(
    ({ roughly, kinds }) =>
      !roughly && kinds.some((kind) => !PART_KINDS.has(view.words.kinds.get(kind)?.category ?? 'clothing')),
  )
  if (own) return null
  const pointed = referred(view).find(({ kind }) => kind === 'thing')
  const before =
    view.lastTarget === null
      ? undefined
      : findTargets(view.lastTarget, view).find(({ kind }) => kind === 'thing')
  const owner = pointed ?? before ?? soleOwner(noun, view)
  if (owner === null || owner.kind !== 'thing') return null
  const thing = view.scene.things[owner.index]!
  const category = view.words.kinds.get(thing.kind)?.category
  const living = category === 'person' || category === 'fantasy'
  if (CLOTHES.test(noun) && living)
    return { targets: [owner], note: `The clothes of the ${nameOf(thing)} take their colour together.` }
  if (HAIR.test(noun) && !living)
    return { targets: [owner], note: `The ${nameOf(thing)} takes its colour as a whole.` }
  return {
    refused: `I can colour the ${nameOf(thing)} as a whole, but not its ${noun} alone; ask for the whole ${nameOf(thing)} if that will do.`,
  }
}

/** The thing that a part belongs to: of a person if it is one's, else the main thing. */
function soleOwner(noun: string, view: SceneView): Target | null {
  const body = readPhrase(view.words, noun).meanings.some(
    ({ field, value }) => field === 'category' && (value === 'body' || value === 'part'),
  )
  const living = view.scene.things.findIndex(({ kind }) =>
    ['person', 'animal', 'fantasy', 'bird'].includes(view.words.kinds.get(kind)?.category ?? ''),
  )
  const index = (body || CLOTHES.test(noun)) && living >= 0 ? living : mainThing(view.scene)
  if (index === null) return null
  const thing = view.scene.things[index]!
  return {
    kind: 'thing',
    index,
    members: thing.group?.members ?? Array.from({ length: thing.count }, (_, member) => member),
  }
}
