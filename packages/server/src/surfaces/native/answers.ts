import { z } from 'zod'
import { PlantainErrorBody } from '../../openapi/errors.ts'
import {
  count,
  EditReportBody,
  InterpretationBody,
  SceneSummaryBody,
  time,
  UsageBody,
} from '../../openapi/shared-answers.ts'

const type = <const T extends string>(name: T) => ({ type: z.literal(name) })
const size = { width: count, height: count }
const Image = z.object({
  mimeType: z.string(),
  ...size,
  sha256: z.string(),
  seed: count,
  recipe: z.record(z.string(), z.unknown()).describe('How it was made; `replay` makes it again.'),
  report: EditReportBody.optional(),
})
const preview = z.string().optional().describe('A small WebP in a data URL.')
const position = count.describe('How many go first.')
const Waiting = z.object({ ...type('job-queue'), position })
const index = count
const GenerateEvent = z
  .union([
    Waiting,
    z.object({ ...type('run-queue'), position }),
    z.object({ ...type('load-start'), part: z.string(), bytes: count }),
    z.object({ ...type('load-end'), part: z.string(), milliseconds: z.number() }),
    z.object({ ...type('warning'), message: z.string() }),
    z.object({ ...type('picture-start'), index, steps: count }),
    z.object({
      ...type('step'),
      index,
      step: count,
      steps: count,
      milliseconds: z.number(),
      preview,
    }),
    z.object({ ...type('decode-start'), index }),
    z.object({ ...type('picture-end'), index, milliseconds: z.number() }),
    z.object({
      ...type('image-ready'),
      index,
      image: Image.extend({ data: z.string().describe('The file in base64.') }),
    }),
    z.object({
      ...type('generate-end'),
      images: z.array(Image.extend({ bytes: count.describe('Length of the file.') })),
      interpretation: z.record(z.string(), z.unknown()),
      notDrawn: z.array(z.string()),
      drawnAs: z.array(z.object({ word: z.string(), kind: z.string() })),
      text: z.string().optional(),
      warnings: z.array(z.string()),
      usage: UsageBody,
    }),
    PlantainErrorBody,
  ])
  .describe('The data of each event; its name is its type, or error.')

const place = z.string()
const Turn = z.object({
  session: z.string(),
  turn: z.number().int().min(1),
  parent: z.number().int().nullable(),
  kind: z.string(),
  text: z.string(),
  interpretation: InterpretationBody,
  scene: SceneSummaryBody.nullable(),
  current: place.nullable(),
  can: z.object({ undo: z.boolean(), redo: z.boolean() }),
  lines: count,
  usage: UsageBody,
  message: z.string(),
  images: z.array(
    z.object({
      place,
      ...size,
      url: z.string(),
      mask: z.string().optional(),
      report: EditReportBody.optional(),
    }),
  ),
  attachments: z.array(z.object({ ...size, url: z.string() })),
  files: z.array(z.object({ mimeType: z.string(), name: z.string(), ...size, url: z.string() })),
})
const Session = z.object({
  id: z.string(),
  seed: count,
  current: place.nullable(),
  can: z.object({ undo: z.boolean(), redo: z.boolean() }),
  lines: count,
  options: z.record(z.string(), z.string()),
  turns: z.array(Turn),
})
const SessionEvent = z
  .union([
    Waiting,
    z.object({ ...type('interpretation-ready'), interpretation: InterpretationBody }),
    z.object({
      ...type('progress'),
      picture: count,
      stage: z.string(),
      share: z.number().min(0).max(1),
      preview,
    }),
    z.object({
      ...type('image-ready'),
      index,
      place,
      ...size,
      artifact: z.string(),
      mask: z.string().nullable(),
      scene: SceneSummaryBody,
      report: EditReportBody.optional(),
      url: z.string(),
    }),
    z.object({ ...type('text'), text: z.string() }),
    z.object({ ...type('turn-end'), turn: Turn }),
    PlantainErrorBody,
  ])
  .describe('The data of each event; its name is its type, or error.')
const Job = z.object({
  id: z.string(),
  kind: z.string(),
  model: z.string(),
  state: z.enum(['queued', 'running', 'succeeded', 'failed', 'cancelled']),
  priority: z.number().int(),
  attempts: count,
  error: z
    .object({
      code: z.string(),
      message: z.string(),
      details: z.record(z.string(), z.unknown()).optional(),
    })
    .nullable(),
  createdAt: time,
  startedAt: time.nullable(),
  endedAt: time.nullable(),
})

/** What comes back, for the document. */
export const nativeAnswers: Readonly<Record<string, z.ZodType>> = {
  InstalledModels: z.object({
    models: z.array(z.object({ id: z.string() })),
    defaultModel: z.string(),
    aspects: z.array(z.string()),
    sizes: z.array(z.string()),
  }),
  GenerateEvent,
  Turn,
  Session,
  SessionList: z.object({
    sessions: z.array(
      z.object({ id: z.string(), title: z.string(), turns: count, createdAt: time, updatedAt: time }),
    ),
    nextOffset: count.optional().describe('Where there are more.'),
  }),
  SessionEvent,
  Job,
  JobList: z.object({ jobs: z.array(Job) }),
}
