import { decode, encode } from '@plantain/codecs'
import {
  PlantainError,
  throwIfCancelled,
  type Bitmap,
  type Interpretation,
  type Kind,
  type Wish,
} from '@plantain/core'
import type { Outcome, Perform, Tools } from '@plantain/conversation'
import { lookAt } from '@plantain/imaging'
import type { Blobs } from '../store/blobs/blobs.ts'
import { keepAttachments } from './attachments.ts'
import type { Parts } from './sessions.ts'

export const reading = (
  kind: Kind,
  ops: readonly Wish[] = [],
  more: Partial<Interpretation> = {},
): Interpretation => ({
  kind,
  ops,
  refers_to: [],
  ...more,
})

const flat = (width: number, height: number, shade: number): Bitmap => ({
  width,
  height,
  data: new Uint8ClampedArray(width * height * 4).fill(shade).map((value, i) => (i % 4 === 3 ? 255 : value)),
})

const meanings: Readonly<Record<string, Interpretation>> = {
  'a house': reading('generate', [{ op: 'create', subject: ['house'] }]),
  'make it night': reading('edit', [{ op: 'time_of_day', value: 'night' }]),
  'make it rain': reading('edit', [{ op: 'weather', value: 'rain' }]),
  'brighten this': reading('edit', [{ op: 'brightness', direction: 'up' }]),
  undo: reading('undo', [{ op: 'undo' }]),
  redo: reading('redo', [{ op: 'redo' }]),
  'back to the first': reading('revert_to', [], { refers_to: ['turn:1'] }),
  'back to picture 9': reading('revert_to', [], { refers_to: ['turn:9'] }),
  'three variations': reading('vary', [{ op: 'variation', count: 3 }]),
  'as jpeg': reading('export', [{ op: 'export', format: 'jpeg', quality: '80' }]),
  'as a zip': reading('export', [{ op: 'export', format: 'zip' }]),
  'half as large': reading('export', [{ op: 'export', format: 'webp', size: '50%' }]),
  'always jpeg': reading('set_option', [{ op: 'set_option', option: 'format', value: 'jpeg' }]),
  'what is in it?': reading('question'),
  'make it warmer': reading('edit', [{ op: 'temperature', direction: 'warmer' }]),
  'something bad': reading('refuse', [], { reason: 'hate' }),
  'how many turns?': reading('question'),
}

/** What a resize, or the setting of a first picture, asks for. */
function sizeOf({ kind, ops }: Interpretation, option: string | undefined): [number, number] | undefined {
  const value = ops.find(({ op }) => op === 'resize')?.value ?? (kind === 'generate' ? option : undefined)
  const [width, height] = value?.split('x').map(Number) ?? []
  return width === undefined || height === undefined ? undefined : [width, height]
}

/**
 * Stands in for the interpreter and the performer where a test is about what surrounds them: real files of one shade each, 24 x 16.
 * "crash" in a message is a bug of the performer, "endless" never ends by itself.
 */
export function smallParts(blobs: () => Blobs): Parts {
  const tools: Pick<Tools, 'load' | 'look' | 'save'> = {
    load: async (id) => decode(await blobs().read(id)),
    look: async (id) => lookAt(await decode(await blobs().read(id)), null),
    save: async (bitmap) => blobs().write(await encode(bitmap, { alpha: true })),
  }
  const perform: Perform = async function* (
    { message, interpretation, current, seed, options },
    its,
    signal,
  ) {
    yield { type: 'progress', picture: 0, stage: 'painting', share: 0.5, preview: flat(4, 4, 9) }
    if (message.includes('crash')) throw new TypeError('secret of the house')
    if (message.includes('endless'))
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
    throwIfCancelled(signal)
    const [width, height] = sizeOf(interpretation, options['size']) ?? [
      current?.width ?? 24,
      current?.height ?? 16,
    ]
    const count = interpretation.ops.find(({ op }) => op === 'variation')?.count ?? 1
    const pictures: Outcome['pictures'][number][] = []
    const possible = current !== null || interpretation.kind === 'generate' // nothing is changed before there is a picture
    for (let index = 0; possible && index < count; index++) {
      const artifact = await its.save(flat(width, height, (seed + 40 * index) % 256))
      pictures.push({
        document: { base: { kind: 'picture', artifact, width, height }, operations: [] },
        artifact,
        width,
        height,
        summary: { things: [{ id: 'house1', name: 'house', box: [0, 0, 1, 1] }] },
        mask: current === null ? null : { width, height, data: new Uint8Array(width * height) },
        seed: seed + index,
      })
    }
    return {
      pictures,
      source: current,
      notes: [],
      usage: {
        promptTokens: 0,
        inputImageTokens: 0,
        outputImageTokens: 1290 * count,
        steps: 4,
        milliseconds: 1,
      },
    }
  }
  return {
    tools: tools as Tools,
    previewing: tools as Tools,
    perform,
    keep: (files, of) => keepAttachments(files, { ...of, tools: tools as Tools }),
    interpreter: {
      name: 'small',
      async interpret({ message }) {
        const known = Object.keys(meanings).find((one) => message.startsWith(one))
        if (known === undefined)
          throw new PlantainError('INVALID_ARGUMENT', `"${message}" is not understood here`)
        return meanings[known]!
      },
    },
  }
}
