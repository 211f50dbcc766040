import { DIRECTIONS, OPS, PlantainError, type Message } from '@plantain/core'
import { z } from 'zod'
import { MAX_SAID_CHARACTERS } from '../said.ts'

const MAX_TURNS = 2000
const MAX_SENT = 100
const MAX_ELEMENTS = 500
const MAX_NAME = 400

const text = z.string().max(MAX_NAME)
const Element = z.object({
  id: z.string().min(1).max(MAX_NAME),
  name: text,
  color: text.optional(),
  region: text.optional(),
  state: text.optional(),
  value: z.string().max(MAX_SAID_CHARACTERS).optional(),
  count: z.number().optional(),
})
const Elements = z.array(Element).max(MAX_ELEMENTS)
const Wish = z.looseObject({
  op: z.enum(OPS),
  target: z.string().optional(),
  value: z.union([z.string(), z.number()]).transform(String).optional(),
  direction: z.enum(DIRECTIONS).optional(),
  subject: z.array(z.string()).optional(),
})
const images = z.int().min(0).max(MAX_SENT)
const PastTurn = z.discriminatedUnion('role', [
  z.object({
    role: z.literal('user'),
    text: z.string().default(''),
    images: images.optional(),
    uploads: z.array(Elements).max(MAX_SENT).optional(),
  }),
  z.object({
    role: z.literal('assistant'),
    turn: z.int().min(0).optional(),
    ops: z.array(Wish).optional(),
    scene: Elements.optional(),
    text: z.string().optional(),
  }),
])
const MessageShape = z.object({
  history: z.array(PastTurn).max(MAX_TURNS).default([]),
  message: z.string().max(MAX_SAID_CHARACTERS),
  images: images.default(0),
  uploads: z.array(Elements).max(MAX_SENT).default([]),
  partial: z.boolean().optional(),
})

/**
 * A message from outside, with what is missing filled in.
 *
 * throws: INVALID_ARGUMENT for a message that is too long, or empty without a picture, and for a session that is not in the
 *         shape of core's Message
 */
export function checkMessage(value: unknown): Message {
  const found = MessageShape.safeParse(value)
  if (!found.success) throw new PlantainError('INVALID_ARGUMENT', sentence(found.error, value))
  const { message, images: sent, uploads } = found.data
  if (!hasWords(message) && sent === 0 && uploads.length === 0)
    throw new PlantainError(
      'INVALID_ARGUMENT',
      'the message is empty; say what picture to make or what to change',
    )
  return found.data as Message
}

/** Whether anything can be read in it. */
export const hasWords = (message: string): boolean => /[\p{L}\p{N}\p{S}\p{P}]/u.test(message)

function sentence(error: z.ZodError, value: unknown): string {
  const issue = error.issues[0]!
  const where = issue.path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
  if (where === '.message' && issue.code === 'too_big') {
    const length = (value as { message: string }).message.length
    return `the message has ${length} characters; say it in up to ${MAX_SAID_CHARACTERS}`
  }
  if (where === '') return 'a message is an object with message, history, images and uploads'
  return `${where.slice(1)} of the message is not as it should be (${issue.message}); send what the vocabulary of messages names`
}
