import { PlantainError } from '@plantain/core'
import { aliases, findAlias, type Alias } from '../../aliases/index.ts'
import type { Plantain } from '../../plantain.ts'

/** The model resource of the Gemini API. */
export const modelBody = ({
  id,
  api,
  displayName,
  description,
  version,
  inputTokenLimit,
  outputTokenLimit,
  thinking,
}: Alias): object => ({
  name: `models/${id}`,
  version,
  displayName,
  description,
  inputTokenLimit,
  outputTokenLimit,
  supportedGenerationMethods:
    api === 'imagen'
      ? ['predict']
      : [
          'generateContent',
          'streamGenerateContent',
          'countTokens',
          'batchGenerateContent',
          'predict',
          'createCachedContent',
        ],
  temperature: 1,
  topP: 0.95,
  topK: 64,
  maxTemperature: 1,
  ...(thinking ? { thinking } : {}),
})

export const installedIds = (plantain: Plantain): readonly string[] =>
  plantain.models.list().map(({ id }) => id)

/** Every id that is served, the installed models' own last. */
export const served = (plantain: Plantain): readonly Alias[] => {
  const installed = installedIds(plantain)
  return [...aliases, ...installed.map((id) => findAlias(id, installed)!)]
}

/** throws: NOT_FOUND as Google words it for a verb, with the way to the list */
export function aliasFor(plantain: Plantain, id: string, version: string, verb: string): Alias {
  const alias = findAlias(id, installedIds(plantain))
  if (alias !== undefined) return alias
  throw new PlantainError(
    'NOT_FOUND',
    `models/${id.slice(0, 100)} is not found for API version ${version}, or is not supported for ${verb}. Call ModelService.ListModels to see the list of available models and their supported methods.`,
  )
}

/** What an id runs on: itself where it is installed, the configured model otherwise. */
export const engineModel = ({ id, api }: Alias): string | undefined => (api === 'plantain' ? id : undefined)
