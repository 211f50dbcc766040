import { readFileSync } from 'node:fs'
import type { Scene, Thing, Wish, World } from '@plantain/core'
import { parseCatalog } from '@plantain/scene'
import { text } from '../../scene/src/words/lexicon.contract.ts'
import { opNamed } from './ops/index.ts'
import type { Step, View } from './ops/op.ts'
import type { Vocabulary } from './reading/vocabulary.ts'

// Small scenes for tests of wishes, and the words of the model; no network, no painting.

const folder = new URL('../../../models/plantain-tiny/', import.meta.url)
const json = (name: string): object => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as object

export const vocabulary: Vocabulary = {
  text,
  kinds: new Map(
    [...parseCatalog(json('renderer/catalog.json'))].filter(([, { art }]) => art.default.length > 0),
  ),
}

export const WORLD: World = {
  land: 'hills',
  water: 'lake',
  cover: 'grass',
  season: 'summer',
  time: 'afternoon',
  weather: 'clear',
  moon: 'none',
  style: 'natural',
  viewpoint: 'eye level',
  light: 'natural',
  grade: 'none',
  backdrop: 'auto',
  sun: true,
  rainbow: false,
  aurora: false,
  lightning: false,
  horizon: 0.45,
  relief: 0.4,
  sunX: 0.7,
  sunY: 0.6,
  clouds: 0.3,
  haze: 0.2,
  drama: 0,
  shore: 0.5,
  intensity: 0.4,
  focus: 0,
}

export const thing = (id: string, kind: string, change: Partial<Thing> = {}): Thing => ({
  id,
  kind,
  color: 'auto',
  material: 'none',
  state: 'none',
  variant: 0,
  count: 1,
  x: 0.5,
  y: 0.8,
  height: 0.25,
  right: true,
  support: 'ground',
  parent: null,
  ...change,
})

export const sceneOf = (things: readonly Thing[], world: Partial<World> = {}): Scene => ({
  seed: 7,
  world: { ...WORLD, ...world },
  things,
})

/** A red house on the left, three cows on the right, a man with a hat and an umbrella. */
export const farm: Scene = sceneOf([
  thing('t1', 'house', { color: 'red', x: 0.25, y: 0.75, height: 0.35 }),
  thing('t2', 'cow', { count: 3, x: 0.72, y: 0.85, height: 0.14 }),
  thing('t3', 'man', { x: 0.5, y: 0.9, height: 0.3, color: 'blue' }),
  thing('t4', 'hat', { parent: 2, support: 'worn', color: 'black', x: 0.5, y: 0.6, height: 0.05 }),
  thing('t5', 'umbrella', { parent: 2, support: 'held', x: 0.55, y: 0.7, height: 0.2 }),
])

/** Elements by the boxes that the scene's own numbers give. */
const elementsOf = (scene: Scene): View['elements'] =>
  scene.things.flatMap(({ id, kind, word, count, x, y, height }) =>
    Array.from({ length: count }, (_, n) => ({
      id: count === 1 ? id : `${id}.${n + 1}`,
      name: word ?? kind,
      box: [x + (n - (count - 1) / 2) * 0.1 - height / 2, y - height, height, height] as const,
    })),
  )

export const viewOf = (scene: Scene | null, change: Partial<View> = {}): View => ({
  photo: null,
  scene,
  base: { width: 512, height: 512 },
  size: { width: 512, height: 512 },
  operations: [],
  elements: scene === null ? [] : elementsOf(scene),
  words: vocabulary,
  refers: [],
  painted: null,
  message: '',
  past: [],
  sceneOf: () => undefined,
  lastTarget: null,
  leans: false,
  ...change,
})

export const plan = (wish: Wish, scene: Scene | null = farm, change: Partial<View> = {}): readonly Step[] =>
  opNamed(wish.op).plan(wish, viewOf(scene, change))

/** The scene after a wish whose plan needs nobody else; throws with the sentence where there is none. */
export function after(wish: Wish, scene: Scene = farm, change: Partial<View> = {}): Scene {
  const steps = plan(wish, scene, change)
  const last = steps.findLast((step) => step.do === 'scene' || step.do === 'shape')
  if (last === undefined)
    throw new Error(steps.map((step) => (step.do === 'note' ? step.text : step.do)).join(' '))
  return last.scene
}
export const notesOf = (
  wish: Wish,
  scene: Scene | null = farm,
  change: Partial<View> = {},
): readonly string[] => plan(wish, scene, change).flatMap((step) => (step.do === 'note' ? [step.text] : []))
export const operationsOf = (
  wish: Wish,
  scene: Scene | null = farm,
  change: Partial<View> = {},
): View['operations'] =>
  plan(wish, scene, change).findLast((step) => step.do === 'operations')?.operations ?? []
