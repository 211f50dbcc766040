import { scaled, type Alias } from './alias.ts'
import { imagen } from './tables.ts'

export const imagen4: Alias = {
  id: 'imagen-4.0-generate-001',
  api: 'imagen',
  displayName: 'Imagen 4',
  description: 'Imagen 4, answered by a local model',
  version: '001',
  created: 1755129600,
  inputTokenLimit: 480,
  outputTokenLimit: 8192,
  sizes: { '1K': imagen, '2K': scaled(imagen, 2) },
  imageTokens: { '1K': 1290, '2K': 1290 },
  maxInputImages: 4,
}
export const imagen4Fast: Alias = {
  ...imagen4,
  id: 'imagen-4.0-fast-generate-001',
  displayName: 'Imagen 4 Fast',
}
export const imagen4Ultra: Alias = {
  ...imagen4,
  id: 'imagen-4.0-ultra-generate-001',
  displayName: 'Imagen 4 Ultra',
}
