import type { Part, Thing } from '@plantain/core'
import { findTargets, referred, type Target } from '../scene-edit/targets.ts'
import { isLiving } from '../scene-edit/wear.ts'
import type { Where } from '../scene-edit/where.ts'
import type { Place, Relation } from '../reading/place.ts'
import { partNamed } from '../reading/parts.ts'
import { readPhrase, says } from '../reading/phrase.ts'
import type { SceneView } from './op.ts'

/** A place in this picture; the sentence where what it is relative to is not there. */
export function whereOf(place: Place, view: SceneView): Where | { readonly refused: string } {
  if (place.kind === 'area') return place
  const { relation, of } = place
  if (relation === 'between') {
    const pair = pairOf(of, view)
    if (pair !== null) return { kind: 'between', indices: pair }
  }
  if (/^(?:air|mid-?air|the air)$/.test(of)) return { kind: 'part', relation: 'on', part: 'sky' }
  const [target] = THEY.test(of) ? spokenOf(view) : findTargets(of, view)
  if (target?.kind === 'thing') return { kind: 'thing', relation, index: target.index }
  if (target?.kind === 'part') return { kind: 'part', relation, part: target.part.id }
  const held = onBody(relation, of, view)
  if (held !== null) return held
  const owner = ownerOf(of, view)
  if (owner !== null) return { kind: 'thing', relation, ...owner }
  // "on the ground", "in the scene": everywhere.
  const phrase = readPhrase(view.words, of)
  if (says(phrase, 'land') || says(phrase, 'cover') || says(phrase, 'category', 'surface'))
    return { kind: 'part', relation, part: 'ground' }
  return { refused: `I see no ${of} in the picture.` }
}

const LIMB =
  /^(?:(?:his|her|its|their|the|one|left|right) )*(?:(.+?)['’]s? )?(?:(?:left|right) )?(hands?|paws?|arms?|mouth|beak|teeth|head|lap|shoulders?|back)(?: of (.+))?$/i

/** "In his hand" is held by him, "on her head", "on its back" is on them; null for other places, and where nobody is. */
function onBody(relation: Relation, of: string, view: SceneView): Where | null {
  const [, whose, limb, whom] = LIMB.exec(of) ?? []
  if (limb === undefined) return null
  const owner = whose ?? whom
  const isBody = (target: Target): boolean =>
    target.kind === 'thing' && isLiving(view.words.kinds.get(view.scene.things[target.index]!.kind))
  const meant =
    owner === undefined ? [...referred(view), ...lastOf(view), ...everyBody(view)] : findTargets(owner, view)
  const body = meant.find(isBody)
  if (body?.kind !== 'thing') return null
  // "Above his head" and "behind her back" are where they say.
  const carried = /^(?:head|lap|shoulder|back)/i.test(limb) ? 'on' : 'holding'
  return {
    kind: 'thing',
    relation: relation === 'on' || relation === 'in' ? carried : relation,
    index: body.index,
  }
}
const lastOf = (view: SceneView): readonly Target[] =>
  view.lastTarget === null ? [] : findTargets(view.lastTarget, view)
/** Those that stand by themselves, people before animals. */
const everyBody = ({ scene, words, ...view }: SceneView): readonly Target[] =>
  scene.things
    .filter(({ parent }) => parent === null)
    .toSorted((one, other) => Number(isPerson(other, words)) - Number(isPerson(one, words)))
    .flatMap(({ id }) => findTargets(`el:${id}`, { ...view, scene, words }))
const isPerson = ({ kind }: Thing, words: SceneView['words']): boolean =>
  words.kinds.get(kind)?.category === 'person'

/** The thing whose part a place names: "on the roof" is on the house; null where no thing here has such a part. */
function ownerOf(of: string, view: SceneView): { readonly index: number; readonly part: Part } | null {
  const named = partNamed(of)
  if (named === null || !OF_BUILDINGS.has(named.part)) return null
  const isBuilding = (target: Target): boolean =>
    target.kind === 'thing' &&
    view.words.kinds.get(view.scene.things[target.index]!.kind)?.category === 'building'
  // "On the church door": whose it is said to be; else of what is spoken of, else of the first that is there.
  const whose = named.owner === '' ? of.replace(/\s*\S+$/, '') : named.owner
  const own = whose === '' ? [] : findTargets(whose, view)
  const found = [...own, ...referred(view), ...lastOf(view), ...everyBody(view)].find(isBuilding)
  return found?.kind === 'thing' ? { index: found.index, part: named.part } : null
}
const OF_BUILDINGS: ReadonlySet<Part> = new Set(['roof', 'chimney', 'door'])

/** "Them", "the two", "the dog and the snowman": two things that stand by themselves; null where it is not two. */
function pairOf(of: string, view: SceneView): readonly [number, number] | null {
  const named = of.split(/\s+and\s+/)
  const meant =
    named.length === 2
      ? named.flatMap((name) => findTargets(name, view).slice(0, 1))
      : PRONOUN.test(of)
        ? referred(view)
        : []
  const roots = view.scene.things.flatMap(({ parent }, index) => (parent === null ? [index] : []))
  const found = [...new Set(meant.flatMap((target) => (target.kind === 'thing' ? [target.index] : [])))]
  const [one, other] = found.length === 2 ? found : PRONOUN.test(of) && roots.length === 2 ? roots : []
  return one === undefined || other === undefined ? null : [one, other]
}
const PRONOUN = /^(?:them|both|these|those|(?:the )?two|(?:the )?two of them|both of them|each other)$/i

/** "Above them": what the message refers to; else the first thing that stands by itself. */
function spokenOf(view: SceneView): readonly Target[] {
  const meant = referred(view)
  const first = view.scene.things.findIndex(({ parent }) => parent === null)
  if (meant.length > 0 || first < 0) return meant
  return findTargets(`el:${view.scene.things[first]!.id}`, view)
}
const THEY = /^(?:it|them|him|her|these|those|both)$/i
