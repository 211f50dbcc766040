import { normals } from '@plantain/core'
import type { Bitmap, Tensor } from '@plantain/core'
import { bitmapOf } from '../latents.ts'
import { sizeOf } from '../tensor.ts'
import type { Vae } from './vae.ts'

/** Clean latents [1, C, h, w], scaled, to a picture of one pixel a cell. */
export type Preview = (latents: Tensor) => Bitmap

/** Pixels of the pictures that the fit looks at. */
const side = 128

/**
 * The linear map from a latent cell to its mean colour, fitted to this very autoencoder by least squares: what it encodes
 * of known colours, or, without an encoder, what it decodes of random latents.
 */
export async function fitPreview(
  autoencoder: Vae,
  canEncode: boolean,
  signal: AbortSignal,
): Promise<Preview> {
  const [latents, planes] = canEncode
    ? await encoded(autoencoder, signal)
    : await decoded(autoencoder, signal)
  const { factor, channels } = autoencoder
  const cells = sizeOf(latents.shape.slice(2))
  const width = latents.shape[3]!
  const inputs = (cell: number): number[] => [
    ...Array.from({ length: channels }, (_, channel) => latents.data[channel * cells + cell]!),
    1,
  ]
  const maps = [0, 1, 2].map((channel) => {
    const equations = Array.from({ length: cells }, (_, cell) => ({
      inputs: inputs(cell),
      output: mean(planes, channel, Math.floor(cell / width) * factor, (cell % width) * factor, factor),
    }))
    return leastSquares(equations, channels + 1)
  })
  return (clean) => bitmapOf(mapped(clean, maps))
}

async function encoded(autoencoder: Vae, signal: AbortSignal): Promise<[Tensor, Tensor]> {
  const planes = colors()
  return [autoencoder.scale(await autoencoder.encode(planes, null, signal)), planes]
}

async function decoded(autoencoder: Vae, signal: AbortSignal): Promise<[Tensor, Tensor]> {
  const cells = side / autoencoder.factor
  const shape = [1, autoencoder.channels, cells, cells]
  const latents = { data: normals(0, sizeOf(shape)), shape }
  return [latents, await autoencoder.decode(autoencoder.unscale(latents), signal)]
}

/** Patches of 16 pixels in random colours, -1 to 1: every hue, and edges between them. */
function colors(): Tensor {
  const patch = 16
  const random = normals(1, 3 * (side / patch) ** 2)
  const data = new Float32Array(3 * side * side)
  for (let channel = 0; channel < 3; channel++)
    for (let y = 0; y < side; y++)
      for (let x = 0; x < side; x++) {
        const index = Math.floor(y / patch) * (side / patch) + Math.floor(x / patch)
        data[(channel * side + y) * side + x] = Math.tanh(random[index * 3 + channel]!)
      }
  return { data, shape: [1, 3, side, side] }
}

function mean({ data, shape }: Tensor, channel: number, top: number, left: number, factor: number): number {
  const [height, width] = [shape[2]!, shape[3]!]
  let sum = 0
  for (let y = top; y < top + factor; y++)
    for (let x = left; x < left + factor; x++) sum += data[(channel * height + y) * width + x]!
  return sum / factor ** 2
}

function mapped({ data, shape }: Tensor, maps: readonly (readonly number[])[]): Tensor {
  const [channels, height, width] = [shape[1]!, shape[2]!, shape[3]!]
  const area = height * width
  const pixels = new Float32Array(3 * area)
  maps.forEach((map, color) => {
    for (let cell = 0; cell < area; cell++) {
      let value = map[channels]!
      for (let channel = 0; channel < channels; channel++)
        value += map[channel]! * data[channel * area + cell]!
      pixels[color * area + cell] = Math.min(1, Math.max(0, value / 2 + 0.5))
    }
  })
  return { data: pixels, shape: [1, 3, height, width] }
}

interface Equation {
  readonly inputs: readonly number[]
  readonly output: number
}

/** Normal equations by Gaussian elimination; a little ridge keeps channels apart that move together. */
function leastSquares(equations: readonly Equation[], unknowns: number): readonly number[] {
  const ridge = 1e-4 * equations.length
  const rows = Array.from({ length: unknowns }, (_, i) =>
    Array.from({ length: unknowns + 1 }, (_, j) => (i === j ? ridge : 0)),
  )
  for (const { inputs, output } of equations)
    for (let i = 0; i < unknowns; i++) {
      for (let j = 0; j < unknowns; j++) rows[i]![j]! += inputs[i]! * inputs[j]!
      rows[i]![unknowns]! += inputs[i]! * output
    }
  for (let pivot = 0; pivot < unknowns; pivot++)
    // symmetric and positive: no exchange of rows is needed
    for (let row = 0; row < unknowns; row++) {
      if (row === pivot) continue
      const factor = rows[row]![pivot]! / rows[pivot]![pivot]!
      for (let column = pivot; column <= unknowns; column++)
        rows[row]![column]! -= factor * rows[pivot]![column]!
    }
  return rows.map((row, i) => row[unknowns]! / row[i]!)
}
