import { expect, test } from 'vitest'
import { canonicalPath } from './canonical-path.ts'

test.each([
  ['/v1beta/models/m:generateContent', '/gemini/v1beta/models/m:generateContent'],
  ['/v1/models/m:generateContent', '/gemini/v1/models/m:generateContent'],
  ['//v1beta//models%2Fm%3AcountTokens', '/gemini/v1beta/models/m:countTokens'],
  ['/v1beta/v1beta/models/m:countTokens', '/gemini/v1beta/models/m:countTokens'],
  ['/v1beta/v1/models', '/gemini/v1/models'],
  ['/models/m:generateContent', '/gemini/v1beta/models/m:generateContent'],
  ['/upload/v1beta/files', '/gemini/upload/v1beta/files'],
  ['/v1beta/upload/v1beta/files', '/gemini/upload/v1beta/files'],
  ['/download/v1/files/x:download', '/gemini/download/v1/files/x:download'],
  [
    '/v1beta1/projects/p/locations/l/publishers/google/models/m:predict',
    '/vertex/v1beta1/projects/p/locations/l/publishers/google/models/m:predict',
  ],
  ['/v1/publishers/google/models/m:generateContent', '/vertex/v1/publishers/google/models/m:generateContent'],
  ['/v1/images/generations', '/openai/images/generations'],
  ['/v1beta/openai/images/edits', '/openai/images/edits'],
  ['/v1beta/openai/models', '/openai/models'],
  ['/v1/native/generate', '/v1/native/generate'],
  ['/', '/'],
  ['/healthz', '/healthz'],
  ['/v1', '/v1'],
])('%s is %s', (given, canonical) => {
  expect(canonicalPath(given)).toBe(canonical)
})
