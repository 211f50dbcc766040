import { PlantainError } from '@plantain/core'
import { perform } from '@plantain/conversation'
import { summarize } from '../models.ts'
import type { House } from '../plantain.ts'
import { ownSight } from '../sight.ts'
import { createTools } from '../tools.ts'
import type { Parts } from './sessions.ts'

const previewMilliseconds = 400

/**
 * The interpreter, the performer and the tools of this installation; no network is opened yet.
 *
 * throws: FAILED_PRECONDITION where the default model is none that makes scenes
 */
export async function openParts({ models, engine, interpreter, blobs }: House): Promise<Parts> {
  const model = summarize(models.get())
  if (model.className !== 'PlantainPipeline')
    throw new PlantainError(
      'FAILED_PRECONDITION',
      `conversations are painted with plantain-tiny, and the model here is ${model.id}; leave out --model, or unset PLANTAIN_MODEL`,
    )
  engine().catch(() => {}) // its thread starts while the message is read; who uses it is told what is wrong
  const use = { engine, model: model.directory, blobs: blobs(), sight: ownSight()?.run ?? null }
  return {
    interpreter,
    perform,
    tools: createTools(use),
    previewing: createTools({ ...use, previewMilliseconds }),
  }
}
