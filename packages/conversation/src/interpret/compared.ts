import type { Interpretation, Message } from '@plantain/core'
import { opsBefore } from './before.ts'

const DEGREE =
  /^(?:(?:a (?:bit|little|touch)|slightly|much|even|way|still|lots?) )*(more|less)(?: (?:so|of (?:it|that|this)|please))*$/i

const SLIGHT = /\b(?:a (?:bit|little|touch|tad|hint)|slightly)\b/i

/** "A bit less" after "make the sky more dramatic": less dramatic. A degree that stands alone is one of the quality of the edit before. */
export function compared(reading: Interpretation, { message, history }: Message): Interpretation {
  const [wish] = reading.ops
  const said = turnedRound(wish?.value ?? '', message)
  if (said !== null && wish?.op === 'modify' && reading.ops.length === 1)
    return { ...reading, ops: [{ ...wish, value: said }] }
  const degree = DEGREE.exec(wish?.value ?? '')?.[1]
  if (reading.kind !== 'edit' || reading.ops.length !== 1 || wish?.op !== 'modify' || degree === undefined)
    return reading
  const before = opsBefore(history).find(
    ({ op, target, value }) =>
      op === 'modify' && value !== undefined && (wish.target === undefined || wish.target === target),
  )
  if (before === undefined) return reading
  const quality = before.value!.replace(
    /^(?:(?:more|less|much|even|too|very|way|slightly|a (?:bit|little|lot)) )+/i,
    '',
  )
  const amount = wish.amount ?? (SLIGHT.test(message) ? 'slight' : undefined)
  return {
    ...reading,
    ops: [
      { ...wish, value: `${degree.toLowerCase()} ${quality}`, ...(amount === undefined ? {} : { amount }) },
    ],
  }
}

/** "Even more dramatic" after "less dramatic": what the message says, where a degree that it does not say was taken along. */
function turnedRound(value: string, message: string): string | null {
  const [own, degree] = /\b(more|less) \p{L}+$/iu.exec(message.replace(/[\s.!]+$/, '')) ?? []
  if (own === undefined || degree === undefined) return null
  const other = degree.toLowerCase() === 'more' ? 'less' : 'more'
  const holds = (text: string): boolean => new RegExp(`\\b${other}\\b`, 'i').test(text)
  return holds(value) && !holds(message) ? own.toLowerCase() : null
}
