import { PlantainError } from '@plantain/core'
import type { Details } from './model.ts'
import { schedulerFromConfig, type ConfiguredScheduler } from './schedulers/from-config.ts'
import { schedulers } from './schedulers/index.ts'

/** What people call a scheduler elsewhere, and the keys of its configuration that they mean with it. */
const spoken: Readonly<Record<string, readonly [string, Details]>> = {
  euler: ['EulerDiscreteScheduler', {}],
  'euler karras': ['EulerDiscreteScheduler', { use_karras_sigmas: true }],
  'euler a': ['EulerAncestralDiscreteScheduler', {}],
  heun: ['HeunDiscreteScheduler', {}],
  ddim: ['DDIMScheduler', {}],
  ddpm: ['DDPMScheduler', {}],
  pndm: ['PNDMScheduler', {}],
  lms: ['LMSDiscreteScheduler', {}],
  unipc: ['UniPCMultistepScheduler', {}],
  lcm: ['LCMScheduler', {}],
  'dpm++ 2m': ['DPMSolverMultistepScheduler', {}],
  'dpm++ 2m karras': ['DPMSolverMultistepScheduler', { use_karras_sigmas: true }],
  'dpm++ 2m sde': ['DPMSolverMultistepScheduler', { algorithm_type: 'sde-dpmsolver++' }],
  'dpm++ 2m sde karras': [
    'DPMSolverMultistepScheduler',
    { algorithm_type: 'sde-dpmsolver++', use_karras_sigmas: true },
  ],
  'flow euler': ['FlowMatchEulerDiscreteScheduler', {}],
}

/** Names that a request may give: the standard ones, and what people say. */
export const schedulerNames: readonly string[] = [
  ...schedulers.map(({ name }) => name),
  ...Object.keys(spoken),
]

export interface Choice {
  readonly name?: string | undefined
  /** Keys over those of the model. */
  readonly config?: Details | undefined
  /** The model takes noise of any kind. */
  readonly any?: boolean | undefined
}

/**
 * The scheduler of a run: the model's own, or another that takes over the model's noise schedule.
 *
 * own:    scheduler_config.json of the model
 * throws: INVALID_ARGUMENT for a name that is not known, or for one that works in another kind of noise than the model
 */
export function chooseScheduler(own: Details, { name, config, any = false }: Choice): ConfiguredScheduler {
  const [className, implied] = name === undefined ? [own['_class_name'], {}] : named(name)
  const chosen = schedulerFromConfig({ ...own, ...implied, ...config, _class_name: className })
  const isFlow = ({ scheduler, config: settings }: ConfiguredScheduler): boolean =>
    scheduler.prediction(settings).name === 'flow_prediction'
  const trained = isFlow(schedulerFromConfig(own))
  if (any || trained === isFlow(chosen)) return chosen
  throw new PlantainError(
    'INVALID_ARGUMENT',
    trained
      ? `this model was trained on flows; ${chosen.scheduler.name} is for others, use ${String(own['_class_name'])}`
      : `${chosen.scheduler.name} is for models trained on flows, this one was not; use ${String(own['_class_name'])} or another`,
  )
}

function named(name: string): readonly [string, Details] {
  const exact = schedulers.find((scheduler) => scheduler.name === name)
  const found = exact ? ([exact.name, {}] as const) : spoken[name.toLowerCase()]
  if (found) return found
  throw new PlantainError(
    'INVALID_ARGUMENT',
    `scheduler is ${name}; give one of ${schedulerNames.join(', ')}`,
  )
}
