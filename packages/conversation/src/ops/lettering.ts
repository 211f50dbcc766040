import type { Operation } from '@plantain/core'
import { withThing } from '../scene-edit/things.ts'
import { note, toScene, type PlainStep, type View } from './op.ts'

const isText = ({ operator }: Operation): boolean => operator === 'text'
const wording = ({ params }: Operation): string => String(params['value'] ?? '')

/** Words for all lettering of a picture, or for its only one. */
const ANY =
  /^(?:all |the |that |this |any )*(?:text|lettering|letters?|words?|writing|caption|title|heading|headline|subtitle|slogan|watermark|wording|inscription|label)s?$/i
export const isLettering = (target: string): boolean => ANY.test(target.trim())

/** A lettering of the picture: of a thing, or laid over. */
export type Lettering =
  | { readonly on: 'thing'; readonly index: number; readonly value: string }
  | { readonly on: 'picture'; readonly index: number; readonly value: string }

/** All lettering, in the order in which it was written. */
export function letteringIn({ scene, operations }: View): readonly Lettering[] {
  return [
    ...(scene?.things ?? []).flatMap(({ text }, index) =>
      text === undefined ? [] : [{ on: 'thing', index, value: text } as const],
    ),
    ...operations.flatMap((operation, index) =>
      isText(operation) ? [{ on: 'picture', index, value: wording(operation) } as const] : [],
    ),
  ]
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/["“”'‘’.!?]/g, '')
    .trim()

/** Lettering that a wish means: by its wording, by its id, or all of it. */
export function findLettering(target: string | undefined, view: View): readonly Lettering[] {
  const all = letteringIn(view)
  if (target === undefined) return all
  const said = plain(target.replace(/^el:/, ''))
  const numbered = /^text(\d+)$/.exec(said)
  if (numbered !== null) {
    const nth = all.filter(({ on }) => on === 'picture')[Number(numbered[1]) - 1]
    return nth === undefined ? [] : [nth]
  }
  const exact = all.filter(({ value }) => plain(value) === said)
  if (exact.length > 0) return exact
  const partly = all.filter(({ value }) => said.length > 2 && plain(value).includes(said))
  if (partly.length > 0) return partly
  return isLettering(target) ? all : []
}

/** Takes lettering away: of that wording, or all of it where none is named. */
export function withoutLettering(view: View, target: string | null): readonly PlainStep[] {
  const found = findLettering(target ?? undefined, view)
  if (found.length === 0)
    return [
      note(target === null ? 'There is no lettering in the picture.' : `I see no ${target} in the picture.`),
    ]
  const gone = new Set(found.flatMap((one) => (one.on === 'picture' ? [one.index] : [])))
  let { scene } = view
  for (const one of found) {
    if (one.on !== 'thing' || scene === null) continue
    const { text: _text, ...blank } = scene.things[one.index]!
    scene = { ...scene, things: scene.things.map((thing, index) => (index === one.index ? blank : thing)) }
  }
  return [
    ...(scene !== null && scene !== view.scene ? [toScene(scene)] : []),
    ...(gone.size > 0
      ? [{ do: 'operations', operations: view.operations.filter((_, index) => !gone.has(index)) } as const]
      : []),
  ]
}

/** Other wording or another manner for a lettering. */
export function rewritten(
  view: View,
  one: Lettering,
  value: string | undefined,
  params: Operation['params'],
): PlainStep {
  if (one.on === 'thing') return toScene(withThing(view.scene!, one.index, { text: value ?? one.value }))
  const operations = view.operations.map((operation, index) =>
    index === one.index
      ? {
          ...operation,
          params: { ...operation.params, ...params, ...(value === undefined ? {} : { value }) },
        }
      : operation,
  )
  return { do: 'operations', operations }
}
