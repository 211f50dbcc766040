import type { Scene, Thing } from '@plantain/core'
import { isIndoors } from './world-parts.ts'

/** A scene in words, as a prompt would put it: what the composer reads beside what it is given. */
export function describeScene({ world, things }: Scene): string {
  const place = [
    world.style === 'natural' ? '' : `${world.style} picture of`,
    things.map((thing) => describeThing(thing, things)).join(', '),
    isIndoors(world) ? `in a ${world.land}` : `${world.land}`,
    world.water === 'none' ? '' : `with a ${world.water}`,
    world.cover === 'none' ? '' : world.cover,
    world.season,
    world.time,
    world.weather,
    world.viewpoint === 'eye level' ? '' : world.viewpoint,
  ]
  return place
    .filter((part) => part !== '')
    .join(', ')
    .replace(' of, ', ' of ')
}

const NUMBERS = [
  '',
  '',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]
const HOW: Readonly<Partial<Record<Thing['support'], string>>> = {
  on: 'on',
  in: 'in',
  under: 'under',
  worn: 'on',
  held: 'held by',
}

function describeThing(thing: Thing, things: readonly Thing[]): string {
  const { kind, color, material, state, count, support, parent } = thing
  const words = [
    NUMBERS[count] ?? '',
    state === 'none' ? '' : state,
    color === 'auto' ? '' : color,
    material === 'none' ? '' : material,
    kind,
  ]
  const holder = parent === null ? '' : ` ${HOW[support] ?? 'on'} the ${things[parent]!.kind}`
  return `${words.filter((word) => word !== '').join(' ')}${holder}`
}
