import type { ArtifactId, Bitmap, Layer, Rect, Scene, SummaryThing, Wish } from '@plantain/core'
import { paste } from '@plantain/imaging'
import type { Draft } from '../carry-out/draft.ts'
import type { Task, Tools } from '../perform.ts'
import type { Vocabulary } from '../reading/vocabulary.ts'
import type { Photo } from './photo.ts'

/** A wish about an upload, and all that its doing looks at. */
export interface Asked {
  readonly wish: Wish
  readonly draft: Draft
  readonly photo: Photo
  readonly words: Vocabulary
  readonly task: Task
  readonly tools: Tools
  readonly signal: AbortSignal
  /** What the picture shows by now. */
  readonly things: readonly SummaryThing[]
  /** The box around what the person painted over, in pixels; null where they did not. */
  readonly spot: Rect | null
}

export const told = (draft: Draft, ...notes: readonly string[]): Draft => ({
  ...draft,
  notes: [...draft.notes, ...notes.filter((one) => !draft.notes.includes(one))],
})

/** The pixels behind all layers. */
export const plateOf = async ({ photo, tools }: Asked): Promise<Bitmap> =>
  photo.plate === null ? photo.bitmap : tools.load(photo.plate)

/** The picture made anew from what is behind and what stands in front, in order. */
export async function withLayers(
  asked: Asked,
  plate: Bitmap,
  layers: readonly Layer[],
  things: readonly SummaryThing[],
): Promise<Draft> {
  const { draft, photo, tools } = asked
  let image = plate
  for (const layer of layers) image = paste(image, await tools.load(layer.artifact), layer).image
  const behind =
    layers.length === 0 ? null : plate === photo.bitmap ? photo.artifact : await tools.save(plate)
  const artifact = await tools.save(image)
  return {
    ...draft,
    things: [
      ...things.filter(({ id }) => !layers.some((layer) => layer.id === id)),
      ...layers.map((layer) => thingOf(layer, image)),
    ],
    // Where things are is looked up anew with the next message; within this one the regions found before still hold.
    photo: { ...photo, artifact, bitmap: image, plate: behind, layers, found: new Map() },
  }
}

/** Another picture in place of this one: what was laid over is part of it from now on. */
export async function replaced(asked: Asked, image: Bitmap, more: Partial<Draft> = {}): Promise<Draft> {
  const { draft, photo, tools } = asked
  const artifact: ArtifactId = await tools.save(image)
  return {
    ...draft,
    things: asked.things,
    ...more,
    photo: { ...photo, artifact, bitmap: image, plate: null, layers: [], found: new Map() },
  }
}

function thingOf({ id, name, x, y, width, height }: Layer, image: Bitmap): SummaryThing {
  const share = (value: number, whole: number): number =>
    Math.round((Math.min(whole, Math.max(0, value)) / whole) * 10_000) / 10_000
  const [left, top] = [share(x, image.width), share(y, image.height)]
  const box = [
    left,
    top,
    share(x + width, image.width) - left,
    share(y + height, image.height) - top,
  ] as const
  const column = left + box[2] / 2
  return { id, name, region: column < 0.4 ? 'left' : column > 0.6 ? 'right' : 'center', box }
}

/** A scene's own words for what an upload cannot tell of itself. */
export const HOURS: Readonly<Record<string, Scene['world']['time']>> = {
  night: 'night',
  dusk: 'dusk',
  sunset: 'sunset',
}
