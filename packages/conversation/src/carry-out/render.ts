import {
  PlantainError,
  type ArtifactId,
  type Base,
  type Bitmap,
  type Document,
  type Mask,
  type Operation,
  type Region,
} from '@plantain/core'
import {
  composite,
  developPlaced,
  fullMask,
  invertMask,
  maskFromBitmap,
  maskFromDifference,
  samePlace,
  transformLabels,
  type DevelopOptions,
  type Placement,
  type Step,
} from '@plantain/imaging'
import { withLettering } from '../lettering.ts'
import { locate, type Located } from '../locate.ts'
import type { PaintedScene, Performed, PictureState, Tools } from '../perform.ts'
import type { Vocabulary } from '../reading/vocabulary.ts'
import { LETTERING_ID, letteringOf, summarize, type Named } from '../summary.ts'
import { GEOMETRIC } from '../ops/frame.ts'
import type { Draft } from './draft.ts'
import { paintChange, sameWorld } from './paint-change.ts'

export interface Rendering {
  readonly words: Vocabulary
  readonly seed: number
  /** What the picture is made from; null for one made from nothing. */
  readonly source: PictureState | null
  /** What must not change, by ids and names. */
  readonly keep: readonly string[]
  /** Words for parts of the world. */
  readonly names?: Readonly<Record<string, string>>
}

/** Label of pixels that are beyond the base's frame. */
const OUTSIDE = 0xffff

/** Makes the picture of a draft: paints what changed, develops the operations over it, and tells what it shows. */
export async function renderDraft(
  draft: Draft,
  use: Rendering,
  tools: Tools,
  signal: AbortSignal,
): Promise<Performed> {
  const { base, bitmap, painted } = await baseOf(draft, use, tools, signal)
  const document: Document = { base, operations: draft.operations }
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
  const steps = await developSteps(draft.operations, located, tools)
  const { image, placement } =
    steps.length === 0
      ? { image: bitmap, placement: samePlace(bitmap) }
      : developPlaced(bitmap, steps, await optionsFor(draft, tools, signal))
  const artifact = steps.length === 0 ? base.artifact : await tools.save(image)
  return {
    document,
    artifact,
    width: image.width,
    height: image.height,
    summary: summaryOf(draft, image, labels, placement, use),
    mask: await changeMask(image, use.source, tools),
    seed: use.seed,
  }
}

async function optionsFor({ operations }: Draft, tools: Tools, signal: AbortSignal): Promise<DevelopOptions> {
  return operations.some(({ operator }) => operator === 'text')
    ? { signal, typesetter: await tools.typesetter() }
    : { signal }
}

interface BaseDone {
  readonly base: Base
  readonly bitmap: Bitmap
  readonly painted: PaintedScene | null
}

/** The base's pixels: those that were there, or painted anew where the scene has changed. */
async function baseOf(
  draft: Draft,
  { source, keep, words }: Rendering,
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
      photoBase(before, draft) ?? { base: before, bitmap: await tools.load(before.artifact), painted: null }
    )
  if (scene === null) throw new PlantainError('INTERNAL', 'a picture without a scene has no base')
  const painted = await tools.paint(scene, { width, height }, signal)
  const written = scene.things.some(({ text }) => text !== undefined)
  const typesetter = written ? await tools.typesetter() : null
  const fresh =
    typesetter === null
      ? painted.bitmap
      : withLettering(painted.bitmap, painted.labels, scene, typesetter, signal)
  let bitmap = fresh
  if (before?.kind === 'scene' && before.width === width && before.height === height) {
    const old = await tools.load(before.artifact)
    bitmap = paintChange(old, fresh, !sameWorld(before.scene, scene))
    const kept = keptMask(keep, { width, height, scene, labels: painted.labels, words })
    if (kept !== null) bitmap = composite(old, bitmap, invertMask(kept))
  }
  const artifact = await tools.save(bitmap)
  return { base: { kind: 'scene', scene, width, height, artifact }, bitmap, painted }
}

/** An upload with something set in, taken out or laid over; null where its pixels are as they were. */
function photoBase(before: Base, { photo, width, height }: Draft): BaseDone | null {
  if (photo === null || photo.artifact === before.artifact) return null
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

async function developSteps(
  operations: readonly Operation[],
  base: Located,
  tools: Tools,
): Promise<readonly Step[]> {
  const painted = new Map<ArtifactId, Mask>()
  for (const { region } of operations)
    if (region.kind === 'mask') painted.set(region.mask, maskFromBitmap(await tools.load(region.mask)))
  const maskOf = (id: string): Mask => painted.get(id)!
  return operations.map(({ operator, params, region }) => ({
    operator,
    params,
    mask:
      region.kind === 'all'
        ? null
        : (_look: () => Bitmap, placement: Placement) => locate(region, base, placement, maskOf),
  }))
}

function summaryOf(
  draft: Draft,
  image: Bitmap,
  labels: Uint16Array | null,
  placement: Placement,
  { words, source, names = {} }: Rendering,
): Performed['summary'] {
  const { scene } = draft
  const written = letteringOf(draft.operations)
  if (scene === null || labels === null) {
    const { things: before, ...aspects } = source?.summary ?? { things: [] }
    const things = draft.things ?? before
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
  const named: Named = { words, before, said: draft.said, names, states: draft.states }
  const { things, ...aspects } = summarize({ scene, bitmap: image, labels: shown }, named)
  return { things: [...things, ...written], ...aspects }
}

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
