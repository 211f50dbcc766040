import type { Scene } from '@plantain/core'
import type { Composed, ComposeRequest, PerformEvent, Tools } from '@plantain/conversation'
import type { Engine, Progress, Result } from '@plantain/diffusion'
import { z } from 'zod'

/** The tools that are the engine's. */
export type Composer = Pick<Tools, 'compose' | 'paint'>

export interface ComposerOptions {
  readonly engine: () => Promise<Engine>
  /** Directory of the embedded model. */
  readonly model: string
  /** At most one preview in so many milliseconds; null (default): none. */
  readonly previewMilliseconds?: number | null
}

/** A scene is the same at any size, so it is composed small, and painted once it is known what of it is new. */
const COMPOSED_SIDE = 96
/** A preview is worth looking at. */
const PREVIEWED_SIDE = 256
const Details = z.object({
  scene: z.custom<Scene>((value) => typeof value === 'object' && value !== null),
  notDrawn: z.array(z.string()).default([]),
  drawnAs: z.array(z.object({ word: z.string(), kind: z.string() })).default([]),
})

/** Scenes from words, and their pictures, by the embedded model on the engine's thread. */
export function engineComposer({ engine, model, previewMilliseconds = null }: ComposerOptions): Composer {
  return {
    async *compose(request, signal) {
      const run = (await engine()).run(runFor(request, model, signal, previewMilliseconds))
      const result = yield* told(run)
      return composedFrom(result)
    },
    async paint(scene, { width, height }, signal) {
      return (await engine()).paint(model, scene, { width, height }, signal)
    },
  }
}

function runFor(
  request: ComposeRequest,
  model: string,
  signal: AbortSignal,
  previews: number | null,
): Parameters<Engine['run']>[0] {
  const { prompt, negativePrompt, seed, steps, guidanceScale, source, free } = request
  const shown = source === undefined && previews !== null
  const side = shown ? PREVIEWED_SIDE : COMPOSED_SIDE
  const scale = side / Math.max(request.width, request.height)
  const small = (pixels: number): number => Math.max(64, Math.round(pixels * scale))
  return {
    model,
    task: 'generate',
    signal,
    previewMilliseconds: shown ? previews : null,
    params: {
      prompt,
      seed,
      width: small(request.width),
      height: small(request.height),
      ...(negativePrompt ? { negativePrompt } : {}),
      ...(steps === undefined ? {} : { steps }),
      ...(guidanceScale === undefined ? {} : { guidanceScale }),
      ...(source === undefined ? {} : { hints: { scene: source, free: free ?? { world: [], things: [] } } }),
    },
  }
}

/** Progress of the engine as the conversation tells it. */
async function* told(run: AsyncGenerator<Progress, Result>): AsyncGenerator<PerformEvent, Result> {
  try {
    for (;;) {
      const next = await run.next()
      if (next.done === true) return next.value
      const event = next.value
      if (event.type === 'step')
        yield {
          type: 'progress',
          picture: 0,
          stage: 'compose',
          share: event.step / event.steps,
          ...(event.preview === undefined ? {} : { preview: event.preview }),
        }
    }
  } finally {
    await run.return(undefined as never) // whoever leaves early stops the engine
  }
}

function composedFrom({ details, settings, milliseconds }: Result): Composed {
  const { scene, notDrawn, drawnAs } = Details.parse(details ?? {})
  const usage = {
    promptTokens: 0,
    inputImageTokens: 0,
    outputImageTokens: 0,
    steps: settings.steps,
    milliseconds: Math.round(milliseconds),
  }
  return { scene, notDrawn, drawnAs, usage }
}
