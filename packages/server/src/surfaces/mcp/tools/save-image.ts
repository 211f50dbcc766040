import { z } from 'zod'
import { place, session } from '../fields.ts'
import { tool, type Tool } from '../tool.ts'

/** A picture as a file on the person's machine. */
export const saveImage: Tool = tool({
  name: 'save_image',
  title: 'Save a picture',
  description:
    "Writes a picture of a session to a file on the person's machine, at full size, with its recipe. An existing file is kept unless overwrite is true.",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: false },
  local: true,
  input: z.strictObject({
    session,
    picture: place.default('current'),
    path: z.string().min(1).max(4096).describe('Where to write it; the folder must exist.'),
    overwrite: z.boolean().default(false),
  }),
  async call({ session: id, picture, path, overwrite }, use) {
    const file = await use.plantain.sessions.of(use.caller.id).picture(id, picture)
    const written = await use.files!.write(path, file.bytes, overwrite) // local tools are only offered where there are files
    return {
      text: `Written to ${written}: ${file.place} of session ${id}, ${file.width} x ${file.height}, ${file.mimeType}.`,
      pictures: [],
      structured: {
        path: written,
        sha256: file.sha256,
        width: file.width,
        height: file.height,
        mimeType: file.mimeType,
      },
    }
  },
})
