import type { Scene, Thing } from '@plantain/core'
import { dyeOf } from '../reading/colors.ts'
import { readPhrase } from '../reading/phrase.ts'
import { withMore, withThing, withoutThings } from '../scene-edit/things.ts'
import { isWearable, wearSlot, worn } from '../scene-edit/wear.ts'
import { note, sceneOp, toScene, type Op, type SceneView, type Step } from './op.ts'
import { changeThings, missing, nameOf, subjects } from './subject.ts'

/** "dress him in a suit", "put her in a red hat", "as a pirate". */
export const outfit: Op = sceneOp('outfit', (wish, view) => {
  const wording = wish.value ?? ''
  const [first] = subjects(wish, view)
  if (first === undefined || first.kind !== 'thing') return [missing(wish)]
  const thing = view.scene.things[first.index]!
  const asked = readPhrase(view.words, `${wish.color ?? ''} ${wording}`).things.at(-1)
  const dye = dyeOf(view.words, `${wish.color ?? ''} ${wording}`)
  const kind = asked?.kinds.find((one) => isWearable(view.words.kinds.get(one)))
  if (kind !== undefined) return dressed(view, first.index, kind, asked!.word, dye)
  const role = asked?.kinds.find((one) => view.words.kinds.get(one)?.category === 'person')
  if (role !== undefined)
    return [
      toScene(
        withThing(view.scene, first.index, { kind: role, word: nameOf(thing), variant: thing.variant }),
      ),
      note(`I drew the ${nameOf(thing)} as a ${role}; the face may be another one.`),
    ]
  const category = view.words.kinds.get(thing.kind)?.category
  if (category !== 'person' && category !== 'fantasy')
    return [
      note(`I cannot put a ${wording} on the ${nameOf(thing)}; hats, glasses, scarves and the like I can.`),
    ]
  const called = wording.toLowerCase().includes(wish.color?.toLowerCase() ?? '')
    ? wording
    : `${wish.color ?? ''} ${wording}`.trim()
  const edited = changeThings(view.scene, [first], ({ color }) => ({
    color: dye ?? color,
    clothes: called.trim(),
  }))
  if ('refused' in edited) return [note(edited.refused)]
  if (dye === null && thing.clothes === undefined)
    return [
      note(
        `The clothes of the ${nameOf(thing)} have one cut; I can colour them: say of which colour the ${wording} is.`,
      ),
    ]
  return [
    toScene(edited.scene),
    note(`I coloured the clothes of the ${nameOf(thing)} for the ${called}; their cut stays as it is.`),
  ]
})

/** What is worn in the same place goes. */
function dressed(
  view: SceneView,
  wearer: number,
  kind: string,
  word: string,
  dye: Thing['color'] | null,
): readonly Step[] {
  const slot = wearSlot(kind)
  const old = view.scene.things.flatMap((thing, index) =>
    thing.parent === wearer && thing.support === 'worn' && wearSlot(thing.kind) === slot ? [index] : [],
  )
  const { id } = view.scene.things[wearer]!
  const bare: Scene = withoutThings(view.scene, old)
  const at = bare.things.findIndex((thing) => thing.id === id)
  const dressed = withMore(
    bare,
    worn(bare, at, kind, { color: dye ?? 'auto', ...(word === kind ? {} : { word }) }),
  )
  return dressed === null ? [note('The picture is full; take something out first.')] : [toScene(dressed)]
}
