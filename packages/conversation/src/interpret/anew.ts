import type { Interpretation, Message } from '@plantain/core'
import { PLACES } from './places.ts'

/** "A busy street with three cars", "an old harbour at dawn": a place with an article that makes it a new one, and what is in it or when. */
const SCENE = new RegExp(
  `^(an? (?:[\\p{L}-]+ ){0,4}(?:${PLACES}))(?: (?:with|full of|where|under|in|at|during) (.+))$`,
  'iu',
)

/** A place that is named as a new one is a new picture, also in the middle of a session, and no thing to be added to the one that is shown. */
export function anew(reading: Interpretation, { message, history, images }: Message): Interpretation {
  const [, place, rest] = SCENE.exec(message.trim().replace(/[.!\s]+$/, '')) ?? []
  if (place === undefined || rest === undefined || history.length === 0 || images > 0) return reading
  if (reading.kind !== 'edit' || !reading.ops.every(({ op }) => op === 'add')) return reading
  const subject = [place, ...rest.split(/,\s*(?:and )?|\s+and\s+/)].map((one) =>
    one.replace(/^(?:an?|the) /i, ''),
  )
  const { constraints } = reading
  return {
    kind: 'generate',
    ops: [{ op: 'create', subject: subject.filter((one) => one !== '') }],
    refers_to: [],
    ...(constraints === undefined ? {} : { constraints }),
  }
}
