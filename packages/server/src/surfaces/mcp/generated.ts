import { OUTPUT_IMAGE_TOKENS } from '@plantain/core'
import type { GenerateResult } from '../../generate/events.ts'
import type { GenerateRequest } from '../../generate/request.ts'
import { generating } from '../../generate/task.ts'
import { metered } from '../../metered.ts'
import type { Amounts } from '../../store/usage.ts'
import type { ToolAnswer, ToolUse } from './tool.ts'

/** A picture of a model that holds no conversation. */
export async function drawn(use: ToolUse, request: GenerateRequest): Promise<ToolAnswer> {
  const { plantain, caller, signal } = use
  const model = plantain.models.get(request.model).id
  const payload = { request, previewMilliseconds: null }
  const run = metered(plantain, { caller, model, task: generating, payload, amounts, signal })
  try {
    let next = await run.next()
    for (; !next.done; next = await run.next()) {
      const event = next.value
      if (event.type === 'job-queue') use.tell(`waiting, ${event.position} before it`)
      else if (event.type === 'step') use.tell(`step ${event.step} of ${event.steps}`)
    }
    return toldOf(next.value, model)
  } finally {
    await run.return(undefined as never) // whoever leaves early stops the engine
  }
}

function toldOf(
  { images, interpretation, text, notDrawn, drawnAs, warnings }: GenerateResult,
  model: string,
): ToolAnswer {
  const sizes = images.map(({ width, height, seed }) => `${width} x ${height}, seed ${seed}`)
  const words = [
    `Made by ${model}: ${sizes.join('; ')}.`,
    ...(text === undefined ? [] : [text]),
    ...(notDrawn.length > 0 ? [`Could not be drawn: ${notDrawn.join(', ')}.`] : []),
    ...drawnAs.map(({ word, kind }) => `"${word}" is drawn as ${kind}.`),
    ...warnings,
    'This model keeps no session; to change a picture, send it with edit_image.',
  ]
  return {
    text: words.join('\n'),
    pictures: images,
    structured: {
      kind: 'generate',
      text: words[0],
      interpretation,
      pictures: images.map(({ width, height, sha256, seed }) => ({ width, height, sha256, seed })),
    },
  }
}

const amounts = ({ images, usage }: GenerateResult): Amounts => ({
  requests: 1,
  images: images.length,
  inputTokens: usage.promptTokens + usage.inputImageTokens,
  outputTokens: OUTPUT_IMAGE_TOKENS * images.length,
  milliseconds: usage.milliseconds,
})
