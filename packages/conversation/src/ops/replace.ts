import { COVERS, LANDS, WATERS, type Scene, type Thing } from '@plantain/core'
import { before } from '../scene-edit/land.ts'
import { heightBeside } from '../scene-edit/sizes.ts'
import { carriedBy, part, withoutThings } from '../scene-edit/things.ts'
import { isLiving } from '../scene-edit/wear.ts'
import { nounOf } from '../reading/nouns.ts'
import { readPhrase, valueOf } from '../reading/phrase.ts'
import { note, sceneOp, toScene, type Op, type SceneView, type Step } from './op.ts'
import { background } from './background.ts'
import { missing, subjects } from './subject.ts'

/** "replace the sofa with a leather armchair": in its place, as large as the two are beside each other. */
export const replace: Op = sceneOp('replace', (wish, view) => {
  const wording = `${wish.color ?? ''} ${wish.value ?? ''}`.trim()
  const noun = nounOf(view.words, wording)
  const targets = subjects(wish, view)
  const [first] = targets
  if (first === undefined) return [missing(wish)]
  if (first.kind === 'part') return replacePart(first.part.id, wish.value ?? '', view)
  if ('refused' in noun) return [note(noun.refused)]
  const kind = view.words.kinds.get(noun.kind)!
  // From the last index down: what goes with one must not move the next.
  let { scene } = view
  for (const target of targets.filter((one) => one.kind === 'thing').sort((a, b) => b.index - a.index)) {
    const parted = part(scene, target.index, target.members)
    if ('refused' in parted) return [note(parted.refused)]
    const old = parted.scene.things[parted.index]!
    const next = inPlace(old, within(heightBeside(kind, old, view.words.kinds), old, parted.scene, view), {
      ...noun.given,
      kind: noun.kind,
      ...(wish.count === undefined ? {} : { count: Math.min(12, Math.max(1, Math.round(wish.count))) }),
    })
    const kept: Thing = { ...next, ...(noun.word === noun.kind ? {} : { word: noun.word }) }
    scene = {
      ...parted.scene,
      things: parted.scene.things.map((thing, index) => (index === parted.index ? kept : thing)),
    }
    scene = wornBy(scene, parted.index, view)
  }
  return [toScene(scene), ...noun.notes.map(note)]
})

/** What stands on another thing has only so much room above it. */
function within(height: number, { parent, support }: Thing, { things }: Scene, { size }: SceneView): number {
  if (parent === null || support !== 'on') return height
  const unit = Math.min(1, (1.25 * size.width) / size.height)
  const { y, height: below } = things[parent]!
  return Math.min(height, Math.max(LEAST, (y - below * unit - 0.03) / unit))
}
const LEAST = 0.06

/** Where the old thing was, what holds it and how many of it stay. */
function inPlace(old: Thing, height: number, given: Partial<Thing> & { kind: string }): Thing {
  const {
    word: _word,
    text: _text,
    clothes: _clothes,
    looks: _looks,
    parts: _parts,
    mood: _mood,
    group,
    ...rest
  } = old
  const alone = group !== undefined && old.count > 1 && given.count === undefined ? { group } : {}
  return { ...rest, ...alone, color: 'auto', material: 'none', state: 'none', variant: 0, height, ...given }
}

/** Only the living wear and hold. */
function wornBy(scene: Scene, index: number, view: SceneView): Scene {
  if (isLiving(view.words.kinds.get(scene.things[index]!.kind))) return scene
  const lost = carriedBy(scene, index).filter(
    (at) => scene.things[at]!.parent === index && ['worn', 'held'].includes(scene.things[at]!.support),
  )
  return lost.length === 0 ? scene : withoutThings(scene, lost)
}

/** One part of the world for another: a lake for a meadow, mountains for hills. */
function replacePart(id: string, value: string, view: SceneView): readonly Step[] {
  const phrase = readPhrase(view.words, value)
  const { scene } = view
  if (id === 'sky' || id === 'place' || id === 'ground' || id === 'wall')
    return background.plan({ op: 'background', value }, view)
  const water = valueOf(phrase, 'water', WATERS)
  if (id === 'water' && water !== null) {
    const next = before(scene, { land: null, water, cover: null, backdrop: null })
    return next === null ? [note(`I cannot put ${value} there.`)] : [toScene(next)]
  }
  const cover = valueOf(phrase, 'cover', COVERS)
  if ((id === 'cover' || id === 'road' || id === 'water') && cover !== null)
    return [
      toScene({
        ...scene,
        world: { ...scene.world, cover, water: id === 'water' ? 'none' : scene.world.water },
      }),
    ]
  const land = valueOf(phrase, 'land', LANDS)
  if (land !== null) return background.plan({ op: 'background', value }, view)
  return [note(`I cannot put ${value} in the place of the ${id}; ask for another background instead.`)]
}
