import type { Tool } from '../tool.ts'
import { editImage } from './edit-image.ts'
import { generateImage } from './generate-image.ts'
import { getImage } from './get-image.ts'
import { goBack } from './go-back.ts'
import { listModels } from './list-models.ts'
import { listSessions } from './list-sessions.ts'
import { saveImage } from './save-image.ts'

/** All that an assistant can have done. */
export const tools: readonly Tool[] = [
  generateImage,
  editImage,
  goBack,
  getImage,
  saveImage,
  listSessions,
  listModels,
]
