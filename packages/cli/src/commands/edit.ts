import { existsSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { PlantainError } from '@plantain/core'
import type { Command } from 'commander'
import {
  MOST_IMAGES,
  parseEditRequest,
  type EditRequest,
  type EditResult,
  type GeneratedImage,
  type Plantain,
} from '@plantain/server'
import { usage, UsageError } from '../failure.ts'
import { readPicture, targets, writeWhole, type Targets } from '../files.ts'
import { showInline } from '../terminal/inline.ts'
import { progressBar } from '../terminal/progress.ts'
import { byModel, interruption, open, printJson } from './open.ts'
import { settingsIn, withPictureOptions, type PictureOptions } from './picture-options.ts'

interface Options extends PictureOptions {
  readonly mask?: string
}

/** Up to three pictures and a sentence that says what to change, to one picture or several. */
export function edit(command: Command): void {
  const arguments_ = command
    .usage('[options] <image>… <instruction>')
    .argument('<image…>', `the picture to change, and up to ${MOST_IMAGES - 1} more to take from`)
    .argument('[instruction]', 'what to change; always the last')
  withPictureOptions(takingAll(arguments_), {
    output: 'where to write it (a name made from both); several get -1, -2 … before the extension',
    aspect: 'cut to 1:1, 2:3, 3:2, 3:4, 4:3, 4:5, 5:4, 9:16, 16:9 or 21:9 (as it is)',
    size: '1K, 2K or 4K, or pixels as 640x480 (as it is)',
    ref: 'one more picture to take from, as behind the first',
  })
    .option('--mask <image>', 'change only what is white in this picture, or clear where it has transparency')
    .action(async (...given: unknown[]) => {
      const options = given.at(-2) as Options
      const { images, instruction } = split((given.at(-1) as Command).args, options)
      const input = { ...settingsIn(options), instruction, images: images.map(() => new Uint8Array()) }
      const request = usage(() => parseEditRequest(input)) // how many; their bytes are read when all else is right
      const prompt = `${basename(images[0]!, extname(images[0]!))} ${request.instruction}`
      const target = await targets(options.output, { ...request, prompt })
      const files = await Promise.all(images.map(readPicture))
      const mask = options.mask === undefined ? {} : { mask: await readPicture(options.mask) }
      await using plantain = open(byModel(options.model).flags)
      await draw(plantain, { ...request, images: files, ...mask }, { target, options, images })
    })
}

/** Commander wants what repeats to come last: all is taken here, and parted by `split`. */
const takingAll = (command: Command): Command => command.allowExcessArguments()

function split(
  given: readonly string[],
  { ref = [] }: Options,
): { readonly images: readonly string[]; readonly instruction: string } {
  const help = 'plantain edit --help shows how it is used'
  const instruction = given.at(-1)!
  if (given.length < 2)
    throw new UsageError(
      `give a picture and then what to change, as plantain edit photo.jpg "make it warmer"; ${help}`,
    )
  if (/\.(png|jpe?g|webp|gif)$/i.test(instruction) && existsSync(instruction))
    throw new UsageError(
      `the last argument says what to change, and ${instruction} is a picture; put the instruction behind it`,
    )
  return { images: [...given.slice(0, -1), ...ref], instruction }
}

interface Destination {
  readonly target: Targets
  readonly options: Options
  /** Their paths, for sentences about them. */
  readonly images: readonly string[]
}

async function draw(
  plantain: Plantain,
  request: EditRequest,
  { target, options, images }: Destination,
): Promise<void> {
  const bar = progressBar(process.stderr, request.count)
  const paths: string[] = []
  const run = plantain.edit(request, interruption())
  const write = async (index: number, image: GeneratedImage): Promise<void> => {
    paths[index] = await writeWhole(target.path(index), image.bytes)
    bar.clear()
    if (options.json) return
    process.stdout.write(`${paths[index]}  ${image.width} x ${image.height}, seed ${image.seed}\n`)
    if (options.inline) showInline(process.stdout, image)
  }
  let result: EditResult
  try {
    for (;;) {
      const next = await run.next()
      if (next.done) {
        result = next.value
        break
      }
      const event = next.value
      bar.update(event)
      if (event.type === 'picture-ready' || (event.type === 'image-ready' && 'image' in event))
        await write(event.index, event.image)
    }
  } catch (error) {
    throw named(error, images)
  } finally {
    bar.clear()
    await run.return(undefined as unknown as EditResult)
  }
  if (options.json) printJson(report(result, paths))
  else for (const note of [result.text, ...result.warnings]) process.stderr.write(`plantain: ${note}\n`)
}

/** "picture 2 of the message: …" by the name that the person gave it. */
function named(error: unknown, images: readonly string[]): unknown {
  if (!(error instanceof PlantainError) || typeof error.details['attachment'] !== 'number') return error
  const path = images[error.details['attachment'] - 1]
  const { cause } = error
  return path === undefined || !(cause instanceof PlantainError)
    ? error
    : new PlantainError(error.code, `${path}: ${cause.message}`, { cause, details: { ...error.details } })
}

/** As product.md fixes it, and what was said. */
const report = (
  { images, interpretation, text, notDrawn, warnings, usage: used }: EditResult,
  paths: readonly string[],
): object => ({
  images: images.map(({ width, height, sha256, seed, report: measured }, index) => ({
    path: paths[index],
    width,
    height,
    sha256,
    seed,
    ...(measured === undefined ? {} : { report: measured }),
  })),
  interpretation,
  text,
  notDrawn,
  warnings,
  usage: used,
})
