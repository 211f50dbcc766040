import { z } from 'zod'
import { joinTurns, type AskPicture, type AskTurn } from '../../answer/ask.ts'
import { fromBase64 } from '../gemini/bytes.ts'
import { wrong } from './wire.ts'

/** A message of chat completions or of responses. */
export interface MessageBody {
  readonly type?: string | undefined
  readonly id?: string | undefined
  readonly role?: string | undefined
  readonly content?: string | readonly ItemBody[] | null | undefined
  readonly result?: string | null | undefined
  readonly images?: readonly ItemBody[] | undefined
}
interface ItemBody {
  readonly type: string
  readonly text?: string | undefined
  readonly image_url?: string | { readonly url: string } | undefined
}
const Item: z.ZodType<ItemBody> = z.object({
  type: z.string(),
  text: z.string().optional(),
  image_url: z.union([z.string(), z.object({ url: z.string() })]).optional(),
})
export const Message: z.ZodType<MessageBody> = z.object({
  type: z.string().optional(),
  id: z.string().optional(),
  role: z.string().optional(),
  content: z.union([z.string(), z.array(Item)]).nullish(),
  result: z.string().nullish(),
  images: z.array(Item).optional(),
})

export interface Talk {
  readonly turns: readonly AskTurn[]
  readonly instruction: string
}

/**
 * Messages → turns of both, the person's last, and what system and developer said. An `image_generation_call` is a picture of ours that
 * comes back, by its id or by its bytes.
 *
 * param: its name in errors
 */
export function toTalk(messages: readonly MessageBody[], param: string): Talk {
  const said: AskTurn[] = []
  const instructions: string[] = []
  for (const [i, message] of messages.entries()) {
    const at = `${param}[${i}]`
    const { texts, pictures } = contentOf(message, at)
    if (message.role === 'system' || message.role === 'developer') instructions.push(texts.join('\n'))
    else {
      const role = message.role === 'assistant' || message.type === 'image_generation_call' ? 'model' : 'user'
      said.push({ role, text: texts.join('\n'), pictures })
    }
  }
  const turns = joinTurns(said)
  const last = turns.at(-1)
  if (last?.role !== 'user' || (last.text.trim() === '' && last.pictures.length === 0))
    throw wrong(param, 'The last message must be of the user, and say what to draw or what to change.')
  return { turns, instruction: instructions.join('\n') }
}

function contentOf(
  message: MessageBody,
  at: string,
): { texts: readonly string[]; pictures: readonly AskPicture[] } {
  if (message.type === 'image_generation_call') return { texts: [], pictures: [generated(message, at)] }
  const items =
    typeof message.content === 'string' ? [{ type: 'text', text: message.content }] : (message.content ?? [])
  const texts: string[] = []
  const pictures: AskPicture[] = []
  for (const [j, { type, text, image_url }] of [...items, ...(message.images ?? [])].entries()) {
    if (type === 'text' || type === 'input_text' || type === 'output_text') texts.push(text ?? '')
    else if (type === 'image_url' || type === 'input_image')
      pictures.push({ bytes: fromUrl(image_url, `${at}.content[${j}].image_url`) })
    else
      throw wrong(
        `${at}.content[${j}].type`,
        `'${type.slice(0, 40)}' is no kind of content here; send text and pictures.`,
      )
  }
  return { texts, pictures }
}

/** Its id is the signed place of its turn, so that the bytes need not come along. */
function generated({ id = '', result }: MessageBody, at: string): AskPicture {
  const signature = id.replace(/^ig_/, '')
  if (typeof result !== 'string' || result === '') return { bytes: new Uint8Array(), signature }
  const bytes = fromBase64(result)
  if (bytes === null) throw wrong(`${at}.result`, 'The picture is no base64.')
  return { bytes, signature }
}

/** throws: INVALID_ARGUMENT for anything but a data URL: addresses of other servers are not fetched */
export function fromUrl(image: ItemBody['image_url'], param: string): Uint8Array {
  const url = typeof image === 'string' ? image : image?.url
  const data = url === undefined ? undefined : /^data:[^,]*;base64,(.*)$/s.exec(url)?.[1]
  const bytes = data === undefined ? null : fromBase64(data)
  if (bytes === null || bytes.length === 0)
    throw wrong(
      param,
      `'${param}' must be a data URL (data:image/png;base64,…); addresses of other servers are not fetched.`,
    )
  return bytes
}
