import { MAX_COUNT, type Scene, type Thing } from '@plantain/core'
import { heightBeside, widthOf } from '../scene-edit/sizes.ts'
import { membersOf, withMore, withThing, withoutMembers } from '../scene-edit/things.ts'
import type { Target } from '../scene-edit/targets.ts'
import { note, sceneOp, toScene, type Op, type SceneView, type Step } from './op.ts'
import { missing, nameOf, subjects } from './subject.ts'

/** "only three", "make it five": some go and the others stay where they are, or some more come beside them. */
export const setCount: Op = sceneOp('set_count', (wish, view) => {
  const count = Math.round(wish.count ?? 1)
  const targets = subjects(wish, view).filter((target) => target.kind === 'thing')
  const [first] = targets
  if (first === undefined) return [missing(wish)]
  if (count < 0 || count > MAX_COUNT)
    return [note(`I can draw up to ${MAX_COUNT} of a kind; say a number up to that.`)]
  // "Three of them" is said of all of that name, not of the ones that a side or a colour picks.
  const all = allOf(view.scene, targets)
  const now = all.reduce((sum, { members }) => sum + members.length, 0)
  const name = nameOf(view.scene.things[first.index]!)
  if (now === count) return [note(`There are ${count} already.`)]
  if (count < now) return [toScene(fewer(view.scene, all, now - count))]
  return more(view, all, count - now, name)
})

type ThingTarget = Target & { kind: 'thing' }

function allOf({ things }: Scene, targets: readonly ThingTarget[]): readonly ThingTarget[] {
  return targets.map((target) => ({ ...target, members: membersOf(things[target.index]!) }))
}

/** The last of each group leave first. */
function fewer(scene: Scene, targets: readonly ThingTarget[], gone: number): Scene {
  let [now, left] = [scene, gone]
  // From the last index down, so that what is taken out moves none that is still to come.
  for (const { index, members } of [...targets].sort((a, b) => b.index - a.index)) {
    const leave = members.slice(Math.max(0, members.length - left))
    if (leave.length === 0) break
    left -= leave.length
    now = withoutMembers(now, index, leave)
  }
  return now
}

function more(
  view: SceneView,
  targets: readonly ThingTarget[],
  added: number,
  name: string,
): readonly Step[] {
  const { scene } = view
  const { index } = targets[0]!
  const thing = scene.things[index]!
  const grown = withMore(scene, beside(view, thing, added))
  if (grown !== null) return [{ do: 'scene', scene: grown, apart: grown.things.length - 1 }]
  // No room for another thing: the group itself grows, and may close up.
  const { group: _, ...whole } = thing
  const all = withThing(
    { ...scene, things: scene.things.map((one, at) => (at === index ? whole : one)) },
    index,
    { count: Math.min(MAX_COUNT, thing.count + added) },
  )
  return [toScene(all), note(`The picture is full, so the ${name} moved together to make room.`)]
}

/** `count` more like this one, on the side where there is room. */
export function beside(view: SceneView, thing: Thing, count: number): Thing {
  const kinds = view.words.kinds
  const aspect = view.base.width / view.base.height
  const [own, more] = [
    widthOf(thing, kinds, aspect),
    widthOf({ ...thing, group: undefined as never, count }, kinds, aspect),
  ]
  const reach = (own + more) / 2 + 0.015
  const x = thing.x + reach + more / 2 < 0.97 || thing.x < 0.5 ? thing.x + reach : thing.x - reach
  const kind = kinds.get(thing.kind)
  const { group: _, ...plain } = thing
  return {
    ...plain,
    id: `${thing.group?.id ?? thing.id}-more`,
    count,
    x: Math.min(0.95, Math.max(0.05, x)),
    height: kind === undefined ? thing.height : Math.min(thing.height, heightBeside(kind, thing, kinds)),
  }
}
