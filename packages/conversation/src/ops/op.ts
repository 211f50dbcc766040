import type { Operation, OpName, Region, Scene, Thing, Wish } from '@plantain/core'
import type { Searched } from '../scene-edit/targets.ts'
import type { Photo } from '../upload/photo.ts'
import type { Where } from '../scene-edit/where.ts'

/** Aspects of a picture that a summary tells in one word each. */
export const ASPECTS = [
  'weather',
  'season',
  'time_of_day',
  'background',
  'style',
  'light',
  'viewpoint',
] as const
export type Aspect = (typeof ASPECTS)[number]
/** The words that a person used for them. */
export type Said = Readonly<Partial<Record<Aspect, string>>>

/** The picture as it is when a wish's turn comes: what earlier wishes of the message did is in it. */
export interface View extends Omit<Searched, 'scene'> {
  /** Null for an upload, of which nothing but its pixels is known. */
  readonly scene: Scene | null
  /** An upload that was looked at: where things are in it. */
  readonly photo: Photo | null
  /** Pixels of the base, and of the picture as it is shown. */
  readonly base: { readonly width: number; readonly height: number }
  readonly size: { readonly width: number; readonly height: number }
  readonly operations: readonly Operation[]
  /** What the person painted over, if they did. */
  readonly painted: Region | null
  /** As the person wrote it. */
  readonly message: string
  /** Scenes of earlier pictures of the session, the latest first. */
  readonly past: readonly Scene[]
  /** Scene of `image:N` or `turn:N`; null for an upload, undefined where there is no such picture. */
  readonly sceneOf: (ref: string) => Scene | null | undefined
  /** What the edit before was about. */
  readonly lastTarget: string | null
  /** The message leans on the edit before ("a bit less", "same for the other"). */
  readonly leans: boolean
}
/** A view of a picture that has a scene. */
export type SceneView = View & Searched

/** A part of the world that is to be seen, and whether it may stand at another side for that. */
export interface Shown {
  readonly part: string
  readonly fixed: boolean
}

/** One step of a plan. */
export type Step =
  /** The scene becomes this; nothing of it is diffused. */
  | {
      readonly do: 'scene'
      readonly scene: Scene
      readonly said?: Said
      /** A part of the world that must be seen: clouds and hills make way for it. */
      readonly shows?: Shown
      /** Index of a thing that came and stands apart from the others: it moves to where nothing is hidden. */
      readonly apart?: number
    }
  /** A thing is added; what `given` leaves open, the composer finds while all else is held. */
  | {
      readonly do: 'add'
      readonly kind: string
      readonly given: Partial<Thing>
      readonly where: Where | null
      /** In words, for the composer. */
      readonly prompt: string
      /** Share of the size that the composer finds: 0.65 for "small". */
      readonly sized: number
    }
  /** The scene is painted at another shape. */
  | { readonly do: 'shape'; readonly scene: Scene; readonly width: number; readonly height: number }
  /** The operations over the base become these. */
  | { readonly do: 'operations'; readonly operations: readonly Operation[] }
  /** Said to the person: what was done in place of what cannot be done, or why nothing was. */
  | { readonly do: 'note'; readonly text: string }

/** One op of the vocabulary: what has to be done for a wish. Pure: it only reads the view. */
export interface Op {
  readonly name: OpName
  plan(wish: Wish, view: View): readonly Step[]
}

/** A step that asks the composer for nothing. */
export type PlainStep = Exclude<Step, { do: 'add' }>

export const note = (text: string): PlainStep => ({ do: 'note', text })
export const toScene = (scene: Scene, said?: Said): PlainStep => ({
  do: 'scene',
  scene,
  ...(said ? { said } : {}),
})

/** An op that changes a scene; an upload is answered with what that would take. */
export function sceneOp(name: OpName, plan: (wish: Wish, view: SceneView) => readonly Step[]): Op {
  return {
    name,
    plan: (wish, view) =>
      view.scene === null ? [note(needsSight(wish))] : plan(wish, { ...view, scene: view.scene }),
  }
}

/** What an upload lacks for a change of what it shows. */
export const needsSight = ({ op, target }: Wish): string =>
  `To ${VERBS[op] ?? `change ${target ?? 'this'} in`} a photograph I would have to repaint parts of it, which takes open weights (see plantain models); in pictures that I made myself I can.`

const VERBS: Readonly<Partial<Record<OpName, string>>> = {
  add: 'add something to',
  remove: 'take something out of',
  replace: 'replace something in',
  move: 'move something in',
  recolor: 'recolour a thing of',
  restyle: 'paint in another style',
  weather: 'change the weather of',
  season: 'change the season of',
  time_of_day: 'change the hour of',
  viewpoint: 'change the viewpoint of',
  background: 'change the background of',
  expression: 'change a face in',
  pose: 'change a pose in',
  outfit: 'change the clothes in',
  retouch: 'retouch',
  restore: 'restore',
  colorize: 'colour',
}
