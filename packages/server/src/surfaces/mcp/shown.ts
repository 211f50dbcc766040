import { decode, encode } from '@plantain/codecs'
import { resize } from '@plantain/imaging'
import { isTransparent } from '../../transparent.ts'
import type { ToolPicture } from './tool.ts'

/** Assistants refuse results of a megabyte; in base64 a picture takes a third more. */
const mostBytes = 700_000
const qualities = [90, 80] as const

/**
 * A picture as an assistant can take it in: as it is where it is small, else a WebP of the same size in pixels, else a smaller one.
 */
export async function shown(picture: ToolPicture): Promise<ToolPicture> {
  if (picture.bytes.length <= mostBytes) return picture
  let bitmap = await decode(picture.bytes, { maxPixels: Number.MAX_SAFE_INTEGER })
  const alpha = isTransparent(bitmap)
  for (;;) {
    for (const quality of qualities) {
      const bytes = await encode(bitmap, { format: 'webp', quality, alpha })
      if (bytes.length <= mostBytes)
        return { bytes, mimeType: 'image/webp', width: bitmap.width, height: bitmap.height }
    }
    bitmap = resize(bitmap, Math.ceil(bitmap.width / 2), Math.ceil(bitmap.height / 2))
  }
}
