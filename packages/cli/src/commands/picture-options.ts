import { extname } from 'node:path'
import type { Command } from 'commander'
import type { GenerateInput } from '@plantain/server'
import { UsageError } from '../failure.ts'
import { byModel, numeric } from './open.ts'

/** What every command that makes pictures can be told. */
export interface PictureOptions {
  readonly output?: string
  readonly aspect?: string
  readonly size?: string
  readonly seed?: string
  readonly steps?: string
  readonly guidance?: string
  readonly negative?: string
  readonly count?: string
  readonly model?: string
  readonly ref?: readonly string[]
  readonly format?: string
  readonly json?: boolean
  readonly inline: boolean
}

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value]

/** Where the words for an option differ from command to command. */
export interface Wording {
  readonly output: string
  readonly aspect: string
  readonly size: string
  readonly ref: string
}

export const withPictureOptions = (command: Command, wording: Wording): Command =>
  command
    .option('-o, --output <file>', wording.output)
    .option('--aspect <ratio>', wording.aspect)
    .option('--size <size>', wording.size)
    .option('--seed <number>', 'the same seed makes the same picture (a random one, which is told)')
    .option('--steps <number>', "denoising steps, 1 to 150 (the model's own)")
    .option('--guidance <number>', "how closely to follow the words (the model's own)")
    .option('--negative <text>', 'what the picture should not show')
    .option('--count <number>', 'how many pictures (1)')
    .option('--model <id>', 'an installed model, or the folder of one (plantain-tiny)')
    .option('--ref <image>', wording.ref, collect)
    .option('--format <format>', 'png, jpeg or webp (by the extension of the file, else png)')
    .option('--json', 'print what was made as JSON')
    .option('--no-inline', 'do not show the picture in the terminal')

/** The options by the names of requests, nothing checked yet. */
export function settingsIn(options: PictureOptions): GenerateInput {
  const number = (text: string | undefined): number | string | undefined =>
    text === undefined ? undefined : numeric(text)
  return {
    negativePrompt: options.negative,
    model: byModel(options.model).id,
    aspect: options.aspect,
    size: options.size,
    seed: number(options.seed),
    steps: number(options.steps),
    guidanceScale: number(options.guidance),
    count: number(options.count),
    format: options.format === 'jpg' ? 'jpeg' : (options.format ?? formatOf(options.output)),
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
