import { PlantainError, type Interpretation, type OptionName } from '@plantain/core'
import type { SessionOptions } from './session.ts'
import { list } from './words.ts'

/** What a default may be: the value as it is kept, or null where it cannot be. */
type Read = (value: string) => string | null
const whole =
  (least: number, most: number): Read =>
  (value) => {
    const number = /\d+/.exec(value.replaceAll(',', ''))?.[0]
    return number !== undefined && Number(number) >= least && Number(number) <= most
      ? String(Number(number))
      : null
  }
const shapes: ReadonlyMap<string, string> = new Map([
  ['square', '1:1'],
  ['landscape', '16:9'],
  ['portrait', '9:16'],
  ['panorama', '21:9'],
  ['widescreen', '16:9'],
])
const qualities: ReadonlyMap<string, string> = new Map([
  ['high', '95'],
  ['low', '60'],
  ['medium', '80'],
  ['best', '100'],
])
const strengths: ReadonlyMap<string, string> = new Map([
  ['slight', 'slight'],
  ['subtle', 'slight'],
  ['gentle', 'slight'],
  ['low', 'slight'],
  ['weak', 'slight'],
  ['moderate', 'moderate'],
  ['medium', 'moderate'],
  ['normal', 'moderate'],
  ['strong', 'strong'],
  ['bold', 'strong'],
  ['high', 'strong'],
  ['max', 'max'],
  ['maximum', 'max'],
  ['full', 'max'],
])

const options: Readonly<
  Record<
    OptionName,
    { readonly read: Read; readonly allowed: string; readonly say: (value: string) => string }
  >
> = {
  aspect: {
    read: (value) =>
      shapes.get(value.toLowerCase()) ??
      /\b(1:1|2:3|3:2|3:4|4:3|4:5|5:4|9:16|16:9|21:9)\b/.exec(value)?.[1] ??
      null,
    allowed: '1:1, 2:3, 3:2, 3:4, 4:3, 4:5, 5:4, 9:16, 16:9 or 21:9',
    say: (value) => `new pictures are ${value}`,
  },
  size: {
    read: (value) =>
      /\b[124]K\b/i.exec(value)?.[0].toUpperCase() ??
      /\b\d{2,4}\s?[x×]\s?\d{2,4}\b/.exec(value)?.[0].replace(/\s?[x×]\s?/, 'x') ??
      null,
    allowed: '1K, 2K, 4K or pixels like 1920x1080',
    say: (value) => `new pictures are ${value}`,
  },
  count: {
    read: whole(1, 8),
    allowed: 'a number from 1 to 8',
    say: (value) => `I make ${value === '1' ? 'one picture' : `${value} pictures`} each time`,
  },
  format: {
    read: (value) => /\b(png|webp|jpe?g)\b/i.exec(value)?.[1]?.toLowerCase().replace('jpg', 'jpeg') ?? null,
    allowed: 'PNG, JPEG or WebP',
    say: (value) => `pictures come as ${value.toUpperCase()}`,
  },
  quality: {
    read: (value) => qualities.get(value.toLowerCase()) ?? whole(1, 100)(value),
    allowed: 'a number from 1 to 100',
    say: (value) => `files are written at quality ${value}`,
  },
  seed: {
    read: whole(0, Number.MAX_SAFE_INTEGER),
    allowed: 'a whole number',
    say: (value) => `I use seed ${value}`,
  },
  style: {
    read: (value) => value.trim() || null,
    allowed: 'the name of a style',
    say: (value) => `new pictures are in the style ${value}`,
  },
  language: {
    read: (value) => value.trim() || null,
    allowed: 'a language',
    say: (value) => `I noted the language ${value}; my answers are in English for now`,
  },
  strength: {
    read: (value) => strengths.get(value.trim().toLowerCase()) ?? null,
    allowed: 'slight, moderate, strong or max',
    say: (value) => `changes are ${value} where you do not say how much`,
  },
  watermark: {
    read: (value) => value.trim() || null,
    allowed: 'on or off',
    say: () => 'pictures carry no visible mark in any case',
  },
  avoid: {
    read: (value) => value.trim() || null,
    allowed: 'what not to show',
    say: (value) => `I leave out ${value}`,
  },
}

/**
 * Settings that come with a message, each as it is kept.
 *
 * throws: INVALID_ARGUMENT for a value that cannot be
 */
export function checkOptions(given: SessionOptions): SessionOptions {
  const checked: Partial<Record<OptionName, string>> = {}
  for (const [name, value] of Object.entries(given) as [OptionName, string][]) {
    const read = options[name].read(value)
    if (read === null)
      throw new PlantainError(
        'INVALID_ARGUMENT',
        `the option ${name} is "${value.slice(0, 40)}"; give ${options[name].allowed}`,
        { details: { field: `options.${name}` } },
      )
    checked[name] = read
  }
  return checked
}

const isPixels = /^\d{2,4}\s?[x×]\s?\d{2,4}$/

/** Defaults that the message sets, and what to say of them. A value that cannot be is told and not kept. */
export function readOptions({ ops }: Interpretation): {
  readonly options: SessionOptions
  readonly text: string
} {
  const kept: Partial<Record<OptionName, string>> = {}
  const said: string[] = []
  const refused: string[] = []
  for (const { op, option: named, value } of ops) {
    if (op !== 'set_option' || named === undefined) continue
    const option = value !== undefined && isPixels.test(value) ? 'size' : named // 256x256 can be nothing else
    const read = value === undefined ? null : options[option].read(value)
    if (read === null) {
      refused.push(
        `The ${option} cannot be ${value === undefined ? 'left open' : `“${value}”`}; give ${options[option].allowed}.`,
      )
      continue
    }
    kept[option] = read
    said.push(options[option].say(read))
  }
  const all = said.length > 0 ? [`From now on ${list(said)}.`] : []
  return {
    options: kept,
    text:
      [...all, ...refused].join(' ') ||
      'I did not understand which setting you mean. You can set aspect, size, count, format, quality, seed, style and what to avoid.',
  }
}
