import { readTraits } from '@plantain/codecs'

/** What is taken from a file otherwise than it stands there: said, as some of it is lost. */
export async function describeFile(bytes: Uint8Array): Promise<readonly string[]> {
  const { bits, colors } = await readTraits(bytes)
  return [
    ...(bits > 8 ? [`the picture has ${bits} bits a channel; it is edited, and written, with 8`] : []),
    ...(colors === 'cmyk'
      ? ['the picture is in CMYK, for printing; it is edited, and written, in sRGB']
      : []),
  ]
}
