import type { ArtifactId, Bitmap, Mask, Operation } from '@plantain/core'
import {
  developPlaced,
  maskFromBitmap,
  samePlace,
  type DevelopOptions,
  type Placement,
  type Step,
} from '@plantain/imaging'
import { locate, type Located } from '../locate.ts'
import type { Tools } from '../perform.ts'

export interface Developing {
  /** Where regions are looked for. */
  readonly located: Located
  /** Takes what each operation covers, by its number; null: nothing was found for it. */
  readonly covered?: Map<number, Mask | null>
}

/** A base with operations over it, rounded once, and where its pixels have gone. */
export async function developOver(
  bitmap: Bitmap,
  operations: readonly Operation[],
  developing: Developing,
  tools: Tools,
  signal: AbortSignal,
): Promise<{ readonly image: Bitmap; readonly placement: Placement }> {
  if (operations.length === 0) return { image: bitmap, placement: samePlace(bitmap) }
  const steps = await stepsOf(operations, developing, tools)
  return developPlaced(bitmap, steps, await optionsFor(operations, tools, signal))
}

async function stepsOf(
  operations: readonly Operation[],
  { located, covered }: Developing,
  tools: Tools,
): Promise<readonly Step[]> {
  const painted = new Map<ArtifactId, Mask>()
  for (const { region } of operations)
    if (region.kind === 'mask') painted.set(region.mask, maskFromBitmap(await tools.load(region.mask)))
  const maskOf = (id: string): Mask => painted.get(id)!
  return operations.map(({ operator, params, region }, index) => ({
    operator,
    params,
    mask:
      region.kind === 'all'
        ? null
        : (_look: () => Bitmap, placement: Placement) => {
            const mask = locate(region, located, placement, maskOf)
            covered?.set(index, mask)
            return mask
          },
  }))
}

async function optionsFor(
  operations: readonly Operation[],
  tools: Tools,
  signal: AbortSignal,
): Promise<DevelopOptions> {
  return operations.some(({ operator }) => operator === 'text')
    ? { signal, typesetter: await tools.typesetter() }
    : { signal }
}
