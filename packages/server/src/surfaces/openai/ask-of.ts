import { PlantainError } from '@plantain/core'
import type { Context } from 'hono'
import { findAlias } from '../../aliases/index.ts'
import type { Ask } from '../../answer/ask.ts'
import type { Plantain } from '../../plantain.ts'
import { callerIn } from '../authenticate.ts'
import { scenarioOf } from '../credential.ts'
import { engineModel, installedIds } from '../gemini/models.ts'

export const unknownModel = (id: string): PlantainError =>
  new PlantainError(
    'NOT_FOUND',
    `The model '${id.slice(0, 100)}' does not exist or you do not have access to it.`,
    {
      details: { field: 'model', code: 'model_not_found' },
    },
  )

/** Who asks, and for which model. throws: NOT_FOUND for a name that is not served */
export function askOf(
  c: Context,
  plantain: Plantain,
  id: string | undefined,
): Pick<Ask, 'caller' | 'alias' | 'model' | 'scenario'> {
  const alias = id === undefined ? undefined : findAlias(id, installedIds(plantain))
  if (id !== undefined && alias === undefined) throw unknownModel(id)
  const scenario = scenarioOf(c.req.raw)
  return {
    caller: callerIn(c),
    alias: alias?.id ?? plantain.models.get().id,
    model: alias === undefined ? undefined : engineModel(alias),
    ...(scenario === null ? {} : { scenario }),
  }
}
