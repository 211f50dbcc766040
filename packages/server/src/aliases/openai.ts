import type { Alias } from './alias.ts'

const base = {
  api: 'openai',
  description: 'OpenAI Images, answered by a local model',
  version: '1',
  inputTokenLimit: 32_000,
  outputTokenLimit: 32_000,
  // These models take sizes in pixels; the table holds what "auto" may become.
  sizes: { auto: { '1:1': [1024, 1024], '3:2': [1536, 1024], '2:3': [1024, 1536] } },
  imageTokens: { auto: 1290 },
  maxInputImages: 16,
} as const
const model = (id: string, created: number): Alias => ({ ...base, id, displayName: id, created })

/** Unix seconds of their announcements. */
export const openaiModels: readonly Alias[] = [
  model('gpt-image-1', 1745366400),
  model('gpt-image-1-mini', 1759708800),
  model('gpt-image-1.5', 1765843200),
  model('gpt-image-2', 1776729600),
  model('gpt-image-2.5-sunburst', 1783468800),
  model('gpt-image-2.5-flare', 1783468800),
  model('gpt-image-2.6-sunburst', 1790726400),
  model('gpt-image-2.6-flare', 1790726400),
  model('chatgpt-image-latest', 1765843200),
  model('dall-e-2', 1698796800),
  model('dall-e-3', 1698796800),
]
/** Dated snapshots and whatever comes next are the same model under another name. */
export const openaiModel = (id: string): Alias | undefined =>
  openaiModels.find((known) => known.id === id) ??
  (/^gpt-image-[\w.-]{1,60}$/.test(id) ? model(id, 1745366400) : undefined)
