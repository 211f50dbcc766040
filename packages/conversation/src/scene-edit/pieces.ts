import type { Part, Scene, Thing } from '@plantain/core'
import { partsOf } from '@plantain/scene'
import { partNamed } from '../reading/parts.ts'
import { sameWords } from '../reading/phrase.ts'
import type { Vocabulary } from '../reading/vocabulary.ts'
import { findTargets, referred, type Searched, type Target } from './targets.ts'
import { membersOf } from './things.ts'

/** A part of things that can have a colour of its own: the hair of this man, the handles of these mugs. */
export interface Piece {
  readonly part: Part
  readonly targets: readonly (Target & { readonly kind: 'thing' })[]
}

/** Whether a thing is drawn so that this part of it can be coloured. */
export function hasPiece(scene: Scene, thing: Thing, part: Part, { kinds }: Vocabulary): boolean {
  const kind = kinds.get(thing.kind)
  return kind !== undefined && partsOf(scene, thing, kind).includes(part)
}

/**
 * The part that a phrase names: of whose it is said to be, else of what the message refers to, of what was spoken of before, of whatever there
 * is that has one. Null where the phrase names none, or a thing that stands by itself.
 */
export function pieceIn(phrase: string, among: Searched, before: string | null): Piece | null {
  const id = /^(?:el:)?(.+)-part-(\w+)$/.exec(phrase)
  const named = partNamed(id === null ? phrase : id[2]!)
  if (named === null) return null
  const { scene, words } = among
  const { part } = named
  if (
    scene.things.some(
      ({ kind, word }) => sameWords(kind, part) || (word !== undefined && sameWords(word, part)),
    )
  )
    return null
  const owner = id === null ? named.owner : `el:${id[1]}`
  const having = (targets: readonly Target[]): Piece['targets'] =>
    targets.flatMap((target) =>
      target.kind === 'thing' && hasPiece(scene, scene.things[target.index]!, part, words) ? [target] : [],
    )
  const all = having(
    scene.things.map((thing, index) => ({ kind: 'thing', index, members: membersOf(thing) })),
  )
  const chosen = [
    owner === '' ? [] : having(findTargets(owner, among)),
    having(referred(among)),
    before === null ? [] : having(findTargets(before, among)),
    largest(all, scene),
  ].find((targets) => targets.length > 0)
  return chosen === undefined ? null : { part, targets: chosen }
}

function largest(targets: Piece['targets'], { things }: Scene): Piece['targets'] {
  return [...targets].sort((a, b) => things[b.index]!.height - things[a.index]!.height).slice(0, 1)
}
