import type { Document, Operation, Region, Scene, SummaryThing } from '@plantain/core'
import type { Said, View } from '../ops/op.ts'
import type { PictureState, Task } from '../perform.ts'
import type { Vocabulary } from '../reading/vocabulary.ts'
import { wholeOf } from '../pieces.ts'
import { widthOf } from '../scene-edit/sizes.ts'
import { elementId, membersOf } from '../scene-edit/things.ts'
import { LETTERING_ID } from '../summary.ts'
import { placedPhoto, type Photo } from '../upload/photo.ts'
import { worldParts } from '../world-parts.ts'

/** A picture in the making: the document that wish after wish changes, and what has been said on the way. */
export interface Draft {
  readonly scene: Scene | null
  /** An upload that was looked at; null where there is a scene, or it was not needed. */
  readonly photo: Photo | null
  /** What an upload shows by now, where an edit changed it. */
  readonly things?: readonly SummaryThing[]
  /** Hour of an upload, as far as it is known. */
  readonly hour?: string
  /** Pixels of the base. */
  readonly width: number
  readonly height: number
  readonly operations: readonly Operation[]
  readonly said: Said
  /** Words for states of things, by id. */
  readonly states: Readonly<Record<string, string>>
  /** Words for colours of things, by id: "golden" of gold. */
  readonly colors: Readonly<Record<string, string>>
  readonly notes: readonly string[]
}

export function draftFrom({ document }: PictureState): Draft {
  const { base, operations } = document
  return {
    scene: base.kind === 'scene' ? base.scene : null,
    photo: null,
    width: base.width,
    height: base.height,
    operations,
    said: {},
    states: {},
    colors: {},
    notes: [],
  }
}

/** Whether anything of the document would be another. */
export const isChanged = (draft: Draft, { base, operations }: Document): boolean =>
  draft.operations !== operations ||
  draft.width !== base.width ||
  draft.height !== base.height ||
  (base.kind === 'scene' && draft.scene !== base.scene) ||
  (draft.photo !== null && draft.photo.artifact !== base.artifact)

/** Scenes of earlier pictures of the session, the latest first. */
export function pastScenes({ picture }: Task): readonly Scene[] {
  const found: Scene[] = []
  for (let turn = 1; turn <= LOOKED_BACK; turn++) {
    const base = picture(`turn:${turn}`)?.document.base
    if (base?.kind === 'scene') found.unshift(base.scene)
  }
  return found
}
const LOOKED_BACK = 200

/** What the picture shows by now: exact boxes where nothing has moved, those of the scene's own numbers where it has. */
function elementsNow(
  { scene, width, height }: Draft,
  { document, summary }: PictureState,
  words: Vocabulary,
): View['elements'] {
  const before = document.base.kind === 'scene' ? document.base.scene : null
  if (scene === null || before === scene) return summary.things
  const parts = summary.things.filter(
    ({ id }) => LETTERING_ID.test(id) || worldParts.some((part) => part.id === id),
  )
  const things = scene.things.flatMap((thing) => {
    const old = before?.things.find(({ id }) => id === thing.id)
    const stayed = old !== undefined && old.x === thing.x && old.y === thing.y && old.height === thing.height
    const wide = widthOf(thing, words.kinds, width / height)
    const high = thing.height * Math.min(1, (1.25 * width) / height)
    return membersOf(thing).map((member) => {
      const id = elementId(thing, member)
      const told = summary.things.find((one) => one.id === id)
      const box =
        stayed && told !== undefined ? told.box : ([thing.x - wide / 2, thing.y - high, wide, high] as const)
      return {
        ...told,
        id,
        name: thing.word ?? thing.kind,
        ...(stayed && told !== undefined ? { name: told.name } : {}),
        box,
      }
    })
  })
  return [...things, ...parts]
}

const ALL = /\b(?:all of (?:them|the)|them all|all the|every|each)\b/i

/** What the planning of the next wish looks at. */
export function viewOf(
  draft: Draft,
  source: PictureState,
  task: Task,
  words: Vocabulary,
  past: readonly Scene[],
): View {
  const painted: Region | null = task.mask === null ? null : { kind: 'mask', mask: task.mask }
  return {
    scene: draft.scene,
    photo: draft.photo === null ? null : placedPhoto(draft.photo, draft.operations),
    base: { width: draft.width, height: draft.height },
    size: { width: source.width, height: source.height },
    operations: draft.operations,
    elements: elementsNow(draft, source, words),
    words,
    // "All of them" is said of more than the ones that were understood to be meant.
    // A part of a thing that is no element of its own stands for the thing.
    refers: task.interpretation.refers_to
      .map(wholeOf)
      .filter((ref) => !ref.startsWith('el:') || !ALL.test(task.message)),
    painted,
    message: task.message,
    past,
    sceneOf: (ref) => {
      const base = task.picture(ref)?.document.base
      return base === undefined ? undefined : base.kind === 'scene' ? base.scene : null
    },
    lastTarget: task.last?.ops.findLast(({ target }) => target !== undefined)?.target ?? null,
    leans: task.interpretation.refers_to.includes('edit:last'),
  }
}
