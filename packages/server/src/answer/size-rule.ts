import { nearestSize, type SizeTable } from '../aliases/index.ts'
import type { PixelSize } from '../sizes.ts'

/** Which pixels are wanted, as data: exactly so many, or those of a table that are nearest to the picture that is edited. */
export type SizeRule =
  | { readonly exact: PixelSize }
  | {
      readonly nearest: SizeTable
      /** Where no picture is edited. */
      readonly otherwise: PixelSize
      /** A picture whose sides are such keeps them, so that no pixel need be resampled. */
      readonly keep?: { readonly multiple: number; readonly longest: number }
    }

/** source: the picture that is edited; null: there is none */
export function sizeBy(rule: SizeRule, source: PixelSize | null): PixelSize {
  if ('exact' in rule) return rule.exact
  if (source === null) return rule.otherwise
  const { keep } = rule
  const kept =
    keep !== undefined &&
    [source.width, source.height].every((side) => side % keep.multiple === 0 && side <= keep.longest)
  return kept ? { width: source.width, height: source.height } : nearestSize(rule.nearest, source)
}
