import { PlantainError } from '@plantain/core'
import type { Bitmap, Mask } from '@plantain/core'
import { z } from 'zod'
import type { RunParams } from './engine.ts'
import type { ModelManifest, SizeRule } from './manifest.ts'
import type { Adapter, Control, Details, Size, Source } from './model.ts'
import { schedulerFromConfig, type ConfiguredScheduler } from './schedulers/from-config.ts'
import { schedulerNamed } from './schedulers/named.ts'
import type { Scheduler, SchedulerConfig } from './schedulers/scheduler.ts'
import { MAX_STEPS } from './schedulers/scheduler.ts'

/** A request with all that it left open filled in: what tasks read. */
export interface RunSettings {
  readonly prompt: string
  readonly negativePrompt: string | null
  /** At which the model works. */
  readonly size: Size
  /** Of the result: `size`, or that of the source when the request names none. */
  readonly outputSize: Size
  readonly steps: number
  readonly guidanceScale: number
  readonly guidanceRescale: number
  readonly imageGuidanceScale: number
  readonly seed: number
  readonly index: number
  readonly count: number
  readonly scheduler: Scheduler
  readonly schedulerConfig: SchedulerConfig
  readonly eta: number | undefined
  readonly strength: number
  /** As given, in its own size. */
  readonly source: Source | null
  readonly mask: Mask | null
  readonly references: readonly Source[]
  readonly controls: readonly Control[]
  readonly adapters: readonly Adapter[]
  readonly promptWeights: boolean
  readonly hints: Details
}

/** A number in a range, refused with a sentence that says all three. */
function within(name: string, minimum: number, maximum: number, whole = false): z.ZodType<number> {
  const fits = (value: unknown): boolean =>
    typeof value === 'number' && value >= minimum && value <= maximum && (!whole || Number.isInteger(value))
  return z.custom<number>(fits, {
    error: ({ input }) =>
      `${name} is ${shown(input)}; give a ${whole ? 'whole ' : ''}number from ${minimum} to ${maximum}`,
  })
}

const shown = (value: unknown): string => (typeof value === 'object' ? 'an object' : String(value))

const pixels =
  (bytesEach: number): ((value: unknown) => boolean) =>
  (value) => {
    const { width, height, data } = value as Partial<Bitmap>
    return (
      Number.isInteger(width) && Number.isInteger(height) && data?.length === width! * height! * bytesEach
    )
  }
const bitmap = z.custom<Bitmap>(pixels(4), { error: 'a picture must be width, height and RGBA bytes' })
const mask = z.custom<Mask>(pixels(1), { error: 'mask must be width, height and one byte a pixel' })
const details = z.record(z.string(), z.unknown())

const shape = {
  prompt: z.string({ error: 'prompt must be text' }),
  negativePrompt: z.string().nullable().optional(),
  width: within('width', 1, 16_384, true).optional(),
  height: within('height', 1, 16_384, true).optional(),
  steps: within('steps', 1, MAX_STEPS, true).optional(),
  guidanceScale: within('guidanceScale', 0, 100).optional(),
  guidanceRescale: within('guidanceRescale', 0, 1).optional(),
  imageGuidanceScale: within('imageGuidanceScale', 0, 100).optional(),
  seed: within('seed', 0, Number.MAX_SAFE_INTEGER, true).optional(),
  index: within('index', 0, 2 ** 32 - 1, true).optional(),
  count: within('count', 1, 64, true).optional(),
  scheduler: z.string().optional(),
  schedulerConfig: details.optional(),
  eta: within('eta', 0, 1).optional(),
  strength: within('strength', 0, 1).optional(),
  image: bitmap.optional(),
  imageDetails: details.optional(),
  mask: mask.optional(),
  references: z.array(z.strictObject({ bitmap, details: details.optional() })).optional(),
  controls: z
    .array(
      z.strictObject({
        bitmap,
        scale: within('scale of a control', 0, 2).optional(),
        start: within('start of a control', 0, 1).optional(),
        end: within('end of a control', 0, 1).optional(),
      }),
    )
    .optional(),
  adapters: z
    .array(z.strictObject({ file: z.string(), weight: within('weight of an adapter', -4, 4) }))
    .optional(),
  promptWeights: z.boolean().optional(),
  hints: details.optional(),
}
const schema = z.strictObject(shape) as unknown as z.ZodType<RunParams>

/** The border of the engine: throws INVALID_ARGUMENT for what the request may not say. */
export function checkParams(params: unknown): RunParams {
  const read = schema.safeParse(params)
  if (read.success) return read.data
  const [issue] = read.error.issues
  const message =
    issue?.code === 'unrecognized_keys'
      ? `the request has ${issue.keys.join(', ')}, which is not known; known are ${Object.keys(shape).join(', ')}`
      : issue?.message
  throw new PlantainError('INVALID_ARGUMENT', message ?? 'the request cannot be read')
}

/** seed: for requests that leave it open. */
export function settle(manifest: ModelManifest, params: RunParams, seed: number): RunSettings {
  const { defaults } = manifest
  const source = params.image === undefined ? null : sourceOf(params.image, params.imageDetails)
  if (params.mask && params.image) refuseOtherSize(params.mask, params.image)
  const asked = params.width !== undefined || params.height !== undefined
  const size = sizeOf(manifest, params, params.image)
  const chosen = schedulerOf(manifest, params)
  return {
    prompt: params.prompt,
    negativePrompt: params.negativePrompt ?? null,
    size,
    outputSize: params.image && !asked ? { width: params.image.width, height: params.image.height } : size,
    steps: params.steps ?? defaults.steps,
    guidanceScale: params.guidanceScale ?? defaults.guidanceScale,
    guidanceRescale: params.guidanceRescale ?? 0,
    imageGuidanceScale: params.imageGuidanceScale ?? 1.5,
    seed: params.seed ?? seed,
    index: params.index ?? 0,
    count: params.count ?? 1,
    scheduler: chosen.scheduler,
    schedulerConfig: chosen.config,
    eta: params.eta,
    strength: params.strength ?? 0.8,
    source,
    mask: params.mask ?? null,
    references: (params.references ?? []).map(({ bitmap: picture, details: told }) =>
      sourceOf(picture, told),
    ),
    controls: (params.controls ?? []).map((control) => ({ scale: 1, start: 0, end: 1, ...control })),
    adapters: params.adapters ?? [],
    promptWeights: params.promptWeights ?? false,
    hints: params.hints ?? {},
  }
}

/** The model's own, or another by name, with the request's keys over the model's. */
function schedulerOf(
  { scheduler: own, anyScheduler = false }: ModelManifest,
  params: RunParams,
): ConfiguredScheduler {
  const config = { ...own.config, ...params.schedulerConfig }
  if (params.scheduler === undefined) return schedulerFromConfig(config)
  try {
    return schedulerNamed(params.scheduler, config)
  } catch (error) {
    if (!anyScheduler) throw error
    // What the file says besides its class holds in any space; what is no scheduler at all is refused here.
    const { _class_name: _own, ...neutral } = { _class_name: '', ...config }
    return schedulerNamed(params.scheduler, neutral)
  }
}

const sourceOf = (picture: Bitmap, told: Details | undefined): Source =>
  told === undefined ? { bitmap: picture } : { bitmap: picture, details: told }

function refuseOtherSize(region: Mask, image: Bitmap): void {
  if (region.width === image.width && region.height === image.height) return
  throw new PlantainError(
    'INVALID_ARGUMENT',
    `the mask is ${region.width} x ${region.height}, the picture ${image.width} x ${image.height}; give a mask of the picture's size`,
  )
}

function sizeOf({ size, defaults }: ModelManifest, params: RunParams, image: Bitmap | undefined): Size {
  if (params.width === undefined && params.height === undefined && image !== undefined)
    return withinArea(image, 1.5 * defaults.width * defaults.height, size)
  return {
    width: params.width ?? params.height ?? defaults.width,
    height: params.height ?? params.width ?? defaults.height,
  }
}

/** A source as large as the model works well at, each side the nearest that it takes. */
function withinArea(image: Size, area: number, { multiple, minimum, maximum }: SizeRule): Size {
  const shrink = Math.min(1, Math.sqrt(area / (image.width * image.height)))
  const side = (length: number): number =>
    Math.min(maximum, Math.max(minimum, Math.round((length * shrink) / multiple) * multiple))
  return { width: side(image.width), height: side(image.height) }
}
