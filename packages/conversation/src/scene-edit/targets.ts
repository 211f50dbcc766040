import type { Element, Scene } from '@plantain/core'
import { bare, namedBy, readPhrase, sameWords, type Phrase } from '../reading/phrase.ts'
import { colorWord } from '../reading/colors.ts'
import type { Vocabulary } from '../reading/vocabulary.ts'
import { namesPart, worldParts, type WorldPart } from '../world-parts.ts'
import { elementId, membersOf } from './things.ts'

/** What an edit is about: some members of a thing, or a part of the world. */
export type Target =
  | { readonly kind: 'thing'; readonly index: number; readonly members: readonly number[] }
  | { readonly kind: 'part'; readonly part: WorldPart }

/** Everything that a target is looked up in. */
export interface Searched {
  readonly scene: Scene
  /** What the picture shows, by the names people use; boxes tell left from right. */
  readonly elements: readonly (Element & { readonly box?: readonly [number, number, number, number] })[]
  readonly words: Vocabulary
  /** `el:ID` that the message refers to. */
  readonly refers: readonly string[]
}

interface Member {
  readonly index: number
  readonly member: number
  readonly id: string
  readonly name: string
  readonly x: number
  readonly y: number
}

/** All single things of a scene, with the names people gave them and where they are seen. */
function membersIn({ scene, elements }: Searched): readonly Member[] {
  return scene.things.flatMap((thing, index) =>
    membersOf(thing).map((member) => {
      const id = elementId(thing, member)
      const element =
        elements.find((one) => one.id === id) ??
        elements.find((one) => one.id === (thing.group?.id ?? thing.id))
      const [left, top, width, height] = element?.box ?? [thing.x, thing.y - thing.height, 0, thing.height]
      return {
        index,
        member,
        id,
        name: element?.name ?? thing.word ?? thing.kind,
        x: left + width / 2,
        y: top + height / 2,
      }
    }),
  )
}

/**
 * What a phrase names in the picture: an element by id, things by the name that people gave them, by kind or by category; else a
 * part of the world. Colours and sides in the phrase tell apart ("the red car", "left house"), then what the message refers to.
 */
export function findTargets(target: string, among: Searched, region?: string): readonly Target[] {
  const byId = byElement(target.replace(/^el:/, ''), among)
  if (target.startsWith('el:')) return byId
  const phrase = readPhrase(among.words, bare(target))
  const all = membersIn(among)
  const named = byName(phrase, all, among)
  if (named.length > 0) return gathered(narrowed(named, phrase, among, region))
  if (byId.length > 0) return byId
  const parts = worldParts.filter((part) => namesPart(part, phrase, among.scene.world))
  return parts.slice(0, 1).map((part) => ({ kind: 'part', part }))
}

/** What the message refers to by id. */
export const referred = (among: Searched): readonly Target[] =>
  gatheredTargets(
    among.refers.filter((ref) => ref.startsWith('el:')).flatMap((ref) => byElement(ref.slice(3), among)),
  )

function byElement(id: string, among: Searched): readonly Target[] {
  const all = membersIn(among)
  const one = all.filter((member) => member.id === id)
  const whole =
    one.length > 0
      ? one
      : all.filter(({ index }) =>
          [among.scene.things[index]!.id, among.scene.things[index]!.group?.id].includes(id),
        )
  if (whole.length > 0) return gathered(whole)
  const part = worldParts.find((one) => one.id === id && one.name(among.scene.world) !== null)
  return part === undefined ? [] : [{ kind: 'part', part }]
}

function byName(phrase: Phrase, all: readonly Member[], { scene, words }: Searched): readonly Member[] {
  const noun = bare(phrase.text)
  const same = all.filter(({ name, index }) => sameWords(noun, name) || scene.things[index]!.kind === noun)
  if (same.length > 0) return same
  const close = all.filter(({ name }) => namedBy(noun, name))
  if (close.length > 0) return close
  const asked = phrase.things.at(-1)
  if (asked === undefined) return []
  const kinds = asked.roughly ? asked.kinds.slice(0, 1) : asked.kinds
  const kind = all.filter(({ index }) => kinds.includes(scene.things[index]!.kind))
  if (kind.length > 0) return kind
  const wide = all.filter(({ index }) =>
    words.text.lexicon
      .categories(scene.things[index]!.kind)
      .some(({ value }) => asked.categories.some((category) => within(value, category))),
  )
  if (wide.length > 0) return wide
  const rough = all.filter(({ index }) => asked.kinds.includes(scene.things[index]!.kind))
  return rough
}

/** A bird is an animal, a ship a vehicle. */
const WIDER: Readonly<Record<string, readonly string[]>> = {
  animal: ['bird', 'fish', 'insect'],
  plant: ['tree'],
  vehicle: ['watercraft', 'aircraft'],
  food: ['drink'],
}
const within = (category: string, wide: string): boolean =>
  category === wide || (WIDER[wide]?.includes(category) ?? false)

function narrowed(
  found: readonly Member[],
  phrase: Phrase,
  { scene, refers }: Searched,
  region?: string,
): readonly Member[] {
  if (found.length < 2) return found
  const pointed = found.filter(
    ({ id, index }) => refers.includes(`el:${id}`) || refers.includes(`el:${scene.things[index]!.id}`),
  )
  if (pointed.length > 0) return pointed
  const color = phrase.meanings.find(({ field }) => field === 'color')?.value
  const colored =
    color === undefined ? [] : found.filter(({ index }) => colorWord(scene.things[index]!) === color)
  const some = colored.length > 0 ? colored : found
  const side = sideOf(phrase, region)
  if (side === null || some.length < 2) return some
  const sorted = [...some].sort((a, b) => (side === 'left' || side === 'right' ? a.x - b.x : a.y - b.y))
  if (side === 'middle')
    return [...some].sort((a, b) => Math.abs(a.x - 0.5) - Math.abs(b.x - 0.5)).slice(0, 1)
  return [side === 'left' || side === 'top' ? sorted[0]! : sorted.at(-1)!]
}

type Side = 'left' | 'right' | 'top' | 'bottom' | 'middle'

function sideOf(phrase: Phrase, region: string | undefined): Side | null {
  const text = ` ${region ?? ''} ${phrase.text} `.toLowerCase()
  if (/\b(?:left|leftmost)\b/.test(text)) return 'left'
  if (/\b(?:right|rightmost)\b/.test(text)) return 'right'
  if (/\b(?:middle|center|centre)\b/.test(text)) return 'middle'
  if (/\b(?:top|upper|highest|back|background)\b/.test(text)) return 'top'
  if (/\b(?:bottom|lower|lowest|front|foreground)\b/.test(text)) return 'bottom'
  return null
}

function gathered(members: readonly Member[]): readonly Target[] {
  const by = new Map<number, number[]>()
  for (const { index, member } of members) by.set(index, [...(by.get(index) ?? []), member])
  return [...by].map(([index, list]) => ({ kind: 'thing', index, members: list }))
}

function gatheredTargets(targets: readonly Target[]): readonly Target[] {
  const parts = targets.filter((target) => target.kind === 'part')
  const things = targets.flatMap((target) => (target.kind === 'thing' ? [target] : []))
  const by = new Map<number, Set<number>>()
  for (const { index, members } of things) by.set(index, new Set([...(by.get(index) ?? []), ...members]))
  return [
    ...[...by].map(([index, members]): Target => ({
      kind: 'thing',
      index,
      members: [...members].sort((a, b) => a - b),
    })),
    ...parts,
  ]
}
