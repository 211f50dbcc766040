import { PlantainError } from '@plantain/core'
import { expect, test } from 'vitest'
import { toOpenAiError } from './error.ts'

const exhausted = (quotaId: string): PlantainError =>
  new PlantainError('RESOURCE_EXHAUSTED', 'You exceeded your current quota …', {
    details: {
      retryAfterSeconds: 12,
      quota: { quotaMetric: 'm', quotaId, quotaDimensions: { model: 'gpt-image-1' }, quotaValue: '5' },
    },
  })

test.each([
  ['GenerateRequestsPerMinutePerProjectPerModel-FreeTier', 'requests per min'],
  ['GenerateRequestsPerDayPerProjectPerModel-FreeTier', 'requests per day'],
])('a limit is told as OpenAI words it: %s', (quotaId, per) => {
  expect(toOpenAiError(exhausted(quotaId)).error).toEqual({
    message: `Rate limit reached for gpt-image-1 on ${per}: Limit 5. Please try again in 12s.`,
    type: 'rate_limit_exceeded',
    param: null,
    code: 'rate_limit_exceeded',
  })
})

test('any other error has its own words and the field it is about', () => {
  const error = new PlantainError('INVALID_ARGUMENT', 'size is 3x3; give …', { details: { field: 'size' } })
  expect(toOpenAiError(error).error).toEqual({
    message: 'size is 3x3; give …',
    type: 'invalid_request_error',
    param: 'size',
    code: null,
  })
})
