import { z } from 'zod'
import { ASPECTS, SIZES } from '../../../sizes.ts'
import { tool, type Tool } from '../tool.ts'

/** What pictures can be made with, and how large. */
export const listModels: Tool = tool({
  name: 'list_models',
  title: 'Models and sizes',
  description:
    'Lists the installed models, the default one, and the ratios and sizes that pictures can have.',
  annotations: { readOnlyHint: true, openWorldHint: false },
  input: z.strictObject({}),
  async call(_, { plantain }) {
    const models = plantain.models.list().map(({ id }) => id)
    const defaultModel = plantain.models.get().id
    const [aspects, sizes] = [Object.keys(ASPECTS), Object.keys(SIZES)]
    return {
      text: `Models: ${models.join(', ')}; ${defaultModel} is the default. Ratios: ${aspects.join(', ')}. Sizes: ${sizes.join(', ')}, or pixels as 640x480.`,
      pictures: [],
      structured: { models, defaultModel, aspects, sizes },
    }
  },
})
