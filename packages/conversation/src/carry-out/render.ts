import {
  PlantainError,
  type ArtifactId,
  type Base,
  type Bitmap,
  type Document,
  type Mask,
  type Region,
  type Scene,
  type Thing,
} from '@plantain/core'
import {
  composite,
  difference,
  fullMask,
  inversePlacement,
  invertMask,
  maskFromDifference,
  placedBox,
  placementOf,
  samePlace,
  transformLabels,
  transformMask,
  uniteMasks,
  type Placement,
} from '@plantain/imaging'
import { withLettering } from '../lettering.ts'
import { locate, type Located } from '../locate.ts'
import type { PaintedScene, Performed, PictureState, Tools } from '../perform.ts'
import type { Vocabulary } from '../reading/vocabulary.ts'
import { LETTERING_ID, letteringOf, regionWord, summarize, type Named } from '../summary.ts'
import { GEOMETRIC, isGeometric } from '../ops/frame.ts'
import { developOver } from './develop.ts'
import type { Draft } from './draft.ts'
import { placementFrom } from './placement-from.ts'
import { paintChange, sameWorld } from './paint-change.ts'

export interface Rendering {
  readonly words: Vocabulary
  readonly seed: number
  /** What the picture is made from; null for one made from nothing. */
  readonly source: PictureState | null
  /** What must not change, by ids and names. */
  readonly keep: readonly string[]
  /** A mask that the person painted, at the size of the source: where it is 0 every byte stays. */
  readonly within?: Mask | null
  /** Words for parts of the world. */
  readonly names?: Readonly<Record<string, string>>
}

/** Label of pixels that are beyond the base's frame. */
const OUTSIDE = 0xffff

/** A picture that was made, and how its pixels came about. */
export interface Rendered {
  readonly picture: Performed
  readonly image: Bitmap
  /** Where the pixels of the picture that it was made from are in it. */
  readonly fromSource: Placement
  /** What the operations that are new cover together; null where one of them is for all of the picture, or the base changed. */
  readonly region: Mask | null
}

/** Makes the picture of a draft: paints what changed, develops the operations over it, and tells what it shows. */
export const renderDraft = async (
  draft: Draft,
  use: Rendering,
  tools: Tools,
  signal: AbortSignal,
): Promise<Performed> => (await renderWhole(draft, use, tools, signal)).picture

export async function renderWhole(
  draft: Draft,
  use: Rendering,
  tools: Tools,
  signal: AbortSignal,
): Promise<Rendered> {
  const { base, bitmap, painted } = await baseOf(draft, use, tools, signal)
  const labels = needsLabels(draft, use)
    ? (painted ?? (await tools.paint(draft.scene!, draft, signal))).labels
    : null
  const located: Located = {
    width: draft.width,
    height: draft.height,
    scene: draft.scene,
    labels,
    words: use.words,
    photo: draft.photo,
  }
  const covered = new Map<number, Mask | null>()
  const developed = await developOver(bitmap, draft.operations, { located, covered }, tools, signal)
  const { placement } = developed
  const fromSource =
    use.source === null ? placement : await placementFrom(use.source, draft, placement, tools)
  const image = await heldWithin(developed.image, use, tools)
  const held = image !== developed.image
  const artifact = draft.operations.length === 0 && !held ? base.artifact : await tools.save(image)
  const document: Document = held
    ? { base: flattened(base, image, artifact), operations: [] }
    : { base, operations: draft.operations }
  const picture = {
    document,
    artifact,
    width: image.width,
    height: image.height,
    summary: summaryOf(draft, image, labels, { placement, fromSource }, use),
    mask: await changeMask(image, use.source, tools),
    seed: use.seed,
  }
  return { picture, image, fromSource, region: coveredBy(draft, use, covered, base) }
}

/** The bytes of the source wherever the painted mask keeps them, whatever has reached there all the same. */
async function heldWithin(image: Bitmap, { within, source }: Rendering, tools: Tools): Promise<Bitmap> {
  if (within === null || within === undefined || source === null) return image
  const before = await tools.load(source.artifact)
  if (before.width !== image.width || before.height !== image.height) return image
  return difference(before, image, within).changedOutside === 0 ? image : composite(before, image, within)
}

/** The finished picture as a base: operations that a mask cut off cannot be developed again. */
function flattened(base: Base, { width, height }: Bitmap, artifact: ArtifactId): Base {
  return base.kind === 'scene' && base.width === width && base.height === height
    ? { kind: 'scene', scene: base.scene, width, height, artifact, held: true }
    : { kind: 'picture', artifact, width, height }
}

function coveredBy(
  { operations }: Draft,
  { source }: Rendering,
  covered: ReadonlyMap<number, Mask | null>,
  base: Base,
): Mask | null {
  const before = source?.document
  if (before === undefined || before.base.artifact !== base.artifact) return null
  const fresh = operations.flatMap((operation, index) =>
    before.operations.includes(operation) ? [] : [covered.get(index) ?? null],
  )
  const first = fresh[0]
  if (first === undefined || first === null) return null
  const same = fresh.every(
    (mask) => mask !== null && mask.width === first.width && mask.height === first.height,
  )
  return same ? (fresh as readonly Mask[]).reduce(uniteMasks) : null
}

interface BaseDone {
  readonly base: Base
  readonly bitmap: Bitmap
  readonly painted: PaintedScene | null
}

/** The base's pixels: those that were there, or painted anew where the scene has changed. */
async function baseOf(
  draft: Draft,
  { source, keep, words, within = null }: Rendering,
  tools: Tools,
  signal: AbortSignal,
): Promise<BaseDone> {
  const { scene, width, height } = draft
  const before = source?.document.base ?? null
  if (
    before !== null &&
    (scene === null ||
      (before.kind === 'scene' &&
        before.scene === scene &&
        before.width === width &&
        before.height === height))
  )
    return (
      (await photoBase(before, draft, within, tools)) ?? {
        base: before,
        bitmap: await tools.load(before.artifact),
        painted: null,
      }
    )
  if (scene === null) throw new PlantainError('INTERNAL', 'a picture without a scene has no base')
  const painted = await tools.paint(scene, { width, height }, signal)
  const fresh = await lettered(scene, painted, words, tools, signal)
  let [bitmap, held] = [fresh, false]
  if (before?.kind === 'scene' && before.width === width && before.height === height) {
    const old = await tools.load(before.artifact)
    const whole = !sameWorld(before.scene, scene)
    const reference =
      before.held === true
        ? await lettered(
            before.scene,
            await tools.paint(before.scene, { width, height }, signal),
            words,
            tools,
            signal,
          )
        : old
    bitmap = paintChange(old, fresh, { whole, reference })
    const kept = keptMask(keep, { width, height, scene, labels: painted.labels, words })
    const free = kept === null ? null : invertMask(kept)
    const bounds = within === null ? null : inBase(within, draft, old)
    for (const mask of [free, bounds]) if (mask !== null) bitmap = composite(old, bitmap, mask)
    held = free !== null || bounds !== null || (before.held === true && !whole)
  }
  const artifact = await tools.save(bitmap)
  return {
    base: { kind: 'scene', scene, width, height, artifact, ...(held ? { held } : {}) },
    bitmap,
    painted,
  }
}

/** A mask over the picture as it is shown, over the base that is beneath its operations. */
function inBase(mask: Mask, { operations }: Draft, base: Bitmap): Mask {
  if (!operations.some(isGeometric)) return mask
  return transformMask(mask, inversePlacement(placementOf(base, operations), base))
}

/** A painting with the wording of things that are not lettered by the painter itself. */
async function lettered(
  scene: Scene,
  { bitmap, labels }: PaintedScene,
  { kinds }: Vocabulary,
  tools: Tools,
  signal: AbortSignal,
): Promise<Bitmap> {
  const isBare = ({ text, kind }: Thing): boolean =>
    text !== undefined && kinds.get(kind)?.lettering === undefined
  if (!scene.things.some(isBare)) return bitmap
  return withLettering(bitmap, labels, scene, { typesetter: await tools.typesetter(), isBare }, signal)
}

/** An upload with something set in, taken out or laid over; null where its pixels are as they were. */
async function photoBase(
  before: Base,
  draft: Draft,
  within: Mask | null,
  tools: Tools,
): Promise<BaseDone | null> {
  const { photo, width, height } = draft
  if (photo === null || photo.artifact === before.artifact) return null
  const old = within === null || photo.artifact === photo.origin ? null : await tools.load(photo.origin)
  if (old !== null && old.width === width && old.height === height) {
    const free = inBase(within!, draft, old)
    if (difference(old, photo.bitmap, free).changedOutside > 0) {
      // What stands in front reaches beyond the mask: its layers would bring that back.
      const bitmap = composite(old, photo.bitmap, free)
      const artifact = await tools.save(bitmap)
      return { base: { kind: 'picture', artifact, width, height }, bitmap, painted: null }
    }
  }
  const layers = photo.plate === null ? {} : { plate: photo.plate, layers: photo.layers }
  return {
    base: { kind: 'picture', artifact: photo.artifact, width, height, ...layers },
    bitmap: photo.bitmap,
    painted: null,
  }
}

/** Pixels of what the person wants to stay as it is. */
function keptMask(keep: readonly string[], base: Located): Mask | null {
  if (keep.length === 0) return null
  const mask = locate({ kind: 'things', ids: keep }, base, samePlace(base), () => fullMask(base))
  return mask === null || mask.data.every((value) => value === 0)
    ? null
    : { ...mask, data: mask.data.map((value) => (value >= 128 ? 255 : 0)) }
}

/** Labels cost a painting: they are made only where a region or the boxes of the picture call for them. */
function needsLabels({ scene, operations }: Draft, { source }: Rendering): boolean {
  if (scene === null) return false
  const before = source?.document
  if (before?.base.kind !== 'scene' || before.base.scene !== scene) return true
  return (
    operations.some(
      ({ region, operator }) =>
        region.kind === 'things' || region.kind === 'phrase' || GEOMETRIC.has(operator),
    ) || before.operations.length > operations.length
  )
}

function summaryOf(
  draft: Draft,
  image: Bitmap,
  labels: Uint16Array | null,
  { placement, fromSource }: { readonly placement: Placement; readonly fromSource: Placement },
  { words, source, names = {} }: Rendering,
): Performed['summary'] {
  const { scene } = draft
  const written = letteringOf(draft.operations)
  if (scene === null || labels === null) {
    const { things: before, ...aspects } = source?.summary ?? { things: [] }
    const things = placedThings(draft.things ?? before, source ?? image, fromSource)
    return {
      things: [...things.filter(({ id }) => !LETTERING_ID.test(id)), ...written],
      ...aspects,
      ...draft.said,
    }
  }
  const shown =
    image.width === draft.width &&
    image.height === draft.height &&
    !draft.operations.some(({ operator }) => GEOMETRIC.has(operator))
      ? labels
      : transformLabels(labels, draft, placement, OUTSIDE)
  const before =
    source?.document.base.kind === 'scene'
      ? { scene: source.document.base.scene, summary: source.summary }
      : null
  const named: Named = { words, before, said: draft.said, names, states: draft.states, colors: draft.colors }
  const { things, ...aspects } = summarize({ scene, bitmap: image, labels: shown }, named)
  return { things: [...things, ...written], ...aspects }
}

/** Things where they are now: an upload is not looked at again because it was mirrored. */
function placedThings(
  things: Performed['summary']['things'],
  source: { readonly width: number; readonly height: number },
  placement: Placement,
): Performed['summary']['things'] {
  return things.flatMap((thing) => {
    if (LETTERING_ID.test(thing.id)) return thing
    const box = placedBox(thing.box, source, placement)
    return box === null
      ? []
      : { ...thing, box, ...(sameBox(box, thing.box) ? {} : { region: regionWord(box) }) }
  })
}
const sameBox = (one: readonly number[], other: readonly number[]): boolean =>
  one.every((value, index) => Math.abs(value - other[index]!) < 1e-3)

/** Where the new picture differs from the one it was made from; all of it where the size is another. */
async function changeMask(image: Bitmap, source: PictureState | null, tools: Tools): Promise<Mask | null> {
  if (source === null) return null
  if (source.width !== image.width || source.height !== image.height) return fullMask(image)
  return maskFromDifference(await tools.load(source.artifact), image)
}

/** A region without what is to be kept. */
export function excepting(region: Region, keep: readonly string[]): Region {
  if (keep.length === 0 || region.kind === 'mask') return region
  const what =
    region.kind === 'all' ? 'picture' : region.kind === 'things' ? region.ids.join(' and ') : region.phrase
  return what.includes(' except ')
    ? region
    : { kind: 'phrase', phrase: `${what} except ${keep.join(' and ')}` }
}
