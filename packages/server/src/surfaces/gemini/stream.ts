import type { Bitmap, PlantainError } from '@plantain/core'
import { encode } from '@plantain/codecs'
import { resize } from '@plantain/imaging'
import type { Answer, AnswerEvent } from '../../answer/ask.ts'
import { toBase64 } from './bytes.ts'
import { toGoogleError } from './error.ts'
import { blockedPrompt, editsOf, ending, frame, imagePart, usageOf, type Head } from './respond.ts'

export interface Framing {
  readonly contentType: string
  /** Sent before a frame is known: clients' parsers skip spaces after it, and idle proxies stay awake. */
  readonly open: (first: boolean) => string
  readonly close: string
  readonly end: string
}
/** No comments, no event lines, no [DONE]: each breaks one of Google's own clients. */
export const serverSentEvents: Framing = {
  contentType: 'text/event-stream',
  open: () => 'data: ',
  close: '\r\n\r\n',
  end: '',
}
export const jsonArray: Framing = {
  contentType: 'application/json; charset=UTF-8',
  open: (first) => (first ? '[' : ',\r\n'),
  close: '\n',
  end: ']',
}
const keepAwakeMilliseconds = 10_000

/** Frames of a stream, as text: words first, then pictures, one whole picture a frame; the last one says why it ends. */
export async function* frames(
  events: AsyncGenerator<AnswerEvent, Answer>,
  head: Head,
): AsyncGenerator<object> {
  const answer = yield* thoughts(events, head)
  if (answer.blocked?.stage === 'prompt') return yield blockedPrompt(answer, head)
  if (head.settings.text && answer.text !== '' && answer.images.length > 0)
    yield frame([{ text: answer.text }], null, head)
  const last =
    answer.images.length > 0
      ? answer.images.map(imagePart)
      : [{ text: head.settings.text ? answer.text || (answer.blocked?.message ?? '') : '' }]
  for (const part of last.slice(0, -1)) yield frame([part], null, head)
  yield {
    ...frame(last.slice(-1), ending(answer, head), head),
    usageMetadata: usageOf(answer, head),
    ...editsOf(answer),
  }
}

/** Previews while the picture is made, where thoughts are wanted; then the answer. */
async function* thoughts(
  events: AsyncGenerator<AnswerEvent, Answer>,
  head: Head,
): AsyncGenerator<object, Answer> {
  try {
    let next = await events.next()
    for (; !next.done; next = await events.next())
      if (next.value.type === 'preview' && head.settings.thoughts)
        yield frame([await preview(next.value.bitmap)], null, head)
    return next.value
  } finally {
    await events.return(undefined as unknown as Answer) // whoever leaves early stops the engine
  }
}

async function preview(bitmap: Bitmap): Promise<object> {
  const scale = Math.min(1, 512 / Math.max(bitmap.width, bitmap.height))
  const small = resize(
    bitmap,
    Math.max(1, Math.round(bitmap.width * scale)),
    Math.max(1, Math.round(bitmap.height * scale)),
  )
  return {
    thought: true,
    inlineData: {
      mimeType: 'image/jpeg',
      data: toBase64(await encode(small, { format: 'jpeg', quality: 80 })),
    },
  }
}

/** Writes frames as they come. A failure after the first byte is a last frame, since the status has gone out. */
export async function write(
  source: AsyncGenerator<object>,
  framing: Framing,
  out: { write(text: string): Promise<unknown> },
  toError: (thrown: unknown) => PlantainError,
): Promise<void> {
  let [first, opened, waiting] = [true, false, true]
  // Only within an opened frame, and only while the next one is awaited: a space before "data:" would hide the frame from parsers.
  const awake = setInterval(() => {
    if (waiting) void out.write(`${opening()} `)
  }, keepAwakeMilliseconds)
  const opening = (): string => {
    if (opened) return ''
    opened = true
    return framing.open(first)
  }
  const send = async (one: object): Promise<void> => {
    waiting = false
    const text = opening() + JSON.stringify(one) + framing.close
    ;[first, opened] = [false, false]
    await out.write(text)
  }
  try {
    await out.write(opening())
    for await (const one of source) {
      await send(one)
      waiting = true
    }
  } catch (thrown) {
    await send(toGoogleError(toError(thrown)))
  } finally {
    clearInterval(awake)
    if (framing.end !== '') await out.write(framing.end)
  }
}
