import type { Bitmap, Scene, Thing } from '@plantain/core'
import { develop, type Step, type Typesetter } from '@plantain/imaging'
import { thingLabel } from '@plantain/scene'
import { membersOf } from './scene-edit/things.ts'

/** Where a kind is written on, in shares of its box: left, top, width, height; `plate`: over what is drawn there already. */
interface Board {
  readonly box: readonly [number, number, number, number]
  readonly plate?: true
}
const BOARDS: Readonly<Record<string, Board>> = {
  signpost: { box: [0.05, 0.13, 0.9, 0.36] },
  billboard: { box: [0.07, 0.13, 0.86, 0.44], plate: true },
  shop: { box: [0.14, 0.4, 0.72, 0.11], plate: true },
  'market stall': { box: [0.1, 0.02, 0.8, 0.14], plate: true },
  'neon sign': { box: [0.1, 0.35, 0.8, 0.4], plate: true },
  chalkboard: { box: [0.16, 0.1, 0.68, 0.6], plate: true },
  'paper sheet': { box: [0.12, 0.2, 0.76, 0.6], plate: true },
  clipboard: { box: [0.15, 0.22, 0.7, 0.6], plate: true },
  newspaper: { box: [0.08, 0.05, 0.84, 0.16], plate: true },
  letter: { box: [0.1, 0.25, 0.8, 0.45] },
  scroll: { box: [0.2, 0.2, 0.6, 0.55], plate: true },
  book: { box: [0.18, 0.15, 0.72, 0.5] },
  notebook: { box: [0.2, 0.2, 0.7, 0.4], plate: true },
  'open book': { box: [0.06, 0.12, 0.4, 0.6] },
  picture: { box: [0.15, 0.2, 0.7, 0.6], plate: true },
  gravestone: { box: [0.24, 0.22, 0.52, 0.45], plate: true },
  'bus stop': { box: [0.1, 0.02, 0.8, 0.26], plate: true },
  'stop sign': { box: [0.08, 0.08, 0.84, 0.32], plate: true },
  flag: { box: [0.15, 0.08, 0.8, 0.32] },
  mug: { box: [0.08, 0.32, 0.58, 0.4] },
  shirt: { box: [0.25, 0.35, 0.5, 0.3] },
  cake: { box: [0.14, 0.5, 0.72, 0.28] },
  'birthday cake': { box: [0.1, 0.55, 0.8, 0.3] },
  'speech bubble': { box: [0.12, 0.15, 0.76, 0.5] },
  television: { box: [0.12, 0.3, 0.6, 0.4], plate: true },
  laptop: { box: [0.14, 0.08, 0.72, 0.42], plate: true },
}
const PLAIN: Board = { box: [0.1, 0.3, 0.8, 0.4] }

/** Kinds that are made to be written on, the likeliest first. */
export const isWritable = (kind: string): boolean => kind in BOARDS
/** Of a signpost's looks the board has room for words. */
export const readyForText = (thing: Thing): Partial<Thing> =>
  thing.kind === 'signpost' ? { variant: 1 } : {}

/** A painting with the lettering that those of its things bear that `isBare` tells, each on its board. `labels`: of the painting. */
export function withLettering(
  bitmap: Bitmap,
  labels: Uint16Array,
  scene: Scene,
  { typesetter, isBare }: { readonly typesetter: Typesetter; readonly isBare: (thing: Thing) => boolean },
  signal: AbortSignal,
): Bitmap {
  const steps = scene.things.flatMap((thing, index) =>
    !isBare(thing) || thing.text?.trim() === ''
      ? []
      : membersOf(thing).flatMap((member) => letteringStep(thing, thingLabel(index, member), labels, bitmap)),
  )
  return steps.length === 0 ? bitmap : develop(bitmap, steps, { signal, typesetter })
}

function letteringStep(
  { kind, text }: Thing,
  label: number,
  labels: Uint16Array,
  { width, height }: Bitmap,
): readonly Step[] {
  const seen = boxOf(label, labels, width)
  if (seen === null) return []
  const { box, plate } = BOARDS[kind] ?? PLAIN
  const percent = (value: number): number => Math.min(100, Math.max(0, Math.round(value * 1e4) / 100))
  const wide = seen.right - seen.left
  const high = seen.bottom - seen.top
  return [
    {
      operator: 'text',
      params: {
        value: text!,
        leftPercent: percent((seen.left + box[0] * wide) / width),
        topPercent: percent((seen.top + box[1] * high) / height),
        widthPercent: Math.max(1, percent((box[2] * wide) / width)),
        heightPercent: Math.max(1, percent((box[3] * high) / height)),
        family: 'condensed',
        backing: plate === true ? 'plate' : 'none',
      },
      mask: null,
    },
  ]
}

function boxOf(
  label: number,
  labels: Uint16Array,
  width: number,
): { left: number; right: number; top: number; bottom: number } | null {
  let [left, right, top, bottom] = [Infinity, -1, Infinity, -1]
  for (let p = 0; p < labels.length; p++) {
    if (labels[p] !== label) continue
    const x = p % width
    const y = (p - x) / width
    left = Math.min(left, x)
    right = Math.max(right, x + 1)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y + 1)
  }
  return right < 0 ? null : { left, right, top, bottom }
}
