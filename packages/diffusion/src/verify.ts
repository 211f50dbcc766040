import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { PlantainError } from '@plantain/core'
import type { Bitmap, Tensor } from '@plantain/core'
import { maskFromBitmap } from '@plantain/imaging'
import { z } from 'zod'
import type { Engine, RunParams } from './engine.ts'
import { packed } from './families/packing.ts'
import { parsePythonJson } from './python-json.ts'
import { readNpy } from './npy.ts'

export interface VerifyOptions {
  readonly engine: Engine
  /** Bytes of a PNG to pixels. */
  decodeImage(bytes: Uint8Array): Promise<Bitmap>
  readonly signal?: AbortSignal
}

export interface VerifiedCase {
  /** directory/case */
  readonly name: string
  /** The larger of the two; infinite when the case could not run. */
  readonly maxError: number
  readonly latentsError: number
  /** Of pixels in 0 to 1. */
  readonly imageError: number
  readonly tolerance: { readonly latents: number; readonly image: number }
  readonly passed: boolean
  /** Why it could not run. */
  readonly error?: string
}

export interface Verification {
  readonly cases: readonly VerifiedCase[]
}

/**
 * Reference cases under a directory, run as everybody's pictures are, and compared element by element.
 *
 * throws: NOT_FOUND when there is no golden.json, DATA_LOSS for one that cannot be read
 */
export async function verify(directory: string, options: VerifyOptions): Promise<Verification> {
  const files = goldenFiles(directory)
  if (files.length === 0)
    throw new PlantainError(
      'NOT_FOUND',
      `there is no golden.json under ${directory}; give a folder with reference cases`,
    )
  const cases: VerifiedCase[] = []
  for (const model of files) {
    const golden = readGolden(join(model, 'golden.json'))
    const name = relative(directory, model).replaceAll('\\', '/') || model.split(/[\\/]/).at(-1)!
    for (const one of golden.cases) cases.push(await verifyCase(model, name, one, golden.tolerance, options))
  }
  return { cases }
}

const file = z.string()
const size = z.tuple([z.number(), z.number()])
const Case = z.object({
  name: z.string(),
  task: z.enum([
    'text-to-image',
    'image-to-image',
    'inpaint',
    'instruct-edit',
    'in-context-edit',
    'controlnet',
  ]),
  scheduler: z.looseObject({ _class_name: z.string() }),
  prompt: z.string(),
  negative_prompt: z.string().nullish(),
  height: z.int(),
  width: z.int(),
  num_inference_steps: z.int(),
  original_inference_steps: z.int().optional(),
  guidance_scale: z.number().optional(),
  guidance_rescale: z.number().optional(),
  image_guidance_scale: z.number().optional(),
  strength: z.number().optional(),
  max_sequence_length: z.int().optional(),
  original_size: size.optional(),
  target_size: size.optional(),
  crops_coords_top_left: size.optional(),
  input_image: file.optional(),
  mask_image: file.optional(),
  control_image: file.optional(),
  controlnet_conditioning_scale: z.number().optional(),
  control_guidance_start: z.number().optional(),
  control_guidance_end: z.number().optional(),
  loras: z.array(z.object({ file, weight: z.number() })).optional(),
  noise_draws: z.array(z.object({ file })),
  expected: z.object({ final_latents: file, image: file }),
})
type Case = z.infer<typeof Case>
const Golden = z.object({
  tolerance: z.object({ latents_abs: z.number(), image_abs: z.number() }),
  cases: z.array(Case),
})
type Golden = z.infer<typeof Golden>

const taskNames = {
  'text-to-image': 'generate',
  controlnet: 'generate',
  'image-to-image': 'image-to-image',
  inpaint: 'inpaint',
  'instruct-edit': 'edit',
  'in-context-edit': 'edit',
} as const

async function verifyCase(
  model: string,
  name: string,
  golden: Case,
  { latents_abs: latents, image_abs: image }: Golden['tolerance'],
  options: VerifyOptions,
): Promise<VerifiedCase> {
  const folder = join(model, golden.name)
  const array = (array: string): Tensor => readNpy(readFileSync(join(folder, array)), join(folder, array))
  const shared = { name: `${name}/${golden.name}`, tolerance: { latents, image } }
  try {
    const run = options.engine.run({
      model,
      task: taskNames[golden.task],
      params: await paramsOf(golden, model, options),
      noise: golden.noise_draws.map((draw) => array(draw.file)),
      expose: true,
      ...(options.signal ? { signal: options.signal } : {}),
    })
    const result = await finish(run)
    const latentsError = largestDifference(result.latents!, array(golden.expected.final_latents))
    const imageError = largestDifference(result.pixels!, array(golden.expected.image))
    const passed = latentsError <= latents && imageError <= image
    return { ...shared, maxError: Math.max(latentsError, imageError), latentsError, imageError, passed }
  } catch (error) {
    if (!(error instanceof PlantainError) || error.code === 'CANCELLED') throw error
    const none = { maxError: Infinity, latentsError: Infinity, imageError: Infinity }
    return { ...shared, ...none, passed: false, error: error.message }
  }
}

async function paramsOf(golden: Case, model: string, { decodeImage }: VerifyOptions): Promise<RunParams> {
  const picture = (name: string): Promise<Bitmap> => decodeImage(readFileSync(join(model, golden.name, name)))
  const { _class_name: scheduler, ...schedulerConfig } = golden.scheduler
  const params: Record<string, unknown> = {
    prompt: golden.prompt,
    negativePrompt: golden.negative_prompt ?? null,
    width: golden.width,
    height: golden.height,
    steps: golden.num_inference_steps,
    guidanceScale: golden.guidance_scale,
    guidanceRescale: golden.guidance_rescale,
    imageGuidanceScale: golden.image_guidance_scale,
    strength: golden.strength,
    scheduler,
    schedulerConfig: { ...schedulerConfig, original_inference_steps: golden.original_inference_steps },
    image: golden.input_image && (await picture(golden.input_image)),
    mask: golden.mask_image && maskFromBitmap(await picture(golden.mask_image)),
    controls: golden.control_image && [
      {
        bitmap: await picture(golden.control_image),
        scale: golden.controlnet_conditioning_scale,
        start: golden.control_guidance_start,
        end: golden.control_guidance_end,
      },
    ],
    adapters: golden.loras?.map(({ file: name, weight }) => ({ file: join(model, name), weight })),
    hints: {
      maxSequenceLength: golden.max_sequence_length,
      originalSize: sizeOf(golden.original_size),
      targetSize: sizeOf(golden.target_size),
      cropTopLeft: golden.crops_coords_top_left && {
        top: golden.crops_coords_top_left[0],
        left: golden.crops_coords_top_left[1],
      },
    },
  }
  return Object.fromEntries(
    Object.entries(params).filter(([, value]) => value !== undefined),
  ) as unknown as RunParams
}

const sizeOf = (pair: readonly [number, number] | undefined): object | undefined =>
  pair && { height: pair[0], width: pair[1] }

async function finish<R>(run: AsyncGenerator<unknown, R>): Promise<R> {
  for (;;) {
    const { done, value } = await run.next()
    if (done) return value
  }
}

/** References of packed latents ([1, tokens, channels]) are compared packed. */
function largestDifference(ours: Tensor, reference: Tensor): number {
  const same = reference.shape.length === 3 && ours.shape.length === 4 ? packed(ours) : ours
  if (same.shape.join() !== reference.shape.join())
    throw new PlantainError(
      'INTERNAL',
      `the result is ${same.shape.join(' x ')}, the reference ${reference.shape.join(' x ')}`,
    )
  let largest = 0
  for (let i = 0; i < same.data.length; i++) {
    const difference = Math.abs(same.data[i]! - reference.data[i]!)
    if (!(difference <= largest)) largest = difference // not a number counts as the largest of all
  }
  return largest
}

function goldenFiles(directory: string): readonly string[] {
  if (!existsSync(directory) || !statSync(directory).isDirectory()) return []
  const here = existsSync(join(directory, 'golden.json')) ? [directory] : []
  const folders = readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const names = folders.map(({ name }) => name).filter((name) => name !== 'node_modules')
  return [...here, ...names.toSorted().flatMap((name) => goldenFiles(join(directory, name)))]
}

function readGolden(path: string): Golden {
  let value: unknown
  try {
    value = parsePythonJson(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw new PlantainError('DATA_LOSS', `${path} is not JSON; restore it`, { cause })
  }
  const read = Golden.safeParse(value)
  if (read.success) return read.data
  throw new PlantainError(
    'DATA_LOSS',
    `${path} is no list of reference cases: ${z.prettifyError(read.error)}`,
  )
}
