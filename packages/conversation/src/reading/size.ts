/** The ten ratios of the Gemini API and their pixels at 1K. */
const ASPECTS: Readonly<Record<string, readonly [number, number]>> = {
  '1:1': [1024, 1024],
  '2:3': [832, 1248],
  '3:2': [1248, 832],
  '3:4': [864, 1184],
  '4:3': [1184, 864],
  '4:5': [896, 1152],
  '5:4': [1152, 896],
  '9:16': [768, 1344],
  '16:9': [1344, 768],
  '21:9': [1536, 672],
}
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:phone|mobile|story|stories|reel|tall|vertical)\b/i, '9:16'],
  [/\b(?:square|instagram post|album cover|avatar|icon|sticker|profile)\b/i, '1:1'],
  [/\b(?:panorama|panoramic|ultra ?wide|banner)\b/i, '21:9'],
  [/\b(?:wide ?screen|cinematic|cinema|wallpaper|desktop|wide|horizontal|youtube|thumbnail)\b/i, '16:9'],
  [/\b(?:poster|book cover)\b/i, '2:3'],
  [/\b(?:headshot|portrait)\b/i, '3:4'],
  [/\b(?:landscape|postcard|card)\b/i, '3:2'],
]
export interface PixelSize {
  readonly width: number
  readonly height: number
}
const LEAST = 64
const LEAST_SAID = 16
const MOST = 6144

/** Width over height that a wording asks for ("16:9", "portrait", "1.91:1", "a square"); null for none. */
export function ratioOf(text: string | undefined): number | null {
  if (text === undefined) return null
  const [, wide, high] = /(\d+(?:\.\d+)?)\s*[:x×/]\s*(\d+(?:\.\d+)?)/i.exec(text) ?? []
  if (wide !== undefined && Number(wide) > 0 && Number(high) > 0) return Number(wide) / Number(high)
  const named = WORDS.find(([pattern]) => pattern.test(text))?.[1]
  if (named === undefined) return null
  const [width, height] = ASPECTS[named]!
  return named === '16:9' ? 16 / 9 : named === '9:16' ? 9 / 16 : named === '21:9' ? 21 / 9 : width / height
}

/** Pixels for a ratio: of the table where it is one of its, else about as many as a square of `area` pixels has. */
export function shapeFor(ratio: number, area: number): PixelSize {
  const known = Object.entries(ASPECTS).find(([name]) => {
    const [w, h] = name.split(':').map(Number)
    return Math.abs(ratio / (w! / h!) - 1) < 0.02
  })?.[1]
  const scale = known === undefined ? 1 : Math.sqrt(area / (known[0] * known[1]))
  if (known !== undefined && Math.abs(scale - Math.round(scale)) < 0.06 && scale > 0.5)
    return { width: known[0] * Math.round(scale), height: known[1] * Math.round(scale) }
  const width = Math.sqrt(area * ratio)
  return { width: side(width), height: side(width / ratio) }
}

/** What is said in pixels is meant to the pixel. */
const exact = (pixels: number): number => Math.min(MOST, Math.max(LEAST_SAID, pixels))
const side = (pixels: number): number => Math.min(MOST, Math.max(LEAST, 2 * Math.round(pixels / 2)))
const NAMES: Readonly<Record<string, number>> = {
  '0.5K': 512,
  '1K': 1024,
  '2K': 2048,
  '4K': 4096,
  HD: 1280,
  'FULL HD': 1920,
  '8K': 6144,
}

/** Longest side that "2K", "4K" name; exact pixels of "1920x1080" or "512". Null for neither. */
export function namedSize(text: string | undefined): PixelSize | { readonly side: number } | null {
  if (text === undefined) return null
  const [, width, height] = /(\d{2,4})\s*(?:px)?\s*[x×*]\s*(\d{2,4})/i.exec(text) ?? []
  if (width !== undefined) return { width: exact(Number(width)), height: exact(Number(height)) }
  const name = NAMES[text.trim().toUpperCase()]
  if (name !== undefined) return { side: name }
  const [, one] = /^(\d{2,4})\s*(?:px|pixels|wide)?$/i.exec(text.trim()) ?? []
  return one === undefined ? null : { side: side(Number(one)) }
}

/** Pixels of a picture to make. The wish counts before the defaults of the session. */
export function sizeFor(aspect: string | undefined, size: string | undefined): PixelSize {
  const asked = namedSize(size)
  if (asked !== null && 'width' in asked) return asked
  const scale = asked === null ? 1 : asked.side / 1024
  return shapeFor(ratioOf(aspect) ?? 1, 1024 * 1024 * scale * scale)
}
