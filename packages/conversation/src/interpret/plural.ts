import type { Element, Interpretation, Message } from '@plantain/core'
import { sceneBefore } from './before.ts'

const QUANTIFIED =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|both|some|few|couple|half|several|each other|only|first|second|third|last|other|others|another|left|right|middle|top|bottom|except|but)\b|\d/i
const irregular: Readonly<Record<string, string>> = {
  people: 'person',
  men: 'man',
  women: 'woman',
  children: 'child',
  mice: 'mouse',
  geese: 'goose',
  leaves: 'leaf',
  knives: 'knife',
  loaves: 'loaf',
  wolves: 'wolf',
}

/**
 * "Make the apples green" of four apples means four: where a message names a thing in the plural, puts no number to it and tells none
 * from the others, and two or more of them but not all are referred to, the rest are, too. English only; singular names are left alone.
 */
export function agreed(reading: Interpretation, { message, history }: Message): Interpretation {
  if (reading.kind !== 'edit' || QUANTIFIED.test(message)) return reading
  const scene = sceneBefore(history)
  const plurals = new Set(
    (message.toLowerCase().match(/\p{L}+/gu) ?? []).flatMap((word) => {
      const one = irregular[word] ?? singular(word)
      return one === null ? [] : [one]
    }),
  )
  const meant = new Set(reading.refers_to)
  const added = [...plurals].flatMap((noun) => {
    const all = scene.filter(({ name }) => headOf(name) === noun)
    const said = all.filter(({ id }) => meant.has(`el:${id}`))
    const rest = all.filter(({ id }) => !meant.has(`el:${id}`))
    return said.length < 2 || tellsApart(message, said, rest) ? [] : rest.map(({ id }) => `el:${id}` as const)
  })
  return added.length === 0 ? reading : { ...reading, refers_to: [...reading.refers_to, ...added] }
}

const singular = (word: string): string | null =>
  /(?:s|x|z|ch|sh)es$/.test(word)
    ? word.slice(0, -2)
    : /[^aeiou]ies$/.test(word)
      ? `${word.slice(0, -3)}y`
      : /[^s]s$/.test(word)
        ? word.slice(0, -1)
        : null

const headOf = (name: string): string => {
  const last = name.toLowerCase().split(/\s+/).at(-1) ?? ''
  return irregular[last] ?? last
}

/** A colour, state or place that the message names, and that only those meant have. */
function tellsApart(message: string, said: readonly Element[], rest: readonly Element[]): boolean {
  const text = message.toLowerCase()
  return (['color', 'state', 'region'] as const).some((key) =>
    said.some(
      (one) =>
        one[key] !== undefined &&
        text.includes(String(one[key]).toLowerCase()) &&
        !rest.some((other) => other[key] === one[key]),
    ),
  )
}
