import type { Tensor } from '@plantain/core'
import type { Part } from '../manifest.ts'
import type { Parts } from '../parts.ts'
import type { Prediction } from '../prediction.ts'
import type { Feeds } from '../runtimes/runtime.ts'
import type { Denoise, NoiseLevel } from '../schedulers/scheduler.ts'
import { concatenate, scalar, slice } from '../shape.ts'
import { combine } from '../tensor.ts'

/** One of the predictions that guidance puts together: what this one is told. */
export interface Branch {
  readonly feeds: Feeds
  /** Laid beside the latents, on the channel axis. */
  readonly channels: readonly Tensor[]
}

export interface BranchOptions {
  readonly parts: Parts
  readonly part: Part
  readonly prediction: Prediction
  readonly branches: readonly Branch[]
  /** The prediction of each branch, in their order, to the one that counts. */
  guide(outputs: readonly Tensor[], level: NoiseLevel): Tensor
  /** Scaled latents as the network takes them (packed into tokens); default: as they are. */
  pack?(latents: Tensor): Tensor
  unpack?(output: Tensor, latents: Tensor): Tensor
  /** Name of the input for the latents; the output is the first of the network. */
  readonly input: string
  /** The network's own unit of time; default the scheduler's. */
  timestep?(level: NoiseLevel): number
  /** More feeds that depend on the step: what control networks say. */
  more?(call: BranchCall, signal: AbortSignal): Promise<Feeds>
}

export interface BranchCall {
  readonly feeds: Feeds
  readonly level: NoiseLevel
}

/**
 * A denoiser of one network that is asked once for each branch. One by one, because two runs of one picture take half the
 * memory of a run of two, and the same time; together only where an export is fixed to a batch.
 */
export function branchDenoiser(options: BranchOptions): Denoise {
  const { parts, part, prediction, branches, guide, input } = options
  const output = part.outputs[0]!.name
  const batch = part.inputs.find(({ name }) => name === input)?.shape[0]
  return async (latents, level, signal) => {
    const scaled = scaledBy(latents, prediction.inputScale(level))
    const timestep = scalar(options.timestep?.(level) ?? level.timestep)
    const feedsOf = (branch: Branch): Feeds => {
      const sample = options.pack?.(scaled) ?? concatenate([scaled, ...branch.channels], 1)
      return { ...branch.feeds, [input]: sample, timestep }
    }
    const ask = async (feeds: Feeds): Promise<Tensor> => {
      const more = (await options.more?.({ feeds, level }, signal)) ?? {}
      return (await parts.run(part.name, { ...feeds, ...more }, [output], signal))[output]!
    }
    const outputs: Tensor[] = []
    const asked = branches.map(feedsOf)
    if (typeof batch === 'number' && batch > 1) {
      const all = await ask(stacked(asked, batch, part))
      outputs.push(...asked.map((_, i) => slice(all, 0, i, i + 1)))
    } else for (const feeds of asked) outputs.push(await ask(feeds))
    const unpacked = outputs.map((one) => options.unpack?.(one, latents) ?? one)
    return prediction.clean(guide(unpacked, level), latents, level)
  }
}

const scaledBy = (latents: Tensor, factor: number): Tensor =>
  factor === 1 ? latents : combine(factor, latents)

/** All branches as one batch of the fixed size, filled up with the last one. */
function stacked(asked: readonly Feeds[], batch: number, part: Part): Feeds {
  const rows = Array.from({ length: batch }, (_, i) => asked[Math.min(i, asked.length - 1)]!)
  const single = new Set(
    part.inputs.filter(({ shape }) => shape[0] !== batch && shape.length < 2).map(({ name }) => name),
  )
  return Object.fromEntries(
    Object.entries(rows[0]!).map(([name, first]) => [
      name,
      single.has(name)
        ? first
        : concatenate(
            rows.map((feeds) => feeds[name]!),
            0,
          ), // one timestep serves all
    ]),
  )
}
