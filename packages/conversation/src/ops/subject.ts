import type { Scene, Wish } from '@plantain/core'
import { withThing } from '../scene-edit/things.ts'
import { part } from '../scene-edit/things.ts'
import { findTargets, referred, type Target } from '../scene-edit/targets.ts'
import { note, toScene, type SceneView, type Step } from './op.ts'
import type { Thing } from '@plantain/core'

/** Words for all of the picture. */
const WHOLE =
  /^(?:(?:the |this |whole |entire |my )*(?:picture|image|photo|photograph|scene|everything|frame|shot|whole thing|all|it|drawing|painting|illustration|canvas|composition))$/i
export const isWhole = (target: string | undefined): boolean =>
  target === undefined || WHOLE.test(target.trim())

/** What a wish is about: what its target names, else what the message refers to, else the picture's only or main thing. */
export function subjects(wish: Wish, view: SceneView): readonly Target[] {
  const target = wish.target
  if (target !== undefined && !isWhole(target)) return findTargets(target, view, wish.region)
  const pointed = referred(view)
  if (pointed.length > 0) return pointed
  const main = mainThing(view.scene)
  return main === null ? [] : [{ kind: 'thing', index: main, members: allMembers(view.scene.things[main]!) }]
}

const allMembers = (thing: Thing): readonly number[] =>
  thing.group?.members ?? Array.from({ length: thing.count }, (_, member) => member)

/** The thing that a picture is about: the largest that nothing holds. */
export function mainThing({ things }: Scene): number | null {
  let best: number | null = null
  things.forEach((thing, index) => {
    if (thing.parent === null && (best === null || thing.height > things[best]!.height)) best = index
  })
  return best
}

export const missing = (wish: Wish): Step =>
  note(`I see no ${wish.target?.replace(/^el:/, '') ?? 'such thing'} in the picture.`)

/** Changes fields of things, members apart from their groups; the scene stays where nothing would differ. */
export function changeThings(
  scene: Scene,
  targets: readonly Target[],
  change: (thing: Thing) => Partial<Thing>,
): { readonly scene: Scene } | { readonly refused: string } {
  let now = scene
  // By id, since parting moves no index but adds things at the end.
  for (const target of targets) {
    if (target.kind !== 'thing') continue
    const before = now.things[target.index]!
    if (sameFields(before, change(before))) continue
    const parted = part(now, target.index, target.members)
    if ('refused' in parted) return parted
    now = withThing(parted.scene, parted.index, change(before))
  }
  return { scene: now }
}

const sameFields = (thing: Thing, change: Partial<Thing>): boolean =>
  Object.entries(change).every(([field, value]) => thing[field as keyof Thing] === value)

/** Steps for a change of things: the new scene, or the sentence that says why there is none. */
export function stepsFor(
  scene: Scene,
  targets: readonly Target[],
  change: (thing: Thing) => Partial<Thing>,
  already: string,
): readonly Step[] {
  const edited = changeThings(scene, targets, change)
  if ('refused' in edited) return [note(edited.refused)]
  return edited.scene === scene ? [note(already)] : [toScene(edited.scene)]
}

/** What a thing is called when it is spoken of. */
export const nameOf = ({ word, kind }: Thing): string => word ?? kind
export const kindsIn = (view: SceneView): SceneView['words']['kinds'] => view.words.kinds
