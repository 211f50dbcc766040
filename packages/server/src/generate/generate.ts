import { encode, mimeTypes, type Recipe } from '@plantain/codecs'
import {
  addUsage,
  deriveSeed,
  inputImageTokens,
  OUTPUT_IMAGE_TOKENS,
  textTokens,
  type Usage,
} from '@plantain/core'
import type { Engine, ModelHandle, Progress, Result } from '@plantain/diffusion'
import { z } from 'zod'
import type { GeneratedImage, GenerateEvent, GenerateResult } from './events.ts'
import type { Seal } from '../provenance/seal.ts'
import { marked } from '../provenance/watermark-id.ts'
import { sha256 } from '../sha256.ts'
import { guidedBy, readReferences, type Reference } from './references.ts'
import type { GenerateRequest } from './request.ts'

export interface GenerateContext {
  readonly engine: Engine
  readonly model: ModelHandle
  readonly modelId: string
  readonly version: string
  /** Used when the request has none. */
  readonly seed: number
  readonly maxPixels: number
  readonly seal: Seal
  /** In place of the mark that the seal would give, when a picture is made again. */
  readonly watermark: string | null | undefined
  /** At most one preview in so many milliseconds; null: none. */
  readonly previewMilliseconds: number | null
}

/** A request that was let through → pictures as files, one after the other, so that the first can be looked at early. */
export async function* generate(
  request: GenerateRequest,
  context: GenerateContext,
  signal: AbortSignal,
): AsyncGenerator<GenerateEvent, GenerateResult> {
  const references = await readReferences(request.references, context.maxPixels)
  const hashing = context.model.hash(signal) // reads all weights the first time: while the picture is made
  hashing.catch(() => {}) // whoever awaits it is told
  const seed = request.seed ?? context.seed
  const images: GeneratedImage[] = []
  const results: Result[] = []
  for (let index = 0; index < request.count; index++) {
    const result = yield* paint(request, references, context, { index, seed: seedOf(seed, index), signal })
    const image = await save(result, request, { modelHash: await hashing, ...context })
    yield { type: 'image-ready', index, image }
    images.push(image)
    results.push(result)
  }
  return { images, ...told(results), usage: usageOf(request, references, results) }
}

/** The first picture has the seed itself; the others have their own, with which each comes again alone. */
const seedOf = (seed: number, index: number): number =>
  index === 0 ? seed : deriveSeed(seed, 'picture', index)

async function* paint(
  { prompt, negativePrompt, size, steps, guidanceScale, scheduler }: GenerateRequest,
  references: readonly Reference[],
  { engine, model, previewMilliseconds }: GenerateContext,
  { index, seed, signal }: { index: number; seed: number; signal: AbortSignal },
): AsyncGenerator<Progress, Result> {
  const { task, params } = guidedBy(references, size, model.manifest)
  const all = {
    prompt,
    seed,
    ...params,
    ...(negativePrompt ? { negativePrompt } : {}),
    ...(steps === undefined ? {} : { steps }),
    ...(guidanceScale === undefined ? {} : { guidanceScale }),
    ...(scheduler === undefined ? {} : { scheduler }),
  }
  const run = engine.run({ model, task, params: all, signal, previewMilliseconds })
  try {
    for (;;) {
      const next = await run.next()
      if (next.done) return next.value
      yield 'index' in next.value ? { ...next.value, index } : next.value
    }
  } finally {
    await run.return(undefined as never) // whoever leaves early stops the engine
  }
}

async function save(
  { bitmap, seed, settings, details = {} }: Result,
  { prompt, negativePrompt, references, format, quality }: GenerateRequest,
  { modelId, modelHash, version, seal, watermark: again }: GenerateContext & { modelHash: string },
): Promise<GeneratedImage> {
  const origin = references.length > 0 ? 'edited' : 'made'
  const watermark = again === undefined ? await seal.watermark(origin) : again
  const recipe: Recipe = {
    version,
    task: 'generate',
    prompt,
    ...(negativePrompt ? { negativePrompt } : {}),
    model: modelId,
    modelHash,
    seed,
    ...settings,
    ...(references.length > 0 ? { references: references.map(sha256) } : {}),
    ...(watermark === null ? {} : { watermark }),
    details,
  }
  const packed = await encode(await marked(bitmap, watermark), {
    format,
    recipe,
    ...(quality === undefined ? {} : { quality }),
  })
  const bytes = await seal.sign(packed, { origin, watermark })
  const { width, height } = bitmap
  return { bytes, mimeType: mimeTypes[format], width, height, sha256: sha256(bytes), seed, recipe }
}

const Told = z.object({
  interpretation: z.record(z.string(), z.unknown()).default({}),
  notDrawn: z.array(z.string()).default([]),
  drawnAs: z.array(z.object({ word: z.string(), kind: z.string() })).default([]),
})

/** What the model tells about the pictures; a model that tells nothing leaves it empty. */
function told(
  results: readonly Result[],
): Pick<GenerateResult, 'interpretation' | 'notDrawn' | 'drawnAs' | 'warnings'> {
  const all = results.map(({ details }) => Told.parse(details ?? {}))
  return {
    interpretation: { kind: 'generate', ...all[0]?.interpretation },
    notDrawn: [...new Set(all.flatMap(({ notDrawn }) => notDrawn))],
    drawnAs: [...new Map(all.flatMap(({ drawnAs }) => drawnAs.map((one) => [one.word, one]))).values()],
    warnings: [...new Set(results.flatMap(({ warnings }) => warnings))],
  }
}

function usageOf(
  { prompt, negativePrompt = '' }: GenerateRequest,
  references: readonly Reference[],
  results: readonly Result[],
): Usage {
  const given: Usage = {
    promptTokens: textTokens(prompt) + textTokens(negativePrompt),
    inputImageTokens: references.reduce(
      (sum, { bitmap }) => sum + inputImageTokens(bitmap.width, bitmap.height),
      0,
    ),
    outputImageTokens: 0,
    steps: 0,
    milliseconds: 0,
  }
  const made = ({ settings, milliseconds }: Result): Usage => ({
    promptTokens: 0,
    inputImageTokens: 0,
    outputImageTokens: OUTPUT_IMAGE_TOKENS,
    steps: settings.steps,
    milliseconds: Math.round(milliseconds),
  })
  return results.reduce((sum, result) => addUsage(sum, made(result)), given)
}
