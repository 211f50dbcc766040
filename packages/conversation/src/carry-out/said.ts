import type { Scene, Thing } from '@plantain/core'
import type { Asked } from '@plantain/scene/words'
import type { Aspect, Said } from '../ops/op.ts'
import { lemmaOf } from '../reading/nouns.ts'
import type { Vocabulary } from '../reading/vocabulary.ts'
import { worldParts } from '../world-parts.ts'

const FIELDS: Readonly<Partial<Record<Aspect, readonly string[]>>> = {
  weather: ['weather'],
  season: ['season'],
  time_of_day: ['time'],
  style: ['style'],
  light: ['light'],
  viewpoint: ['viewpoint'],
}

/** "in the rain", "on the lake": the noun alone. */
const nounOf = (word: string): string =>
  word
    .replace(/ of$/u, '')
    .replace(/^(?:(?:in|at|on|under|by|during|with|against|among|through) )?(?:(?:the|an?) )?(?=.)/u, '')

// Beside what a word says of an aspect it may push numbers and colours, and nothing else: "in the snow" is no word for winter.
const ASIDE = new Set(['push', 'grade', 'mood', 'use', 'flag', 'light'])

/** The person's words for aspects of a picture, where the picture holds what they mean. */
export function saidOf(asked: Asked, { world }: Scene, words: Vocabulary): Said {
  return Object.fromEntries(
    Object.entries(FIELDS).flatMap(([aspect, fields]) => {
      const found = asked.world.find(({ meanings, word }) => {
        const said = meanings.filter(({ way }) => way === 'said')
        const own = said.filter(({ field }) => fields.includes(field))
        const alone = said.every(({ field }) => fields.includes(field) || ASIDE.has(field))
        const holds = own.some(({ field, value }) => String(world[field as keyof typeof world]) === value)
        return own.length > 0 && alone && holds && !/\bsk(?:y|ies)$/.test(word)
      })
      return found === undefined ? [] : [[aspect, english(nounOf(found.word), words)]]
    }),
  )
}

/** The person's words for parts of the world: "cliff" for the relief of mountains, "pond" as it is. */
export function partNames(
  asked: Asked,
  scene: Scene,
  prompt: string,
  words: Vocabulary,
): Record<string, string> {
  const units = words.text.units(prompt)
  const told = [
    // What one does there (sailing, surfing) is no name for it.
    ...asked.world.filter(({ word }) => !/(?<!clear|spr)ing$/iu.test(word)),
    // What is asked for as a thing and shown as the world.
    ...asked.things
      .filter((thing) => !scene.things.some(({ kind }) => thing.kinds.includes(kind)))
      .map(({ word, world, kinds }) => ({
        word,
        meanings: [...world, ...kinds.map((value) => ({ field: 'thing', value, way: 'said' as const }))],
      })),
  ]
  const names: Record<string, string> = {}
  for (const part of worldParts) {
    if (part.name(scene.world) === null) continue
    const means = part.means(scene.world)
    const found = told.find(
      ({ meanings }) =>
        // "Crossing" is what a train does, and no road.
        meanings.every(({ field, way }) => field !== 'state' && (field !== 'relation' || way === 'likely')) &&
        meanings.some(
          ({ field, value, way }) =>
            way !== 'likely' && means.some(([one, other]) => one === field && other === value),
        ),
    )
    const called = units.find(({ word }) => part.also.includes(word.split(' ').at(-1)!))
    const name = found ?? called
    if (name !== undefined) names[part.id] = english(nounOf(name.word), words)
  }
  return names
}

/** The person's words for states of things: "smiling" for happy. */
export function stateNames(prompt: string, { things }: Scene, words: Vocabulary): Record<string, string> {
  const units = words.text.units(prompt)
  const wordFor = ({ state }: Thing): string | undefined =>
    units.find(
      ({ meanings }) =>
        meanings.some((one) => one.field === 'state' && one.value === state && one.way === 'said') &&
        meanings.every(({ field }) => field === 'state' || field === 'mood'),
    )?.word
  return Object.fromEntries(
    things.flatMap((thing) =>
      thing.state === 'none' || wordFor(thing) === undefined
        ? []
        : [[thing.id, english(wordFor(thing)!, words)]],
    ),
  )
}

const english = (word: string, words: Vocabulary): string => lemmaOf(words, word, word)
