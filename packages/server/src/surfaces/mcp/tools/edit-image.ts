import { PlantainError } from '@plantain/core'
import { z } from 'zod'
import { parseGenerateRequest } from '../../../generate/request.ts'
import { say, talks, told } from '../converse.ts'
import { picture, place, read, seed, session } from '../fields.ts'
import { drawn } from '../generated.ts'
import { tool, type Tool } from '../tool.ts'

/** One message about a picture that is there. */
export const editImage: Tool = tool({
  name: 'edit_image',
  title: 'Change a picture',
  description:
    'Changes a picture by an instruction, as "add a lake in the foreground", "make it warmer", "remove the car", "crop to a square", "a bit less". Give the session of an earlier result (its current picture is changed; history is kept), or images to start from, or both. Pixels that nobody asked to change stay the same bytes. Questions about the picture are answered in words.',
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: false },
  input: z.strictObject({
    instruction: z
      .string()
      .trim()
      .min(1)
      .max(32_000)
      .describe('What to change, as one would say it to a person.'),
    session: session.optional(),
    picture: place.optional().describe('Go on from this picture of the session in place of its current one.'),
    images: z
      .array(picture)
      .max(3)
      .default([])
      .describe(
        'Up to three pictures: the first is changed, the others are referred to ("the style of the second").',
      ),
    mask: picture.optional().describe('Of the size of the picture: white may change, black stays.'),
    seed: seed.optional(),
  }),
  async call(input, use) {
    const images = await Promise.all(input.images.map((one, index) => read(one, `images[${index}]`, use)))
    if (input.session === undefined && images.length === 0)
      throw new PlantainError(
        'INVALID_ARGUMENT',
        'there is nothing to change; give the session of an earlier result, or a picture in images',
      )
    if (input.picture !== undefined && input.session === undefined)
      throw new PlantainError(
        'INVALID_ARGUMENT',
        `picture is "${input.picture}", and no session is given; name the session that it is of`,
      )
    if (input.session === undefined && !(await talks(use))) return redrawn(input, images, use)
    const sessions = use.plantain.sessions.of(use.caller.id)
    const id = input.session ?? sessions.start(input.seed === undefined ? {} : { seed: input.seed }).id
    if (input.picture !== undefined) await sessions.picture(id, input.picture) // NOT_FOUND before anything is done
    const mask = input.mask === undefined ? undefined : await read(input.mask, 'mask', use)
    const view = await say(use, id, {
      text: input.instruction,
      attachments: images,
      ...(mask === undefined ? {} : { mask }),
      ...(input.picture === undefined || input.picture === 'current' ? {} : { from: input.picture }),
      ...(input.seed === undefined ? {} : { options: { seed: String(input.seed) } }),
    })
    return told(use, view)
  },
})

/** A model without conversation starts from the picture and follows the words. */
function redrawn(
  {
    instruction,
    mask,
    seed,
  }: { readonly instruction: string; readonly mask?: unknown; readonly seed?: number | undefined },
  references: readonly Uint8Array[],
  use: Parameters<typeof drawn>[0],
): ReturnType<typeof drawn> {
  if (mask !== undefined)
    throw new PlantainError('UNIMPLEMENTED', 'this model takes no mask; use plantain-tiny, or send none')
  return drawn(use, parseGenerateRequest({ prompt: instruction, references, seed }))
}
