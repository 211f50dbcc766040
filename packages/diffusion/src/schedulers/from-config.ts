import { PlantainError } from '@plantain/core'
import { z } from 'zod'
import { schedulers } from './index.ts'
import type { Scheduler, SchedulerConfig } from './scheduler.ts'

/** A scheduler and a configuration that it understands. */
export interface ConfiguredScheduler {
  readonly scheduler: Scheduler
  readonly config: SchedulerConfig
}

/**
 * The scheduler that a scheduler_config.json describes: `_class_name` decides, missing keys get the defaults of the class,
 * unknown keys are ignored.
 *
 * throws: UNIMPLEMENTED for a class that we do not have, INVALID_ARGUMENT for a value that it does not take
 */
export function schedulerFromConfig(json: unknown): ConfiguredScheduler {
  const named = z.object({ _class_name: z.string() }).safeParse(json)
  if (!named.success)
    throw new PlantainError(
      'INVALID_ARGUMENT',
      'the scheduler configuration has no _class_name; give the scheduler_config.json of the model',
    )
  const name = named.data._class_name
  const scheduler = schedulers.find((candidate) => candidate.name === name)
  if (scheduler === undefined)
    throw new PlantainError(
      'UNIMPLEMENTED',
      `scheduler ${name} is not supported; supported are ${schedulers.map((known) => known.name).join(', ')}`,
    )
  const config = scheduler.config.safeParse(json)
  if (config.success) return { scheduler, config: config.data }
  throw new PlantainError(
    'INVALID_ARGUMENT',
    `the configuration of ${name} cannot be used: ${z.prettifyError(config.error)}`,
    {
      cause: config.error,
    },
  )
}
