import { decode, encode, mimeTypes, readRecipe } from '@plantain/codecs'
import { deriveSeed, type Interpretation } from '@plantain/core'
import type { Job } from '../jobs/jobs.ts'
import type { Plantain } from '../plantain.ts'
import type { SessionEvent, SessionMessage, Sessions } from '../sessions/sessions.ts'
import type { TurnView } from '../sessions/view.ts'
import { sha256 } from '../sha256.ts'
import type { PixelSize } from '../sizes.ts'
import { saveOrigin } from '../store/origins.ts'
import type { Answer, AnswerEvent, AnswerImage, Ask } from './ask.ts'
import { blockedBy } from '../safety/judge.ts'
import { decide } from '../safety/policy.ts'
import { fitUpload } from './fit.ts'
import type { Origin, Signer } from './signature.ts'
import { sizeBy } from './size-rule.ts'
import { nameHash, originOf, whence } from './whence.ts'

type Talk<T> = AsyncGenerator<AnswerEvent, T>

/** A stateless request carried on in a stored session, so that pictures are not packed again and edits stay exact. */
export async function* converse(plantain: Plantain, signer: Signer, ask: Ask, job: Job): Talk<Answer> {
  const sessions = plantain.sessions.of(ask.caller.id, job)
  const begin = await beginning(plantain, signer, ask)
  const views: TurnView[] = []
  const images: AnswerImage[] = []
  for (let index = 0; index < ask.count; index++) {
    const { session, view, edited } = yield* once(plantain, sessions, ask, begin, {
      index,
      signal: job.signal,
    })
    views.push(view)
    for (const place of view.places) {
      const image = await imageOf(plantain, signer, ask, { session, place, edited: edited ?? place })
      yield { type: 'image', index: images.length, image }
      images.push(image)
    }
  }
  const last = views.at(-1)!
  const origin = { session: last.session, turn: last.turn, picture: 1 }
  const name = signer.sign(origin)
  if (ask.name !== undefined)
    await saveOrigin(await plantain.database(), ask.caller.id, nameHash(ask.name), origin)
  const blocked = await refusal(plantain, ask, last)
  return { images, text: last.text, blocked, name, warnings: withoutEffect(ask), usage: usageOf(views) }
}

/** Turns of a conversation are made by the settings of its model. */
const withoutEffect = ({ steps, guidanceScale }: Ask): readonly string[] => [
  ...(steps === undefined
    ? []
    : ['quality had no effect on the making: it sets the steps of a picture made from words alone']),
  ...(guidanceScale === undefined
    ? []
    : ['guidanceScale had no effect: it is of pictures made from words alone']),
]

interface Beginning {
  readonly origin: Origin | null
  readonly attachments: readonly Uint8Array[]
  readonly mask: Uint8Array | undefined
  /** Pixels of the picture to come, where it has none to go on from. */
  readonly size: PixelSize | null
}

async function beginning(plantain: Plantain, signer: Signer, ask: Ask): Promise<Beginning> {
  const { pictures } = ask.turns.at(-1)!
  const maxPixels = plantain.config.maxMegapixels * 1e6
  const sizeOf = (source: PixelSize): PixelSize => sizeBy(ask.size, source)
  if (pictures.length === 0 || (ask.previous !== undefined && ask.mask === undefined)) {
    const from = await whence(plantain, signer, ask)
    if (from.kind === 'session')
      return {
        origin: from.origin,
        attachments: pictures.map(({ bytes }) => bytes),
        mask: await maskOf(plantain, ask, from.origin),
        size: null,
      }
    if (from.kind === 'nothing')
      return { origin: null, attachments: [], mask: undefined, size: sizeBy(ask.size, null) }
    const { picture, mask } = await fitUpload(from.bytes, sizeOf, maxPixels, ask.mask)
    return { origin: null, attachments: [picture], mask, size: null }
  }
  const [first] = pictures as [(typeof pictures)[number]]
  const own =
    pictures.length === 1 && ask.mask === undefined ? await originOf(plantain, signer, ask, first) : null
  if (own !== null) return { origin: own, attachments: [], mask: undefined, size: null }
  const { picture, mask } = await fitUpload(first.bytes, sizeOf, maxPixels, ask.mask)
  return {
    origin: null,
    attachments: [picture, ...pictures.slice(1).map(({ bytes }) => bytes)],
    mask,
    size: null,
  }
}

/** The mask that was sent, for a picture of a stored session. */
async function maskOf(plantain: Plantain, ask: Ask, origin: Origin): Promise<Uint8Array | undefined> {
  if (ask.mask === undefined) return undefined
  const { bytes } = await plantain.sessions.of(ask.caller.id).picture(origin.session, placeOf(origin))
  const { mask } = await fitUpload(bytes, (size) => size, plantain.config.maxMegapixels * 1e6, ask.mask)
  return mask
}

interface Once {
  readonly session: string
  readonly view: TurnView
  /** The picture as the message made it, before it got the shape or the background that the request asks for. */
  readonly edited?: string | null
}

/** One answer; the others of the same request begin where this one began, with seeds of their own. */
async function* once(
  plantain: Plantain,
  sessions: Sessions,
  ask: Ask,
  { origin, attachments, mask, size }: Beginning,
  { index, signal }: { readonly index: number; readonly signal: AbortSignal },
): Talk<Once> {
  const seed =
    ask.seed === undefined ? undefined : index === 0 ? ask.seed : deriveSeed(ask.seed, 'picture', index)
  const { text } = ask.turns.at(-1)!
  const session = origin?.session ?? sessions.start(seed === undefined ? {} : { seed }).id
  const message: SessionMessage = {
    text: ask.instruction === undefined ? text : `${text}. ${ask.instruction}`,
    attachments,
    previews: ask.previewMilliseconds !== null,
    ...(origin === null ? {} : { from: placeOf(origin) }),
    ...(mask === undefined ? {} : { mask }),
    ...(ask.wordsOnly === true ? { interpretation: words } : {}),
    options: {
      ...(seed === undefined ? {} : { seed: String(seed) }),
      ...(size === null ? {} : { size: `${size.width}x${size.height}` }),
      ...(ask.negativePrompt?.trim() ? { avoid: ask.negativePrompt } : {}),
    },
  }
  const view = yield* send(sessions, session, message, signal)
  const nothingToGoOn = origin === null && attachments.length === 0
  const goesOn =
    misread.has(view.kind) || (view.kind === 'refuse' && (await refusal(plantain, ask, view)) === null)
  if (view.places.length === 0 && nothingToGoOn && ask.wordsOnly !== true && goesOn) {
    // There is no picture yet, so whatever was said says what to draw.
    const drawn = yield* send(sessions, session, { ...message, interpretation: creation(text) }, signal)
    return {
      session,
      view: ask.background === 'transparent' ? yield* cutOut(sessions, drawn, signal) : drawn,
    }
  }
  if (view.places.length === 0) return { session, view }
  const edited = view.places.length === 1 ? view.places[0]! : null
  const shaped = nothingToGoOn ? view : yield* conformed(sessions, ask, view, signal)
  return {
    session,
    edited,
    view: ask.background === 'transparent' ? yield* cutOut(sessions, shaped, signal) : shaped,
  }
}
const words: Interpretation = { kind: 'question', ops: [], refers_to: [] }
/** Kinds of message that cannot be meant where there is no picture yet. */
export const misread: ReadonlySet<string> = new Set([
  'edit',
  'clarify',
  'vary',
  'undo',
  'redo',
  'revert_to',
  'branch',
  'style_transfer',
  'blend',
])
export const creation = (text: string): Interpretation => ({
  kind: 'generate',
  ops: [{ op: 'create', subject: [text] }],
  refers_to: [],
})
const placeOf = ({ turn, picture }: Origin): string =>
  picture === 1 ? `turn:${turn}` : `turn:${turn}.${picture}`

/** Another shape or size than the picture had, where the request asks for one: a step of its own, after the change. */
async function* conformed(sessions: Sessions, ask: Ask, view: TurnView, signal: AbortSignal): Talk<TurnView> {
  const { width, height } = await sessions.picture(view.session, view.places[0]!)
  const wanted = sizeBy(ask.size, { width, height })
  if (wanted.width === width && wanted.height === height) return view
  if (Math.abs(Math.log((wanted.width * height) / (wanted.height * width))) > 0.004)
    yield* send(sessions, view.session, edit('aspect', `${wanted.width}:${wanted.height}`), signal)
  const after = yield* send(
    sessions,
    view.session,
    edit('resize', `${wanted.width}x${wanted.height}`),
    signal,
  )
  return {
    ...after,
    text: view.text,
    kind: view.kind,
    interpretation: view.interpretation,
    usage: view.usage,
  }
}

/** A step that needs no reading. */
const edit = (op: 'aspect' | 'resize' | 'background', value: string): SessionMessage => ({
  text: '',
  interpretation: { kind: 'edit', ops: [{ op, value }], refers_to: [] },
})

async function* cutOut(sessions: Sessions, view: TurnView, signal: AbortSignal): Talk<TurnView> {
  const after = yield* send(sessions, view.session, edit('background', 'transparent'), signal)
  return {
    ...after,
    text: [view.text, after.places.length === 0 ? after.text : ''].filter(Boolean).join(' '),
    kind: view.kind,
  }
}

async function* send(
  sessions: Sessions,
  session: string,
  message: SessionMessage,
  signal: AbortSignal,
): Talk<TurnView> {
  const run = sessions.send(session, message, signal)
  try {
    let next = await run.next()
    for (; !next.done; next = await run.next()) yield told(next.value)
    return next.value
  } finally {
    await run.return(undefined as unknown as TurnView)
  }
}

const told = (event: SessionEvent): AnswerEvent =>
  event.type === 'progress' && event.preview !== undefined
    ? { type: 'preview', index: event.picture, bitmap: event.preview }
    : { type: 'waiting' }

/** A picture of a session as it goes out: in the format that was asked for, with what leads back to it. */
export async function imageOf(
  plantain: Plantain,
  signer: Signer,
  ask: Pick<Ask, 'caller' | 'format' | 'quality'>,
  { session, place, edited }: { readonly session: string; readonly place: string; readonly edited: string },
): Promise<AnswerImage> {
  const sessions = plantain.sessions.of(ask.caller.id)
  const file = await sessions.picture(session, place)
  const { report } = edited === place ? file : await sessions.picture(session, edited)
  const recipe = (await readRecipe(file.bytes)) ?? {}
  const asked = mimeTypes[ask.format]
  const packed = async (): Promise<Uint8Array> =>
    encode(await decode(file.bytes), {
      format: ask.format,
      recipe,
      ...(ask.quality === undefined ? {} : { quality: ask.quality }),
    })
  const bytes =
    file.mimeType === asked
      ? file.bytes
      : await plantain.seal.sign(await packed(), file.sealed ?? { origin: 'edited', watermark: null })
  const [turn = 0, picture = 1] = place.replace('turn:', '').split('.').map(Number)
  const origin: Origin = { session, turn, picture }
  const hash = sha256(bytes)
  await saveOrigin(await plantain.database(), ask.caller.id, hash, origin)
  const { width, height } = file
  const seed = typeof recipe['seed'] === 'number' ? recipe['seed'] : 0
  const signature = signer.sign(origin)
  const told = report === undefined ? {} : { report }
  return { bytes, mimeType: asked, width, height, sha256: hash, seed, recipe, signature, ...told }
}

/** Why there is no picture, where the message must not be carried out. */
async function refusal(plantain: Plantain, ask: Ask, view: TurnView): Promise<Answer['blocked']> {
  const { reason } = view.interpretation
  if (view.kind !== 'refuse' || reason === undefined) return null
  const decision = decide(await plantain.policy(), reason, ask.thresholds)
  return decision.blocked ? blockedBy(decision, view.text) : null
}

const usageOf = (views: readonly TurnView[]): Answer['usage'] =>
  views.reduce(
    (sum, { usage }) => ({
      promptTokens: usage.promptTokens,
      inputImageTokens: usage.inputImageTokens,
      outputImageTokens: sum.outputImageTokens + usage.outputImageTokens,
      steps: sum.steps + usage.steps,
      milliseconds: sum.milliseconds + usage.milliseconds,
    }),
    { promptTokens: 0, inputImageTokens: 0, outputImageTokens: 0, steps: 0, milliseconds: 0 },
  )
