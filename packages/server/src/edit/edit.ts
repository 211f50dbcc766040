import { mimeTypes, type Recipe } from '@plantain/codecs'
import { addUsage, deriveSeed, PlantainError, type Interpretation, type Usage } from '@plantain/core'
import {
  append,
  pictureAt,
  reply,
  type ReplyEvent,
  type Session,
  type Tools,
  type Turn,
} from '@plantain/conversation'
import type { GeneratedImage } from '../generate/events.ts'
import type { Seal } from '../provenance/seal.ts'
import type { QueueEvent } from '../queue.ts'
import { deliver, pictureFile, saveMask } from '../sessions/files.ts'
import { readSaid } from '../sessions/read-said.ts'
import type { Parts, SessionMessage } from '../sessions/sessions.ts'
import { sha256 } from '../sha256.ts'
import type { Blobs } from '../store/blobs/blobs.ts'
import { wishesFor } from './conform.ts'
import type { EditRequest } from './request.ts'

export type EditEvent =
  | QueueEvent
  | ReplyEvent
  | { readonly type: 'picture-ready'; readonly index: number; readonly image: GeneratedImage }

export interface EditResult {
  readonly images: readonly GeneratedImage[]
  /** How the instruction was read. */
  readonly interpretation: Interpretation
  /** What was done and what could not be, in sentences. */
  readonly text: string
  /** What of the instruction could not be drawn. */
  readonly notDrawn: readonly string[]
  readonly warnings: readonly string[]
  readonly usage: Usage
}

export interface EditUse {
  /** Working on `blobs`. */
  readonly parts: Parts
  readonly blobs: Blobs
  readonly seal: Seal
  readonly model: { readonly id: string; readonly hash: string }
  readonly version: string
  /** Of the request, or a random one. */
  readonly seed: number
  readonly maxPixels: number
  /** How the instruction was read before: a picture that is made again is not read again. */
  readonly interpretation?: Interpretation
}

/**
 * One edit of pictures as files: a conversation of one message that nobody keeps.
 *
 * throws: INVALID_ARGUMENT for a picture or a mask that cannot be taken; FAILED_PRECONDITION, with what there is to say, where the
 *         instruction makes no picture; CANCELLED
 */
export async function* edit(
  request: EditRequest,
  use: EditUse,
  signal: AbortSignal,
): AsyncGenerator<EditEvent, EditResult> {
  const drawing: Drawing = { notDrawn: new Set(), composed: false }
  const images: GeneratedImage[] = []
  const turns: Turn[] = []
  for (let index = 0; index < request.count; index++) {
    const seed = index === 0 ? use.seed : deriveSeed(use.seed, 'picture', index)
    const made = yield* editOnce(request, { ...use, seed }, drawing, signal)
    turns.push(made.turn)
    images.push(made.image)
    yield { type: 'picture-ready', index, image: made.image }
  }
  const [first] = turns as [Turn]
  return {
    images,
    interpretation: first.interpretation,
    text: first.text,
    notDrawn: [...drawing.notDrawn],
    warnings: withoutEffect(request, drawing),
    usage: turns.map(({ usage }) => usage).reduce(addUsage),
  }
}

/** What came of asking the network, where it was asked. */
interface Drawing {
  readonly notDrawn: Set<string>
  composed: boolean
}

/** Settings that were given and that nothing of this edit went by. */
function withoutEffect(
  { steps, guidanceScale, quality, format }: EditRequest,
  { composed }: Drawing,
): readonly string[] {
  const ofNetwork = composed
    ? []
    : [...(steps === undefined ? [] : ['steps']), ...(guidanceScale === undefined ? [] : ['guidanceScale'])]
  return [
    ...ofNetwork.map((name) => `${name} had no effect: nothing in this edit is drawn anew`),
    ...(quality !== undefined && format === 'png'
      ? ['quality had no effect: it is of JPEG and WebP, and a PNG loses nothing']
      : []),
  ]
}

async function* editOnce(
  request: EditRequest,
  use: EditUse,
  drawing: Drawing,
  signal: AbortSignal,
): AsyncGenerator<EditEvent, { readonly turn: Turn; readonly image: GeneratedImage }> {
  const { blobs, seed, maxPixels } = use
  const tools = withSettings(use.parts.tools, request, drawing)
  const say = async function* (
    session: Session,
    message: SessionMessage,
  ): AsyncGenerator<ReplyEvent, { readonly session: Session; readonly turn: Turn }> {
    const said = await readSaid(session, message, { keep: use.parts.keep, blobs, maxPixels }, signal)
    const turn = yield* reply(session, said, replyUse(session, use, tools), signal)
    return { session: append(session, turn), turn }
  }
  const told = yield* say({ id: 'edit', seed, turns: [] }, messageOf(request, use))
  if (told.turn.pictures.length === 0)
    throw new PlantainError('FAILED_PRECONDITION', told.turn.text, { details: { kind: told.turn.kind } })
  const place = `turn:${told.session.turns.length}`
  const wishes = wishesFor(request.shape, pictureAt(told.session, place)!)
  let { session } = told
  // One after the other: each looks at the picture as it then is.
  for (const wish of wishes) {
    const interpretation = { kind: 'edit', ops: [wish], refers_to: [] } as const
    ;({ session } = yield* say(session, { text: '', interpretation }))
  }
  return { turn: told.turn, image: await imageOf(request, use, told.turn, session) }
}

const messageOf = (
  { instruction, images, mask, negativePrompt, shape }: EditRequest,
  { seed, interpretation }: EditUse,
): SessionMessage => ({
  text: instruction,
  attachments: images,
  options: {
    seed: String(seed),
    ...(negativePrompt === undefined ? {} : { avoid: negativePrompt }),
    // A picture that is made anew is composed for its shape, and not cut to it afterwards.
    ...(shape?.kind === 'pixels' ? { size: `${shape.size.width}x${shape.size.height}` } : {}),
  },
  ...(mask === undefined ? {} : { mask }),
  ...(interpretation === undefined ? {} : { interpretation }),
})

const replyUse = (
  session: Session,
  { parts, blobs, seal, version }: EditUse,
  tools: Tools,
): Parameters<typeof reply>[2] => ({
  interpreter: parts.interpreter,
  perform: parts.perform,
  tools,
  version,
  saveMask: (mask) => saveMask(mask, blobs),
  deliver: (pictures, request) => deliver(pictures, request, { session, blobs, seal }),
})

/** Settings of the request hold for all that is composed; what could not be drawn is gathered. */
const withSettings = (
  tools: Tools,
  { steps, guidanceScale, instruction }: EditRequest,
  drawing: Drawing,
): Tools => ({
  ...tools,
  async *compose(request, signal) {
    const asked = {
      ...request,
      ...(steps === undefined ? {} : { steps }),
      ...(guidanceScale === undefined ? {} : { guidanceScale }),
    }
    drawing.composed = true
    const composed = yield* tools.compose(asked, signal)
    for (const word of composed.notDrawn)
      if (instruction.toLowerCase().includes(word.toLowerCase())) drawing.notDrawn.add(word)
    return composed
  },
})

async function imageOf(
  request: EditRequest,
  { blobs, seal, model, seed }: EditUse,
  { interpretation, pictures }: Turn,
  session: Session,
): Promise<GeneratedImage> {
  const { format, quality, images, mask, shape, steps, guidanceScale, negativePrompt } = request
  const recipe: Recipe = {
    task: 'edit',
    message: request.instruction,
    interpretation,
    model: model.id,
    modelHash: model.hash,
    seed,
    sources: images.map(sha256),
    ...(mask === undefined ? {} : { mask: sha256(mask) }),
    ...(shape === null ? {} : { shape }),
    ...(steps === undefined ? {} : { steps }),
    ...(guidanceScale === undefined ? {} : { guidanceScale }),
    ...(negativePrompt === undefined ? {} : { negativePrompt }),
    ...(quality === undefined ? {} : { quality }),
  }
  const file = await pictureFile(
    session,
    `turn:${session.turns.length}`,
    { blobs, seal },
    { format, quality, recipe },
  )
  const { bytes, width, height } = file
  return {
    bytes,
    mimeType: mimeTypes[format],
    width,
    height,
    sha256: file.sha256,
    seed,
    recipe,
    // Of the edit, not of the shape that the picture got afterwards.
    ...(pictures[0]?.report === undefined ? {} : { report: pictures[0].report }),
  }
}
