import { ASKS, DIRECTIONS, KINDS, OPS, OPTIONS, REASONS, type Interpretation } from '@plantain/core'
import { z } from 'zod'

const ref = z.string().regex(/^(image:\d+|turn:\d+|el:.+|edit:last|current)$/)
const Wish = z.strictObject({
  op: z.enum(OPS),
  target: z.string().optional(),
  value: z.string().optional(),
  region: z.string().optional(),
  direction: z.enum(DIRECTIONS).optional(),
  amount: z.string().optional(),
  count: z.int().optional(),
  color: z.string().optional(),
  size: z.string().optional(),
  font: z.string().optional(),
  source: ref.optional(),
  into: ref.optional(),
  sources: z.array(ref).optional(),
  subject: z.array(z.string()).optional(),
  subject_ref: ref.optional(),
  steps: z.int().optional(),
  format: z.string().optional(),
  quality: z.string().optional(),
  option: z.enum(OPTIONS).optional(),
})
const words = z.string().optional()
const Reading = z.strictObject({
  kind: z.enum(KINDS),
  ops: z.array(Wish).max(12),
  refers_to: z.array(ref).max(24),
  constraints: z
    .strictObject({
      count: z.int().optional(),
      aspect: words,
      size: words,
      style: words,
      mood: words,
      palette: z.array(z.string()).optional(),
      composition: words,
      lighting: words,
      time_of_day: words,
      weather: words,
      season: words,
      background: words,
      text: words,
      use: words,
    })
    .optional(),
  ask: z.enum(ASKS).optional(),
  reason: z.enum(REASONS).optional(),
})

/** The shape of a reading, for `response_format` of chat endpoints. */
export const readingJsonSchema: object = z.toJSONSchema(Reading, { target: 'draft-7' })

/** A reading from outside; null where it is none. Empty and null slots, as strict endpoints write them, count as absent. */
export function readReading(value: unknown): Interpretation | null {
  const found = Reading.safeParse(withoutEmpty(value))
  if (!found.success) return null
  const { kind, ask, reason } = found.data
  if (kind === 'clarify' && ask === undefined) return null
  if (kind === 'refuse' && reason === undefined) return null
  const refersTo = found.data.refers_to.filter((one) => one !== 'current')
  return { ...found.data, refers_to: refersTo } as Interpretation
}

function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([, one]) => one !== null && one !== '')
  return Object.fromEntries(kept.map(([key, one]) => [key, withoutEmpty(one)]))
}
