import { PlantainError } from '@plantain/core'
import type { ModelDirectory } from '../directory.ts'
import type { ModelManifest } from '../manifest.ts'

type Shared = 'name' | 'directory' | 'className' | 'bytes' | 'scheduler' | 'licence'

/** A manifest from what a family knows; the rest stands in every directory alike. */
export function describeModel(directory: ModelDirectory, facts: Omit<ModelManifest, Shared>): ModelManifest {
  return {
    ...facts,
    name: directory.name,
    directory: directory.path,
    className: directory.className,
    bytes: facts.parts.reduce((sum, { bytes }) => sum + bytes, 0),
    scheduler: schedulerOf(directory),
    licence: typeof directory.index['license'] === 'string' ? directory.index['license'] : null,
  }
}

/** Models distilled to few steps without guidance say so in their names only. */
export function isDistilled({ name }: ModelDirectory): boolean {
  return /turbo|lightning|hyper/i.test(name)
}

function schedulerOf(directory: ModelDirectory): ModelManifest['scheduler'] {
  const config = directory.json('scheduler/scheduler_config.json')
  const name = config?.['_class_name']
  if (config && typeof name === 'string') return { name, config }
  throw new PlantainError(
    'NOT_FOUND',
    `the model ${directory.path} has no scheduler/scheduler_config.json with a _class_name; download that file`,
  )
}
