import { readPictures } from '../sessions/attachments.ts'
import { readPainted } from '../sessions/read-said.ts'
import type { EditRequest } from './request.ts'

/**
 * All files of a request can be read and fit together: known before anything is opened or computed.
 *
 * throws: INVALID_ARGUMENT naming which of them cannot be read and why
 */
export async function checkFiles({ images, mask }: EditRequest, maxPixels: number): Promise<void> {
  const [first] = await readPictures(images, maxPixels)
  if (mask !== undefined) await readPainted(first, mask, maxPixels)
}
