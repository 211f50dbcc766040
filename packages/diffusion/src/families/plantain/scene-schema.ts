import {
  COLORS,
  COVERS,
  GRADES,
  LANDS,
  LIGHTS,
  MATERIALS,
  MAX_COUNT,
  MAX_THINGS,
  MOODS,
  MOONS,
  PARTS,
  PlantainError,
  SEASONS,
  STATES,
  STYLES,
  SUPPORTS,
  TIMES,
  VIEWPOINTS,
  WATERS,
  WEATHERS,
  type Scene,
  type Thing,
  type World as SceneWorld,
} from '@plantain/core'
import { z } from 'zod'

const share = z.number().min(0).max(1)

const World = z.strictObject({
  land: z.enum(LANDS),
  water: z.enum(WATERS),
  cover: z.enum(COVERS),
  season: z.enum(SEASONS),
  time: z.enum(TIMES),
  weather: z.enum(WEATHERS),
  moon: z.enum(MOONS),
  style: z.enum(STYLES),
  viewpoint: z.enum(VIEWPOINTS),
  light: z.enum(LIGHTS),
  grade: z.enum(GRADES),
  backdrop: z.enum(COLORS),
  sun: z.boolean(),
  rainbow: z.boolean(),
  aurora: z.boolean(),
  lightning: z.boolean(),
  horizon: share,
  relief: share,
  sunX: share,
  sunY: share,
  clouds: share,
  haze: share,
  drama: share,
  shore: share,
  intensity: share,
  focus: share,
})
const place = z
  .int()
  .min(0)
  .max(MAX_THINGS - 1)
  .nullable()
const Facts = z.strictObject({
  kind: z.string().min(1).max(80),
  color: z.enum(COLORS),
  material: z.enum(MATERIALS),
  state: z.enum(STATES),
  variant: z.int().min(0).max(3),
  count: z.int().min(1).max(MAX_COUNT),
  x: share,
  y: share,
  height: z.number().min(0.02).max(1.2),
  right: z.boolean(),
  support: z.enum(SUPPORTS),
  parent: place,
})
const ThingSchema = Facts.extend({
  id: z.string().min(1).max(80),
  word: z.string().max(200).optional(),
  text: z.string().max(200).optional(),
  clothes: z.string().max(200).optional(),
  looks: z.string().max(200).optional(),
  mood: z.enum([...MOODS, 'none']).optional(),
  parts: z.partialRecord(z.enum(PARTS), z.enum(COLORS)).optional(),
  group: z
    .strictObject({
      id: z.string().min(1).max(80),
      size: z.int().min(1).max(MAX_COUNT),
      members: z
        .array(
          z
            .int()
            .min(0)
            .max(MAX_COUNT - 1),
        )
        .min(1),
    })
    .optional(),
})

const SceneSchema = z
  .strictObject({
    seed: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
    world: World,
    things: z.array(ThingSchema).max(MAX_THINGS),
  })
  .refine(
    ({ things }) =>
      things.every(({ parent }, index) => parent === null || (parent !== index && parent < things.length)),
    {
      error: 'a thing stands on one that the scene does not have',
    },
  )

export type WorldField = keyof SceneWorld
/** What can be said of a thing; its name, its word and its lettering are not denoised. */
export type ThingField = Exclude<keyof Thing, 'id' | 'word' | 'text'>
export const WORLD_FIELD_NAMES: readonly WorldField[] = World.keyof().options
export const THING_FIELD_NAMES: readonly ThingField[] = Facts.keyof().options
export const worldField: z.ZodType<WorldField> = World.keyof()
export const thingField: z.ZodType<ThingField> = Facts.keyof()
export const someThingFacts: z.ZodType<Partial<Pick<Thing, ThingField>>> = Facts.partial() as z.ZodType<
  Partial<Pick<Thing, ThingField>>
>

/** A scene from outside (a recipe, a request), checked. Throws INVALID_ARGUMENT naming the first place that is amiss. */
export function readScene(value: unknown): Scene {
  const read = SceneSchema.safeParse(value)
  if (read.success) return read.data as Scene
  throw new PlantainError(
    'INVALID_ARGUMENT',
    `the scene cannot be read: ${firstIssue(read.error)}; give one that this model made`,
  )
}

export function firstIssue(error: z.ZodError): string {
  const [issue] = error.issues
  return issue === undefined ? 'unknown' : `${issue.path.map(String).join('.') || 'it'}: ${issue.message}`
}
