import { PlantainError } from '@plantain/core'
import { expect, test } from 'vitest'
import { imagen4 } from '../../aliases/imagen-4.ts'
import { noLimits } from '../../store/keys.ts'
import { toPredictAsk, toPredictions, type PredictAsk } from './predict.ts'

const caller = { id: 'local', scopes: [], limits: noLimits }
const ask = (parameters: object): PredictAsk =>
  toPredictAsk({ instances: [{ prompt: 'a fox' }], parameters }, imagen4, caller)

test.each([
  [{ mode: 'upscale' }, 'parameters.mode'],
  [{ upscaleConfig: { upscaleFactor: 'x2' } }, 'parameters.upscale_config'],
  [{ editMode: 'EDIT_MODE_OUTPAINT' }, 'parameters.edit_mode'],
  [{ editMode: 'EDIT_MODE_INPAINT_REMOVAL' }, 'parameters.edit_mode'],
  [{ editConfig: { baseSteps: 20 } }, 'parameters.edit_config.base_steps'],
  [{ storageUri: 'gs://bucket' }, 'parameters.storage_uri'],
  [{ personGeneration: 'DONT_ALLOW' }, 'parameters.person_generation'],
])('%j changes the picture, cannot be done, and is refused by its path', (parameters, field) => {
  try {
    ask(parameters)
    expect.unreachable()
  } catch (error) {
    expect(error).toBeInstanceOf(PlantainError)
    expect(error).toMatchObject({ code: 'UNIMPLEMENTED', details: { field } })
  }
})
test('an edit that is no more than an edit is taken', () => {
  for (const editMode of ['EDIT_MODE_DEFAULT', 'EDIT_MODE_INPAINT_INSERTION'])
    expect(ask({ editMode }).warnings).toEqual([])
})
test('what has no effect is told in the answer', () => {
  const { warnings } = ask({ enhancePrompt: true, addWatermark: false, language: 'ja', seed: 3 })
  expect(warnings.map((warning) => warning.split(' ')[0])).toEqual([
    'enhancePrompt',
    'addWatermark',
    'language',
  ])
  const answer = {
    images: [],
    text: '',
    blocked: null,
    usage: { promptTokens: 0, inputImageTokens: 0, outputImageTokens: 0, steps: 0, milliseconds: 0 },
  }
  expect(toPredictions({ ...answer, warnings: ['x'] }, warnings)).toMatchObject({
    plantain: { warnings: [...warnings, 'x'] },
  })
})
