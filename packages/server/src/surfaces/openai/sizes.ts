import type { SizeTable } from '../../aliases/index.ts'
import type { Ask } from '../../answer/ask.ts'
import { wrong } from './wire.ts'

const automatic: SizeTable = { '1:1': [1024, 1024], '3:2': [1536, 1024], '2:3': [1024, 1536] }
// Sizes that the older models had, and that the rule of the newer ones leaves out.
const legacy = ['256x256', '512x512', '1792x1024', '1024x1792']
const longest = 3840
const mostPixels = 3840 * 2160

/**
 * "auto", "1536x1024", or any sides that are multiples of 16, from 1:3 to 3:1, up to 3840 x 2160 in all.
 *
 * throws: INVALID_ARGUMENT of `size`
 */
export function toSize(size: string | undefined): Ask['size'] {
  if (size === undefined || size === 'auto')
    return {
      nearest: automatic,
      otherwise: { width: 1024, height: 1024 },
      keep: { multiple: 16, longest: 1536 },
    }
  const match = /^(\d{1,5})x(\d{1,5})$/.exec(size)
  const [width, height] = [Number(match?.[1]), Number(match?.[2])]
  const allowed =
    match !== null &&
    (legacy.includes(size) ||
      (width % 16 === 0 &&
        height % 16 === 0 &&
        width > 0 &&
        height > 0 &&
        Math.max(width, height) <= longest &&
        width * height <= mostPixels &&
        width <= 3 * height &&
        height <= 3 * width))
  if (!allowed)
    throw wrong(
      'size',
      `Invalid size '${size.slice(0, 40)}'. Use 'auto', or WIDTHxHEIGHT with both sides divisible by 16, a ratio from 1:3 to 3:1 and at most 3840x2160 pixels, such as 1024x1024, 1536x1024, 1024x1536.`,
    )
  return { exact: { width, height } }
}
