import {
  PlantainError,
  throwIfCancelled,
  type Interpretation,
  type Interpreter,
  type Message,
} from '@plantain/core'
import { CHAT_INSTRUCTIONS } from './chat-instructions.ts'
import { checkMessage } from './check.ts'
import { readingJsonSchema, readReading } from './schema.ts'

export interface ChatEndpoint {
  /** Of the API, up to and with its version, as http://127.0.0.1:11434/v1. */
  readonly url: string
  readonly model: string
  /** Empty: none is sent. */
  readonly key: string
  readonly timeoutMilliseconds: number
}

const MAX_ANSWER_CHARACTERS = 100_000

/** Without a user and a password, which an address may carry. */
const named = ({ model, url }: ChatEndpoint): string => `${model} at ${url.replace(/\/\/[^/@]*@/, '//')}`

/**
 * Any OpenAI-compatible chat endpoint as an interpreter, its answers held to the schema of readings. Where it fails or takes too long,
 * `warn` is told in a sentence and the fallback reads the message.
 */
export function openChatInterpreter(
  endpoint: ChatEndpoint,
  fallback: Interpreter,
  warn: (sentence: string) => void,
): Interpreter {
  return {
    name: named(endpoint),
    async interpret(message, signal) {
      const checked = checkMessage(message)
      try {
        return await ask(endpoint, checked, signal)
      } catch (error) {
        throwIfCancelled(signal)
        const why = error instanceof Error ? error.message : String(error)
        warn(`${named(endpoint)} did not read the message (${why}); the embedded interpreter did`)
        return fallback.interpret(message, signal)
      }
    },
  }
}

async function ask(
  { url, model, key, timeoutMilliseconds }: ChatEndpoint,
  message: Message,
  signal: AbortSignal,
): Promise<Interpretation> {
  const response = await fetch(`${url.replace(/\/+$/, '')}/chat/completions`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(key === '' ? {} : { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify({
      model,
      temperature: 0,
      messages: [
        { role: 'system', content: CHAT_INSTRUCTIONS },
        { role: 'user', content: JSON.stringify(message) },
      ],
      response_format: { type: 'json_schema', json_schema: { name: 'reading', schema: readingJsonSchema } },
    }),
    redirect: 'error', // the key is for this address only
    signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMilliseconds)]),
  })
  if (!response.ok) throw new PlantainError('UNAVAILABLE', `it answered ${response.status}`)
  const reading = readReading(contentOf(await response.text()))
  if (reading === null) throw new PlantainError('UNAVAILABLE', 'its answer is no reading')
  return reading
}

/** The JSON in the first choice of a chat completion; undefined where there is none. */
function contentOf(body: string): unknown {
  if (body.length > MAX_ANSWER_CHARACTERS) return undefined
  try {
    const { choices } = JSON.parse(body) as {
      readonly choices?: readonly { readonly message?: { readonly content?: string } }[]
    }
    const content = choices?.[0]?.message?.content ?? ''
    return JSON.parse(content.trim().replace(/^```(?:json)?|```$/g, ''))
  } catch {
    return undefined
  }
}
