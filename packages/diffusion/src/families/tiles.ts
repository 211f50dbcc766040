import { throwIfCancelled } from '@plantain/core'
import type { Tensor } from '@plantain/core'

export interface TileOptions {
  /** Latent cells of a tile's side, and of the strip that neighbours share. */
  readonly side: number
  readonly overlap: number
  /** Values that a cell has along one side, before and after. */
  readonly inputCell: number
  readonly outputCell: number
}

/**
 * A network over a large picture, tile by tile: memory and the time to a cancellation stay those of one tile. Neighbours
 * are blended linearly where they overlap, because normalisation over a tile shifts its tones a little.
 *
 * input: [1, C, H, W], sides whole numbers of cells
 */
export async function tiled(
  input: Tensor,
  { side, overlap, inputCell, outputCell }: TileOptions,
  run: (tile: Tensor) => Promise<Tensor>,
  signal: AbortSignal,
): Promise<Tensor> {
  const rows = starts(input.shape[2]! / inputCell, side, overlap)
  const columns = starts(input.shape[3]! / inputCell, side, overlap)
  if (rows.length * columns.length === 1) return await run(input)
  const height = (input.shape[2]! / inputCell) * outputCell
  const width = (input.shape[3]! / inputCell) * outputCell
  let sum = new Float32Array()
  let channels = 0
  const weights = new Float32Array(height * width)
  for (const top of rows)
    for (const left of columns) {
      throwIfCancelled(signal)
      const tile = await run(window(input, top * inputCell, left * inputCell, side * inputCell))
      channels = tile.shape[1]!
      if (sum.length === 0) sum = new Float32Array(channels * height * width)
      const place = { top: top * outputCell, left: left * outputCell, strip: overlap * outputCell }
      lay(tile, place, { sum, weights, width, height })
    }
  const data = sum.map((value, i) => value / weights[i % weights.length]!)
  return { data, shape: [1, channels, height, width] }
}

/** First cells of the tiles along one side; the last tile ends at the end. */
function starts(length: number, side: number, overlap: number): readonly number[] {
  if (length <= side) return [0]
  const count = Math.ceil((length - overlap) / (side - overlap))
  return Array.from({ length: count }, (_, k) => Math.min(k * (side - overlap), length - side))
}

function window({ data, shape }: Tensor, top: number, left: number, side: number): Tensor {
  const [channels, height, width] = [shape[1]!, shape[2]!, shape[3]!]
  const [rows, columns] = [Math.min(side, height - top), Math.min(side, width - left)]
  const cut = new Float32Array(channels * rows * columns)
  for (let channel = 0; channel < channels; channel++)
    for (let y = 0; y < rows; y++) {
      const from = (channel * height + top + y) * width + left
      cut.set(data.subarray(from, from + columns), (channel * rows + y) * columns)
    }
  return { data: cut, shape: [1, channels, rows, columns] }
}

interface Place {
  readonly top: number
  readonly left: number
  /** Width of the shared strip. */
  readonly strip: number
}

interface Canvas {
  readonly sum: Float32Array
  readonly weights: Float32Array
  readonly width: number
  readonly height: number
}

/** Adds a tile with weights that fall linearly towards the edges that it shares. */
function lay(tile: Tensor, { top, left, strip }: Place, { sum, weights, width, height }: Canvas): void {
  const [channels, rows, columns] = [tile.shape[1]!, tile.shape[2]!, tile.shape[3]!]
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++) {
      const up = top > 0 ? (y + 0.5) / strip : 1
      const down = top + rows < height ? (rows - y - 0.5) / strip : 1
      const before = left > 0 ? (x + 0.5) / strip : 1
      const after = left + columns < width ? (columns - x - 0.5) / strip : 1
      const weight = Math.min(1, up, down) * Math.min(1, before, after)
      const at = (top + y) * width + left + x
      weights[at]! += weight
      for (let channel = 0; channel < channels; channel++)
        sum[channel * width * height + at]! += weight * tile.data[(channel * rows + y) * columns + x]!
    }
}
