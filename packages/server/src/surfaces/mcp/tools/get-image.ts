import { decode, encode, mimeTypes } from '@plantain/codecs'
import { resize } from '@plantain/imaging'
import { z } from 'zod'
import { isTransparent } from '../../../transparent.ts'
import { place, session } from '../fields.ts'
import { tool, type Tool, type ToolPicture } from '../tool.ts'

/** A stored picture again, whole or small. */
export const getImage: Tool = tool({
  name: 'get_image',
  title: 'Look at a picture',
  description:
    'Gives a picture of a session again. With whole it is the stored file itself, with its recipe, however large; else one that is small enough for you to look at.',
  annotations: { readOnlyHint: true, openWorldHint: false },
  input: z.strictObject({
    session,
    picture: place.default('current'),
    whole: z.boolean().default(false).describe('The file itself, byte for byte; may be megabytes.'),
    longest_side: z
      .number()
      .int()
      .min(16)
      .max(6144)
      .optional()
      .describe('Make it smaller, to this many pixels.'),
  }),
  async call({ session: id, picture, whole, longest_side }, use) {
    const file = await use.plantain.sessions.of(use.caller.id).picture(id, picture)
    const given = whole || longest_side === undefined ? file : await smaller(file, longest_side)
    return {
      text: `Session ${id}, ${file.place}: ${file.width} x ${file.height}${given === file ? '' : `, shown at ${given.width} x ${given.height}`}.`,
      pictures: [given],
      structured: {
        session: id,
        picture: file.place,
        width: file.width,
        height: file.height,
        sha256: file.sha256,
        mimeType: file.mimeType,
      },
      whole,
    }
  },
})

async function smaller(picture: ToolPicture, side: number): Promise<ToolPicture> {
  const scale = side / Math.max(picture.width, picture.height)
  if (scale >= 1) return picture
  const bitmap = await decode(picture.bytes, { maxPixels: Number.MAX_SAFE_INTEGER })
  const small = resize(
    bitmap,
    Math.max(1, Math.round(bitmap.width * scale)),
    Math.max(1, Math.round(bitmap.height * scale)),
  )
  const bytes = await encode(small, { format: 'png', alpha: isTransparent(small) })
  return { bytes, mimeType: mimeTypes.png, width: small.width, height: small.height }
}
