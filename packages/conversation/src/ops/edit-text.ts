import { isWritable, readyForText } from '../lettering.ts'
import { findTargets } from '../scene-edit/targets.ts'
import { withThing } from '../scene-edit/things.ts'
import { addText } from './add-text.ts'
import { findLettering, letteringIn, rewritten } from './lettering.ts'
import { note, toScene, type Op } from './op.ts'
import { textStyle } from './text-style.ts'

/** "change the sign to CAKES", "make the title bigger". */
export const editText: Op = {
  name: 'edit_text',
  plan(wish, view) {
    const style = textStyle(wish, view)
    const all = letteringIn(view)
    const found = findLettering(wish.target, view)
    const only = found.length > 0 ? found : all.length === 1 ? all : []
    const bearers =
      wish.target === undefined || view.scene === null
        ? []
        : findTargets(wish.target, { ...view, scene: view.scene }).filter((one) => one.kind === 'thing')
    // Of two signs, the one that is written on.
    const bearer =
      bearers.find(({ index }) => view.scene!.things[index]!.text !== undefined) ??
      (only.some(({ on }) => on === 'thing') && only.length === 1 ? undefined : bearers[0])
    if (bearer !== undefined && wish.value !== undefined) {
      const thing = view.scene!.things[bearer.index]!
      if (thing.text !== undefined || isWritable(thing.kind))
        return [toScene(withThing(view.scene!, bearer.index, { text: wish.value, ...readyForText(thing) }))]
    }
    const [one] = only
    if (one === undefined)
      return wish.value === undefined
        ? [note('I see no such lettering in the picture.')]
        : addText.plan({ ...wish, op: 'add_text' }, view)
    if (one.on === 'thing' && wish.value === undefined)
      return [
        note(
          'What is written on things takes the colour and the size that it has room for; I can change the wording.',
        ),
      ]
    return [rewritten(view, one, wish.value, style)]
  },
}
