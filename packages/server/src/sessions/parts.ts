import { PlantainError } from '@plantain/core'
import { engineComposer } from '../composer.ts'
import { summarize } from '../models.ts'
import { openPerformer } from '../performer/performer.ts'
import type { House } from '../plantain.ts'
import { sightDirectory } from '../sight.ts'
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
  const { directory } = model
  const store = blobs()
  const toolsWith = (previews: number | null) =>
    createTools({
      composer: engineComposer({ engine, model: directory, previewMilliseconds: previews }),
      model: directory,
      blobs: store,
    })
  const tools = toolsWith(null)
  const { perform, keep, ...performer } = openPerformer({
    model: directory,
    sight: sightDirectory(),
    blobs: store,
    paint: tools.paint,
  })
  return {
    interpreter,
    perform,
    keep,
    tools,
    previewing: toolsWith(previewMilliseconds),
    close: async () => performer[Symbol.asyncDispose](),
  }
}
