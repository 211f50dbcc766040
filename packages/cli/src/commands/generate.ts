import { PlantainError } from '@plantain/core'
import type { Command } from 'commander'
import {
  holdToPolicy,
  parseGenerateRequest,
  type GenerateInput,
  type GenerateRequest,
  type GenerateResult,
  type Plantain,
} from '@plantain/server'
import { usage, UsageError } from '../failure.ts'
import { readPicture, targets, writeWhole, type Targets } from '../files.ts'
import { showInline } from '../terminal/inline.ts'
import { progressBar } from '../terminal/progress.ts'
import { byModel, interruption, open, printJson } from './open.ts'
import { settingsIn, withPictureOptions, type PictureOptions } from './picture-options.ts'

interface Options extends PictureOptions {
  readonly scheduler?: string
}

/** Text, and up to three references, to one picture or several. */
export function generate(command: Command): void {
  withPictureOptions(command.argument('<prompt>', 'what the picture shows'), {
    output: 'where to write it (a name made from the prompt); several get -1, -2 … before the extension',
    aspect: '1:1, 2:3, 3:2, 3:4, 4:3, 4:5, 5:4, 9:16, 16:9 or 21:9 (1:1)',
    size: '1K, 2K or 4K, or pixels as 640x480 (1K)',
    ref: 'a picture to go by (its palette and tones, or what the prompt takes from it); up to three times',
  })
    .option('--scheduler <name>', "by its standard name, as EulerDiscreteScheduler (the model's own)")
    .action(async (prompt: string, options: Options) => {
      const request = usage(() => parseGenerateRequest(toInput(prompt, options)))
      const target = await targets(options.output, request)
      const references = await Promise.all((options.ref ?? []).map(readPicture))
      await using plantain = open(byModel(options.model).flags)
      await draw(plantain, { ...request, references }, { target, options }).catch(asUsage)
    })
}

const toInput = (prompt: string, options: Options): GenerateInput => ({
  ...settingsIn(options),
  prompt,
  scheduler: options.scheduler,
  references: (options.ref ?? []).map(() => new Uint8Array()), // how many; their bytes are read when all else is right
})

/** What a model says of an option (a scheduler that it cannot run, a size that it cannot make) is about what was typed. */
function asUsage(error: unknown): never {
  if (
    error instanceof PlantainError &&
    error.code === 'INVALID_ARGUMENT' &&
    !('reference' in error.details) &&
    !('blocked' in error.details)
  )
    throw new UsageError(error.message, { cause: error })
  throw error
}

interface Destination {
  readonly target: Targets
  readonly options: Options
}

async function draw(
  plantain: Plantain,
  request: GenerateRequest,
  { target, options }: Destination,
): Promise<void> {
  const began = performance.now()
  const signal = interruption()
  await holdToPolicy(plantain, request.prompt, signal)
  const bar = progressBar(process.stderr, request.count)
  const paths: string[] = []
  const run = plantain.generate(request, signal)
  let result: GenerateResult
  try {
    for (;;) {
      const next = await run.next()
      if (next.done) {
        result = next.value
        break
      }
      bar.update(next.value)
      if (next.value.type !== 'image-ready') continue
      const { index, image } = next.value
      paths[index] = await writeWhole(target.path(index), image.bytes)
      bar.clear()
      if (!options.json) {
        process.stdout.write(`${paths[index]}  ${image.width} x ${image.height}, seed ${image.seed}\n`)
        if (options.inline) showInline(process.stdout, image)
      }
    }
  } finally {
    bar.clear()
    await run.return(undefined as unknown as GenerateResult)
  }
  if (options.json) printJson(report(result, paths))
  else tell(result, performance.now() - began)
}

/** As product.md fixes it. */
const report = (
  { images, interpretation, text, notDrawn, drawnAs, usage, warnings }: GenerateResult,
  paths: readonly string[],
): object => ({
  images: images.map(({ width, height, sha256, seed }, index) => ({
    path: paths[index],
    width,
    height,
    sha256,
    seed,
  })),
  interpretation,
  ...(text === undefined ? {} : { text }),
  notDrawn,
  drawnAs,
  warnings,
  usage,
})

function tell({ text, notDrawn, drawnAs, warnings, images }: GenerateResult, milliseconds: number): void {
  const notes = [
    ...(text === undefined ? [] : [text]),
    ...(notDrawn.length > 0 ? [`not drawn, as this model cannot: ${notDrawn.join(', ')}`] : []),
    ...drawnAs.map(({ word, kind }) => `"${word}" is drawn as ${kind}, the nearest that this model has`),
    ...warnings,
  ]
  for (const note of notes) process.stderr.write(`plantain: ${note}\n`)
  if (process.stderr.isTTY)
    process.stderr.write(
      `${images.length === 1 ? 'Made' : `${images.length} made`} in ${(milliseconds / 1000).toFixed(1)} s.\n`,
    )
}
