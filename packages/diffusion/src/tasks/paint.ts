import { deriveSeed, throwIfCancelled } from '@plantain/core'
import type { Mask, Tensor } from '@plantain/core'
import { resize } from '@plantain/imaging'
import { addNoise } from '../latents.ts'
import type { Conditioned, DecodeTarget, Hold, Model, Source } from '../model.ts'
import { DRAW } from '../noise.ts'
import type { Progress } from '../progress.ts'
import type { NoiseLevel } from '../schedulers/scheduler.ts'
import type { RunSettings } from '../settings.ts'
import { combine } from '../tensor.ts'
import type { Painted, TaskContext } from './task.ts'

/** What a task makes of the request: where the run starts, what it keeps, what the model sees. */
export interface Way {
  /** Start from the source, noised by `strength`; false: from nothing. */
  readonly fromSource: boolean
  readonly strength: number
  /** The source as conditioning; at the size of the run where latents start from it or are held. */
  readonly source: Source | null
  /** What to repaint, at the size of the run; seen by the model or held by the sampler, as the model can. */
  readonly mask: Mask | null
}

/** Noise to picture, the same for every task and every model. */
export async function* paint(
  model: Model,
  settings: RunSettings,
  way: Way,
  context: TaskContext,
): AsyncGenerator<Progress, Painted> {
  const { scheduler, schedulerConfig: config, size, steps } = settings
  const { noise, signal, index } = context
  const shape = model.latentShape(size)
  const levels = scheduler.levels(steps, config, {
    ...model.levelOptions(steps, size),
    ...(way.fromSource ? { strength: way.strength } : {}),
  })
  const begin = way.fromSource ? scheduler.begin(steps, way.strength) : 0
  const calls = scheduler.calls(levels, begin)
  const started = performance.now()
  yield { type: 'picture-start', index, steps: calls }

  const holds = way.mask !== null && model.manifest.inpaint === 'hold'
  let clean: Tensor | null = null
  if (way.source !== null && (way.fromSource || holds)) {
    yield* model.load('encode', signal)
    clean = await model.encodeImage(way.source, noise, signal)
  }
  const unit = noise.normals(DRAW.initial, shape)
  const start =
    way.fromSource && clean !== null
      ? addNoise(clean, unit, levels[begin]!)
      : combine(scheduler.initNoiseSigma(levels, config), unit)

  yield* model.load('condition', signal)
  throwIfCancelled(signal)
  const conditioned = await model.condition(
    {
      ...settings,
      source: way.source,
      mask: way.mask,
      controls: settings.controls.map((control) => ({
        ...control,
        bitmap: resize(control.bitmap, size.width, size.height),
      })),
      noise,
      prediction: scheduler.prediction(config),
      levels,
    },
    signal,
  )
  for (const message of conditioned.warnings) yield { type: 'warning', message }

  const free = holds ? model.latentMask?.(way.mask!, way.source!) : undefined
  const hold = clean && free ? { clean, mask: free } : conditioned.hold
  const seed = index === 0 ? settings.seed : deriveSeed(settings.seed, 'picture', index)
  const target: DecodeTarget = { size, seed, prompt: settings.prompt, source: way.source, hints: settings.hints }
  yield* model.load('denoise', signal)
  const latents = yield* sample({
    model,
    settings,
    context,
    target,
    conditioned,
    hold,
    unit,
    start,
    levels,
    begin,
    calls,
  })

  yield { type: 'decode-start', index }
  yield* model.load('decode', signal)
  throwIfCancelled(signal)
  const picture = await model.decode(latents, target, signal)
  yield { type: 'picture-end', index, milliseconds: performance.now() - started }
  return { ...picture, latents }
}

interface Sampling {
  readonly model: Model
  readonly settings: RunSettings
  readonly context: TaskContext
  readonly target: DecodeTarget
  readonly conditioned: Conditioned
  readonly hold: Hold | undefined
  readonly unit: Tensor
  readonly start: Tensor
  readonly levels: readonly NoiseLevel[]
  readonly begin: number
  readonly calls: number
}

async function* sample(run: Sampling): AsyncGenerator<Progress, Tensor> {
  const { model, settings, context, target, hold, unit, levels, begin, calls } = run
  const { signal, index, previewMilliseconds: every } = context
  const steps = settings.scheduler.sample(run.conditioned.denoise, run.start, levels, {
    config: settings.schedulerConfig,
    noise: context.noise,
    signal,
    begin,
    ...(settings.eta === undefined ? {} : { eta: settings.eta }),
    ...(hold ? { constrain: (latents: Tensor, next: NoiseLevel) => held(latents, hold, unit, next) } : {}),
  })
  let [last, shown] = [performance.now(), -Infinity]
  for (;;) {
    const { done, value } = await steps.next()
    if (done) return value
    const now = performance.now()
    const due = every !== null && now - shown >= every
    const preview = due ? await model.preview(value.denoised, target, signal) : null
    if (due) shown = now
    yield {
      type: 'step',
      index,
      step: value.index + 1,
      steps: calls,
      milliseconds: now - last,
      ...(preview ? { preview } : {}),
    }
    last = performance.now()
  }
}

/** What is held follows the same path of noise as the rest, so that both fit at every level. */
function held(latents: Tensor, { clean, mask }: Hold, unit: Tensor, next: NoiseLevel): Tensor {
  const kept = addNoise(clean, unit, next)
  const cells = mask.data.length
  const data = latents.data.map((value, i) => {
    const free = mask.data[i % cells]!
    return free * value + (1 - free) * kept.data[i]!
  })
  return { data, shape: latents.shape }
}
