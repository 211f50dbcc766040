import {
  ASKS,
  DIRECTIONS,
  KINDS,
  OPS,
  OPTIONS,
  REASONS,
  type EditCheck,
  type EditReport,
  type Interpretation,
  type SceneSummary,
  type Usage,
  type Wish,
} from '@plantain/core'
import { z } from 'zod'

// What several surfaces tell. The types are those that make it: a field that one of them has and the other has not does not compile.

export const time: z.ZodString = z.string().meta({ format: 'date-time' })
export const count: z.ZodNumber = z.number().int().min(0)
const words = z.string().exactOptional()
const share = z.number().min(0).max(1)

const Check: z.ZodType<EditCheck> = z.object({
  op: z.enum(OPS),
  target: words,
  measure: z.string().describe('What was measured, with its unit.'),
  before: z.number().nullable(),
  after: z.number().nullable(),
  expected: z.string(),
  followed: z.boolean(),
})
export const EditReportBody: z.ZodType<EditReport> = z
  .object({
    changedShare: share.describe("Of the picture's pixels those that differ in any byte."),
    changedBox: z
      .object({ x: z.number().int(), y: z.number().int(), width: count, height: count })
      .nullable()
      .describe('The smallest box around them, in pixels.'),
    outside: z
      .object({
        of: z.enum(['mask', 'region', 'change']),
        share,
        untouched: share.nullable().describe('Of those pixels the ones whose bytes are the same.'),
      })
      .describe('What had to stay.'),
    shiftPixels: z
      .object({ x: z.number().int(), y: z.number().int() })
      .nullable()
      .describe('How far what had to stay has moved; null where it cannot be told.'),
    checks: z.array(Check),
    followed: z.boolean().nullable().describe('Whether all checks hold.'),
    attempts: z.number().int().min(1),
  })
  .describe('What an edit did, measured on the pixels before and after.')

export const UsageBody: z.ZodType<Usage> = z.object({
  promptTokens: count,
  inputImageTokens: count,
  outputImageTokens: count,
  steps: count.describe('Calls of the denoiser.'),
  milliseconds: z.number().min(0),
})

const WishBody: z.ZodType<Wish> = z.object({
  op: z.enum(OPS),
  target: words,
  value: words,
  region: words,
  direction: z.enum(DIRECTIONS).exactOptional(),
  amount: words,
  count: z.number().exactOptional(),
  color: words,
  size: words,
  font: words,
  source: words,
  into: words,
  sources: z.array(z.string()).exactOptional(),
  subject: z.array(z.string()).exactOptional(),
  subject_ref: words,
  steps: z.number().exactOptional(),
  format: words,
  quality: words,
  option: z.enum(OPTIONS).exactOptional(),
})
export const InterpretationBody: z.ZodType<Interpretation> = z
  .object({
    kind: z.enum(KINDS),
    ops: z.array(WishBody),
    refers_to: z.array(z.string()),
    constraints: z
      .object({
        count: z.number().exactOptional(),
        aspect: words,
        size: words,
        style: words,
        mood: words,
        palette: z.array(z.string()).exactOptional(),
        composition: words,
        lighting: words,
        time_of_day: words,
        weather: words,
        season: words,
        background: words,
        text: words,
        use: words,
      })
      .exactOptional(),
    ask: z.enum(ASKS).exactOptional(),
    reason: z.enum(REASONS).exactOptional(),
  })
  .describe('What a message was understood to mean.')

export const SceneSummaryBody: z.ZodType<SceneSummary> = z
  .object({
    things: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        color: words,
        region: words,
        state: words,
        value: words,
        count: z.number().exactOptional(),
        box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
      }),
    ),
    weather: words,
    season: words,
    time_of_day: words,
    background: words,
    style: words,
    light: words,
    viewpoint: words,
  })
  .describe('What a picture shows.')

/** What had no effect, in sentences. */
export const warnings: z.ZodArray<z.ZodString> = z
  .array(z.string())
  .describe('What was asked for and had no effect.')

export const sharedAnswers: Readonly<Record<string, z.ZodType>> = {
  EditReport: EditReportBody,
  Usage: UsageBody,
  Interpretation: InterpretationBody,
  SceneSummary: SceneSummaryBody,
}
