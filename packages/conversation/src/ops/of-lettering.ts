import type { Operation, Wish } from '@plantain/core'
import { ratioOf } from '../reading/amount.ts'
import { findLettering, isLettering, letteringIn, rewritten, withoutLettering } from './lettering.ts'
import type { PlainStep, View } from './op.ts'
import { textBox, textStyle } from './text-style.ts'

/** Height of lettering of which none is said, in percent of the picture's. */
const USUAL_SIZE = 7
/** Percent of the frame that lettering moves by. */
const STEP = 12

/**
 * "Make the text smaller", "move the title to the bottom", "take the caption away": what is said of the lettering that was laid over a picture, as of a
 * thing. Null where a wish is about none.
 */
export function ofLettering(wish: Wish, view: View): readonly PlainStep[] | null {
  const { op, target, value } = wish
  if (target === undefined || !isLettering(target)) return null
  if (op === 'remove') return letteringIn(view).length === 0 ? null : withoutLettering(view, null)
  const one = findLettering(target, view).findLast(({ on }) => on === 'picture')
  if (one === undefined) return null
  const { params } = view.operations[one.index]!
  const own: Operation['params'] | null =
    op === 'scale'
      ? {
          sizePercent: Math.min(
            60,
            Math.max(1, sizeOf(params) * ratioOf(wish.amount, wish.direction !== 'down')),
          ),
        }
      : op === 'recolor'
        ? textStyle({ op: 'edit_text', color: value ?? wish.color ?? '' }, view)
        : op === 'move'
          ? moved(wish, params, view)
          : null
  return own === null ? null : [rewritten(view, one, undefined, own)]
}

const sizeOf = (params: Operation['params']): number => Number(params['sizePercent'] ?? USUAL_SIZE)

function moved(
  { region, direction, amount }: Wish,
  params: Operation['params'],
  view: View,
): Operation['params'] {
  if (region !== undefined) return textBox(region, view)
  const step = STEP * (amount === 'slight' ? 0.5 : 1)
  const shifted = (key: 'leftPercent' | 'topPercent', by: number, room: number): Operation['params'] => ({
    [key]: Math.min(100 - room, Math.max(0, Number(params[key] ?? 5) + by)),
  })
  const [width, height] = [Number(params['widthPercent'] ?? 90), Number(params['heightPercent'] ?? 18)]
  return direction === 'left' || direction === 'right'
    ? shifted('leftPercent', direction === 'left' ? -step : step, Math.min(90, width))
    : shifted('topPercent', direction === 'up' ? -step : step, height)
}
