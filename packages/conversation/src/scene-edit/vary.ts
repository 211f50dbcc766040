import { COLORS, type Scene, type Thing, type World } from '@plantain/core'

/** What may differ between versions of one idea: places, sizes and the forms of the land. What was asked for stays. */
export const LOOSE_WORLD: readonly (keyof World)[] = [
  'horizon',
  'relief',
  'sunX',
  'sunY',
  'clouds',
  'haze',
  'shore',
  'focus',
]
export const LOOSE_THING: readonly (keyof Thing)[] = ['x', 'y', 'height', 'right', 'variant']

/** Which fields are free when a wording says what shall differ ("other colours", "different pose", "another background"). */
export function freeFor(value: string | undefined): {
  readonly world: readonly string[]
  readonly thing: readonly string[]
} {
  const text = (value ?? '').toLowerCase()
  if (/colou?r|palette/.test(text)) return { world: [], thing: ['color', 'variant'] }
  if (/pose|position|posture|angle|direction/.test(text)) return { world: [], thing: ['x', 'right', 'state'] }
  if (/size/.test(text)) return { world: [], thing: ['height'] }
  if (/background|place|setting|landscape|scenery/.test(text))
    return { world: ['land', 'water', 'cover', 'backdrop', ...LOOSE_WORLD], thing: [] }
  if (/light|time|hour|mood/.test(text))
    return { world: ['time', 'sun', 'moon', 'sunX', 'sunY', 'light', 'drama', 'clouds'], thing: [] }
  if (/weather|sky|cloud/.test(text))
    return { world: ['weather', 'clouds', 'sun', 'haze', 'intensity'], thing: [] }
  if (/layout|composition|arrange/.test(text))
    return { world: ['horizon', 'shore'], thing: ['x', 'y', 'height', 'right'] }
  return { world: LOOSE_WORLD, thing: LOOSE_THING }
}

/** Another colour for each thing, by number: where colours shall differ they do. */
export const recoloured = (scene: Scene, turn: number): Scene => ({
  ...scene,
  things: scene.things.map((thing, index) => ({
    ...thing,
    color: COLORS[1 + ((COLORS.indexOf(thing.color) + 3 * turn + index) % (COLORS.length - 1))]!,
  })),
})
