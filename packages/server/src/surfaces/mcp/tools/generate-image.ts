import { z } from 'zod'
import { creation, misread } from '../../../answer/converse.ts'
import { parseGenerateRequest } from '../../../generate/request.ts'
import { say, talks, told } from '../converse.ts'
import { aspect, seed, size } from '../fields.ts'
import { drawn } from '../generated.ts'
import { tool, type Tool } from '../tool.ts'

/** Words → pictures, in a session of their own. */
export const generateImage: Tool = tool({
  name: 'generate_image',
  title: 'Make a picture',
  description:
    'Makes one picture or several from a sentence, and starts a session in which edit_image changes them. The result says what was understood and what could not be drawn. The embedded model draws illustrations, not photographs.',
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: false },
  input: z.strictObject({
    prompt: z.string().trim().min(1).max(32_000).describe('What the picture shows, in any words.'),
    aspect: aspect.optional(),
    size: size.optional(),
    seed: seed.optional(),
    count: z
      .number()
      .int()
      .min(1)
      .max(4)
      .default(1)
      .describe('How many pictures, each with a seed of its own.'),
    negative_prompt: z.string().trim().max(2000).optional().describe('What the picture should not show.'),
    model: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .describe(
        'An installed model, as list_models names it; other models than plantain-tiny make pictures without a session.',
      ),
  }),
  async call(input, use) {
    if (!(await talks(use, input.model))) return drawn(use, parseGenerateRequest(requestOf(input)))
    const { prompt, aspect, size, seed, count, negative_prompt } = input
    const { id } = use.plantain.sessions.of(use.caller.id).start(seed === undefined ? {} : { seed })
    const message = {
      text: prompt,
      options: {
        ...(aspect === undefined ? {} : { aspect }),
        ...(size === undefined ? {} : { size }),
        ...(count === 1 ? {} : { count: String(count) }),
        ...(negative_prompt ? { avoid: negative_prompt } : {}),
      },
    }
    const view = await say(use, id, message)
    // There is no picture yet, so whatever was said says what to draw.
    if (view.places.length === 0 && misread.has(view.kind))
      return told(use, await say(use, id, { ...message, interpretation: creation(prompt) }))
    return told(use, view)
  },
})

const requestOf = ({
  negative_prompt,
  ...input
}: Readonly<Record<string, unknown>> & { readonly negative_prompt?: string | undefined }): Readonly<
  Record<string, unknown>
> => ({
  ...input,
  negativePrompt: negative_prompt,
})
