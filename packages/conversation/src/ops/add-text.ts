import { readyForText } from '../lettering.ts'
import { placeOf } from '../reading/place.ts'
import { findTargets } from '../scene-edit/targets.ts'
import { withThing } from '../scene-edit/things.ts'
import { note, toScene, type Op } from './op.ts'
import { textBox, textStyle } from './text-style.ts'

/** Longer than this is set as large as fits, and no larger than a caption. */
const CAPTION = 40

/** "write SALE at the top in red", "put BREAD on the sign": over the picture, or on a thing. */
export const addText: Op = {
  name: 'add_text',
  plan(wish, view) {
    const value = wish.value ?? ''
    if (value.trim() === '') return [note('Say what should be written.')]
    const place = placeOf(view.words, wish.region)
    const on = place?.kind === 'relation' ? place.of : wish.target
    if (on !== undefined && view.scene !== null) {
      const [target] = findTargets(on, { ...view, scene: view.scene })
      if (target?.kind === 'thing') {
        const thing = view.scene.things[target.index]!
        return [toScene(withThing(view.scene, target.index, { text: value, ...readyForText(thing) }))]
      }
    }
    const params = {
      value,
      sizePercent: value.length > CAPTION ? 5 : 8,
      ...textBox(wish.region, view),
      ...textStyle(wish, view),
    }
    return [
      {
        do: 'operations',
        operations: [...view.operations, { operator: 'text', params, region: { kind: 'all' } }],
      },
    ]
  },
}
