import { throwIfCancelled, type Bitmap } from '@plantain/core'
import type { OpenInterpreter } from './interpreter.ts'
import type { Engine, ModelHandle, Progress, Result, RunRequest } from '@plantain/diffusion'

/** What a test looks at afterwards. */
export interface FakeEngine extends Engine {
  readonly requests: RunRequest[]
  readonly stopped: number
  readonly closed: boolean
}

const stopped = (signal: AbortSignal): Promise<unknown> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve(null)
    signal.addEventListener('abort', resolve, { once: true })
  })

const flat = (width: number, height: number, shade: number): Bitmap => ({
  width,
  height,
  data: new Uint8ClampedArray(width * height * 4).fill(shade).map((value, i) => (i % 4 === 3 ? 255 : value)),
})

/**
 * Stands in for the engine where a test is about what surrounds it: steps take a moment, the shade of the picture is its
 * seed, the signal stops within a step. A prompt with "teapot" cannot be drawn, one with "endless" never
 * ends by itself, one with "crash" is a bug.
 */
export function fakeEngine({
  stepMilliseconds = 1,
  family = 'fake',
}: { stepMilliseconds?: number; family?: string } = {}): FakeEngine {
  const requests: RunRequest[] = []
  const state = { stopped: 0, closed: false }
  async function* run(request: RunRequest): AsyncGenerator<Progress, Result> {
    requests.push(request)
    const { prompt, width = 64, height = 64, seed = 0, steps = 4 } = request.params
    const signal = request.signal ?? new AbortController().signal
    let done = false
    try {
      yield { type: 'picture-start', index: 0, steps }
      for (let step = 1; step <= steps; step++) {
        const endless = step > 1 && prompt.includes('endless')
        await (endless ? stopped(signal) : new Promise((resolve) => setTimeout(resolve, stepMilliseconds)))
        throwIfCancelled(signal)
        if (prompt.includes('crash')) throw new TypeError('secret of the house')
        const preview = request.previewMilliseconds === null ? {} : { preview: flat(8, 8, step) }
        yield { type: 'step', index: 0, step, steps, milliseconds: stepMilliseconds, ...preview }
      }
      yield { type: 'decode-start', index: 0 }
      yield { type: 'picture-end', index: 0, milliseconds: 1 }
      done = true
      const picture = {
        bitmap: flat(width, height, seed % 256),
        seed,
        index: 0,
        details: {
          scene: { seed },
          interpretation: { subject: prompt },
          notDrawn: prompt.includes('teapot') ? ['teapot'] : [],
        },
      }
      const settings = {
        width,
        height,
        steps,
        guidanceScale: 2,
        scheduler: 'FlowMatchEulerDiscreteScheduler',
      }
      return { ...picture, pictures: [picture], settings, warnings: [], milliseconds: 5 }
    } finally {
      if (!done) state.stopped++
    }
  }
  const load = async (directory: string): Promise<ModelHandle> =>
    ({
      manifest: {
        name: 'fake',
        family,
        directory,
        tasks: ['generate', 'image-to-image'],
        size: { multiple: 8, minimum: 8, maximum: 4096 },
        defaults: { width: 64, height: 64 },
      },
      hash: async () => 'f'.repeat(64),
    }) as unknown as ModelHandle
  return {
    requests,
    get stopped() {
      return state.stopped
    },
    get closed() {
      return state.closed
    },
    load,
    run,
    paint: async (_model, { seed }, { width, height }) => ({
      bitmap: flat(width, height, seed % 256),
      labels: new Uint16Array(width * height),
    }),
    status: async () => ({ threads: 1, memoryBytes: 1e9, device: 'cpu', devices: ['cpu'], loaded: [] }),
    close: async () => void (state.closed = true),
    [Symbol.asyncDispose]: async () => void (state.closed = true),
  }
}

/** Stands in for the interpreter where nothing that is said has to be understood: reads all of it as a wish to draw. */
export const drawsAll = (): OpenInterpreter => ({
  name: 'draws-all',
  interpret: async () => ({ kind: 'generate', ops: [], refers_to: [] }),
  [Symbol.asyncDispose]: async () => {},
})
