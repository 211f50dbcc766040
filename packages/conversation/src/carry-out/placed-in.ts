import type { Rect, Thing } from '@plantain/core'
import type { Step } from '../ops/op.ts'
import type { Vocabulary } from '../reading/vocabulary.ts'
import { widthOf } from '../scene-edit/sizes.ts'
import type { Draft } from './draft.ts'

type AddStep = Step & { readonly do: 'add' }

/** Some air within what was painted over. */
const FILLED = 0.92

/** What is added where the person has painted stands there, as large as fits. */
export function placedIn(
  step: AddStep,
  spot: Rect,
  { width, height }: Draft,
  { kinds }: Vocabulary,
): AddStep {
  const frame = width / height
  const [wide, high] = [(FILLED * spot.width) / width, (FILLED * spot.height) / height]
  // Heights of things are shares of the frame's, drawn together where it is tall.
  const squeeze = Math.min(1, 1.25 * frame)
  const one = { kind: step.kind, variant: 0, state: 'none', ...step.given, height: 1 } as Thing
  const byWidth = wide / Math.max(1e-3, widthOf(one, kinds, frame))
  const tall = Math.max(0.03, Math.min(1, high / squeeze, byWidth))
  return {
    ...step,
    given: {
      ...step.given,
      x: (spot.x + spot.width / 2) / width,
      y: Math.min(1, (spot.y + spot.height * ((1 + FILLED) / 2)) / height),
      height: tall,
    },
  }
}
