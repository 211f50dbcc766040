import type { PixelSize } from '../sizes.ts'

/** Pixels for each ratio at one size name. */
export type SizeTable = Readonly<Record<string, readonly [width: number, height: number]>>

/**
 * A model of somebody else's API, served by whichever installed model the configuration names: what its clients rely on, and nothing
 * about how pictures are made. Dated by its vendor's documents of late 2026; ids never die here.
 */
export interface Alias {
  readonly id: string
  /** Whose API it belongs to: which routes list it and take it. */
  readonly api: 'gemini' | 'imagen' | 'openai' | 'plantain'
  readonly displayName: string
  readonly description: string
  readonly version: string
  /** Unix seconds. */
  readonly created: number
  readonly inputTokenLimit: number
  readonly outputTokenLimit: number
  /** Size name → ratio → pixels; 1K is the default size where there is one, and the first ratio the default ratio. */
  readonly sizes: Readonly<Record<string, SizeTable>>
  /** Size name → tokens of one picture made. */
  readonly imageTokens: Readonly<Record<string, number>>
  readonly maxInputImages: number
  readonly thinking?: boolean
}

/** Every side of a table times a factor. */
export const scaled = (table: SizeTable, factor: number): SizeTable =>
  Object.fromEntries(
    Object.entries(table).map(([ratio, [w, h]]) => [ratio, [w * factor, h * factor] as const]),
  )

export const sizeNames = ({ sizes }: Alias): readonly string[] => Object.keys(sizes)
export const defaultSize = ({ sizes }: Alias): string => ('1K' in sizes ? '1K' : Object.keys(sizes)[0]!)
/** Ratios that the model has at any size. */
export const ratiosOf = ({ sizes }: Alias): readonly string[] => [
  ...new Set(Object.values(sizes).flatMap((table) => Object.keys(table))),
]

/** The row of the table whose ratio is nearest, by the logarithm, so that 2:1 is as far from 1:1 as 1:2 is. */
export function nearestSize(table: SizeTable, { width, height }: PixelSize): PixelSize {
  const distance = ([w, h]: readonly [number, number]): number =>
    Math.abs(Math.log((w * height) / (h * width)))
  const rows = Object.values(table)
  const exact = rows.find(([w, h]) => w === width && h === height)
  const [w, h] = exact ?? rows.reduce((best, row) => (distance(row) < distance(best) ? row : best))
  return { width: w, height: h }
}
