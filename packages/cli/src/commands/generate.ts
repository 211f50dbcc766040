import { extname } from 'node:path'
import { PlantainError } from '@plantain/core'
import type { Command } from 'commander'
import {
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
import { byModel, interruption, numeric, open, printJson } from './open.ts'

interface Options {
  readonly output?: string
  readonly aspect?: string
  readonly size?: string
  readonly seed?: string
  readonly steps?: string
  readonly guidance?: string
  readonly negative?: string
  readonly count?: string
  readonly model?: string
  readonly scheduler?: string
  readonly ref?: readonly string[]
  readonly format?: string
  readonly json?: boolean
  readonly inline: boolean
}

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value]

/** Text, and up to three references, to one picture or several. */
export function generate(command: Command): void {
  command
    .argument('<prompt>', 'what the picture shows')
    .option(
      '-o, --output <file>',
      'where to write it (a name made from the prompt); several get -1, -2 … before the extension',
    )
    .option('--aspect <ratio>', '1:1, 2:3, 3:2, 3:4, 4:3, 4:5, 5:4, 9:16, 16:9 or 21:9 (1:1)')
    .option('--size <size>', '1K, 2K or 4K, or pixels as 640x480 (1K)')
    .option('--seed <number>', 'the same seed makes the same picture (a random one, which is told)')
    .option('--steps <number>', "denoising steps, 1 to 150 (the model's own)")
    .option('--guidance <number>', "how closely to follow the prompt (the model's own)")
    .option('--negative <text>', 'what the picture should not show')
    .option('--count <number>', 'how many pictures (1)')
    .option('--model <id>', 'an installed model, or the folder of one (plantain-tiny)')
    .option('--scheduler <name>', "by its standard name, as EulerDiscreteScheduler (the model's own)")
    .option('--ref <image>', 'a picture to go by; up to three times', collect)
    .option('--format <format>', 'png, jpeg or webp (by the extension of the file, else png)')
    .option('--json', 'print what was made as JSON')
    .option('--no-inline', 'do not show the picture in the terminal')
    .action(async (prompt: string, options: Options) => {
      const request = usage(() => parseGenerateRequest(toInput(prompt, options)))
      const target = await targets(options.output, request)
      const references = await Promise.all((options.ref ?? []).map(readPicture))
      await using plantain = open(byModel(options.model).flags)
      await draw(plantain, { ...request, references }, { target, options }).catch(asUsage)
    })
}

function toInput(prompt: string, options: Options): GenerateInput {
  const number = (text: string | undefined): number | string | undefined =>
    text === undefined ? undefined : numeric(text)
  return {
    prompt,
    negativePrompt: options.negative,
    model: byModel(options.model).id,
    aspect: options.aspect,
    size: options.size,
    seed: number(options.seed),
    steps: number(options.steps),
    guidanceScale: number(options.guidance),
    scheduler: options.scheduler,
    count: number(options.count),
    format: options.format === 'jpg' ? 'jpeg' : (options.format ?? formatOf(options.output)),
    references: (options.ref ?? []).map(() => new Uint8Array()), // how many; their bytes are read when all else is right
  }
}

/** What the file's extension asks for. */
function formatOf(file: string | undefined): string | undefined {
  const extension = file === undefined ? '' : extname(file).toLowerCase()
  if (/^\.jpe?g$/.test(extension)) return 'jpeg'
  if (extension === '.webp') return 'webp'
  if (/^\.(gif|avif|heic|tiff?|bmp|svg|pdf)$/.test(extension))
    throw new UsageError(
      `${extension} files are not written; end the name in .png, .jpg or .webp, or give --format`,
    )
  return undefined
}

/** What a model says of an option (a scheduler that it cannot run, a size that it cannot make) is about what was typed. */
function asUsage(error: unknown): never {
  if (error instanceof PlantainError && error.code === 'INVALID_ARGUMENT' && !('reference' in error.details))
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
  const bar = progressBar(process.stderr, request.count)
  const paths: string[] = []
  const run = plantain.generate(request, interruption())
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
  { images, interpretation, notDrawn, drawnAs, usage, warnings }: GenerateResult,
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
  notDrawn,
  drawnAs,
  warnings,
  usage,
})

function tell({ notDrawn, drawnAs, warnings, images }: GenerateResult, milliseconds: number): void {
  const notes = [
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
