import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PlantainError, type Interpreter } from '@plantain/core'
import type { Config } from './config.ts'
import type { ModelRegistry } from './models.ts'
import type { InterpreterNetwork } from '@plantain/conversation'

/** Outputs of the graphs of an interpreter, as training/interpret/export.py names them. */
const OUTPUTS = {
  encoder: ['sources', 'pointer_keys', 'copied'],
  decoder: ['logits', 'present'],
} as const

export interface OpenInterpreter extends Interpreter, AsyncDisposable {}

const FALLBACK = 'plantain-tiny'

/** Of the default model, where it has an interpreter, else of the model that comes with Plantain. */
export function interpreterDirectory(models: ModelRegistry): string {
  const { directory } = models.get()
  const own = models.list().find(({ id }) => id === FALLBACK)?.directory
  return existsSync(join(directory, 'interpreter')) ? directory : (own ?? directory)
}

/**
 * The interpreter that lies in the folder `interpreter` of a model; its graphs are opened with the first message.
 *
 * directory: of the model, asked for with the first message
 * throws:    FAILED_PRECONDITION with the first message, where the model has no interpreter; DATA_LOSS where its files are broken
 */
export function embeddedInterpreter(directory: () => string): OpenInterpreter {
  let opening: Promise<Opened> | null = null
  const opened = (): Promise<Opened> =>
    (opening ??= open(join(directory(), 'interpreter')).catch((error: unknown) => {
      opening = null // tried again with the next message: the files may have come
      throw error
    }))
  return {
    name: 'embedded',
    interpret: async (message, signal) => (await opened()).interpreter.interpret(message, signal),
    async [Symbol.asyncDispose]() {
      await (await opening?.catch(() => null))?.close()
    },
  }
}

/** The language model of the configuration, with the embedded interpreter to fall back on; without one, the embedded interpreter. */
export function configuredInterpreter(config: Config, models: ModelRegistry): OpenInterpreter {
  const embedded = embeddedInterpreter(() => interpreterDirectory(models))
  const { interpreterUrl: url, interpreterModel: model, interpreterKey: key, interpreterSeconds } = config
  if (url === '' && model === '') return embedded
  if (url === '' || model === '') {
    throw new PlantainError(
      'INVALID_ARGUMENT',
      `interpreterUrl and interpreterModel go together; set ${url === '' ? 'interpreterUrl' : 'interpreterModel'} too, or neither`,
    )
  }
  const endpoint = { url, model, key, timeoutMilliseconds: interpreterSeconds * 1000 }
  const warn = (sentence: string): void => void process.stderr.write(`plantain: ${sentence}\n`)
  return {
    name: model,
    async interpret(message, signal) {
      const { openChatInterpreter } = await import('@plantain/conversation')
      return openChatInterpreter(endpoint, embedded, warn).interpret(message, signal)
    },
    [Symbol.asyncDispose]: () => embedded[Symbol.asyncDispose](),
  }
}

interface Opened {
  readonly interpreter: Interpreter
  close(): Promise<void>
}

async function open(folder: string): Promise<Opened> {
  if (!existsSync(join(folder, 'config.json'))) {
    throw new PlantainError(
      'FAILED_PRECONDITION',
      `there is no interpreter in ${folder}; choose a model that has one, as plantain-tiny`,
    )
  }
  const [{ onnxNode }, { openNeuralInterpreter }] = await Promise.all([
    import('@plantain/diffusion/runtime'),
    import('@plantain/conversation'),
  ])
  // One thread: the graphs are too small for more, and a server has other work for the cores.
  const runtime = await onnxNode({ threads: 1 })
  const [encoder, decoder, config, lexicon, vectors] = await Promise.all([
    runtime.open(join(folder, 'encoder.onnx'), 'cpu'),
    runtime.open(join(folder, 'decoder.onnx'), 'cpu'),
    ...['config.json', 'lexicon.json', 'vectors.bin'].map((name) => readFile(join(folder, name))),
  ] as const)
  const network: InterpreterNetwork = {
    encoder: (feeds, signal) => encoder.run(feeds, OUTPUTS.encoder, signal),
    decoder: (feeds, signal) => decoder.run(feeds, OUTPUTS.decoder, signal),
  }
  return {
    interpreter: openNeuralInterpreter({ config: config!, lexicon: lexicon!, vectors: vectors! }, network),
    async close() {
      await encoder[Symbol.asyncDispose]()
      await decoder[Symbol.asyncDispose]()
    },
  }
}
