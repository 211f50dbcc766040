import { PlantainError } from '@plantain/core'
import type { ReadFile } from './content.ts'

/** Files are not kept yet: a request that names one is told what Google tells of a file that is not there. */
export const noFiles: ReadFile = async (_uri, field) => {
  throw new PlantainError(
    'PERMISSION_DENIED',
    'You do not have permission to access the File ID or it may not exist.',
    { details: { field } },
  )
}
