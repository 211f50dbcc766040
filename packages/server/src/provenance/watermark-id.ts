import { createHmac } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Bitmap } from '@plantain/core'
import { readSecret } from '../answer/signature.ts'
import type { Config } from '../config.ts'

/** Which installation marks: the operator's choice, else a number that its secret gives, the same for all its pictures. */
export const watermarkId = async (config: Config): Promise<string> =>
  config.watermarkId === '' ? idBy(await readSecret(config.data)) : config.watermarkId.toLowerCase()

/** The same, and null where the installation has never needed a secret: for looking, which leaves nothing behind. */
export async function knownWatermarkId(config: Config): Promise<string | null> {
  if (config.watermarkId !== '') return config.watermarkId.toLowerCase()
  const secret = await readFile(join(config.data, 'secret')).catch(() => null)
  return secret === null ? null : idBy(secret)
}

const idBy = (secret: Uint8Array): string =>
  createHmac('sha256', secret).update('watermark').digest('hex').slice(0, 8)

/** id: 8 hexadecimal digits; null: the picture as it is */
export async function marked(bitmap: Bitmap, id: string | null): Promise<Bitmap> {
  if (id === null) return bitmap
  const { mark } = await import('@plantain/imaging/watermark')
  return mark(bitmap, parseInt(id, 16))
}
