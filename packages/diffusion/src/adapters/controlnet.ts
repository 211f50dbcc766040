import { PlantainError } from '@plantain/core'
import type { Tensor } from '@plantain/core'
import type { Part } from '../manifest.ts'
import type { Conditions, Control } from '../model.ts'
import type { Parts } from '../parts.ts'
import { pixelsOf, unitPixels } from '../latents.ts'
import type { Feeds } from '../runtimes/runtime.ts'
import type { NoiseLevel } from '../schedulers/scheduler.ts'
import { filled, scalar } from '../shape.ts'
import { combine } from '../tensor.ts'

type More = (
  call: { readonly feeds: Feeds; readonly level: NoiseLevel },
  signal: AbortSignal,
) => Promise<Feeds>

/** What the control network answers, and what the UNet calls the same. */
const residualNames = (name: string): string =>
  name
    .replace('down_block_res_samples_', 'down_block_additional_residual_')
    .replace('mid_block_res_sample', 'mid_block_additional_residual')

/**
 * What control pictures add to each step of a UNet that was exported to take it: one residual a skip connection and one for
 * the middle. Several pictures add up. Without a picture the residuals are zeros.
 *
 * Source: ControlNet, arXiv 2302.05543. No exporter has a standard for it; the layout is controlnet/model.onnx beside unet.
 */
export function controlFeeds(
  parts: Parts,
  unet: Part,
  net: Part | null,
  conditions: Conditions,
): More | undefined {
  const takes = unet.inputs.some(({ name }) => name.startsWith('down_block_additional_residual_'))
  if (!takes || net === null) {
    if (conditions.controls.length === 0) return undefined
    throw new PlantainError(
      'UNIMPLEMENTED',
      `the model ${unet.file} takes no control picture; use a directory with controlnet/model.onnx and a UNet exported for it`,
    )
  }
  const pictures = conditions.controls.map((control) => ({ ...control, planes: unitPlanes(control) }))
  const black = { planes: filled([1, 3, conditions.size.height, conditions.size.width]), scale: 0 }
  let zeros: Promise<Feeds> | null = null

  async function ask({ planes, scale }: typeof black, feeds: Feeds, signal: AbortSignal): Promise<Feeds> {
    const wanted = net!.outputs.map(({ name }) => name)
    const given = { ...feeds, controlnet_cond: planes, conditioning_scale: scalar(scale) }
    const outputs = await parts.run('controlnet', given, wanted, signal)
    return Object.fromEntries(wanted.map((name) => [residualNames(name), outputs[name]!]))
  }

  return async ({ feeds, level }, signal) => {
    const share = conditions.levels.indexOf(level)
    const steps = conditions.levels.length - 1
    const active = pictures.filter(({ start, end }) => share / steps >= start && (share + 1) / steps <= end)
    if (active.length === 0) return await (zeros ??= ask(black, feeds, signal))
    const [first, ...others] = active
    let sum = await ask(first!, feeds, signal)
    for (const other of others) sum = added(sum, await ask(other, feeds, signal))
    return sum
  }
}

const unitPlanes = ({ bitmap }: Control): Tensor => unitPixels(pixelsOf(bitmap))

const added = (one: Feeds, other: Feeds): Feeds =>
  Object.fromEntries(Object.entries(one).map(([name, tensor]) => [name, combine(1, tensor, 1, other[name]!)]))
