import { normals } from '@plantain/core'
import type { Tensor } from '@plantain/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Part } from '../manifest.ts'
import type { Parts } from '../parts.ts'
import { epsilon } from '../prediction.ts'
import type { Feeds } from '../runtimes/runtime.ts'
import { concatenate, filled, padLast, slice } from '../shape.ts'
import { branchDenoiser } from './branches.ts'
import { guidanceEmbedding } from './guidance-embedding.ts'
import { nearestSize } from './latent-model.ts'
import { packed, unpacked } from './packing.ts'
import { fitPreview } from './preview.ts'
import { tiled } from './tiles.ts'
import type { Vae } from './vae.ts'

const never = new AbortController().signal
const random = (shape: number[], seed = 1): Tensor => ({
  data: normals(
    seed,
    shape.reduce((a, b) => a * b, 1),
  ),
  shape,
})

test('packing puts 2 x 2 cells into tokens, channel by channel', () => {
  const latents = { data: Float32Array.from({ length: 2 * 2 * 4 }, (_, i) => i), shape: [1, 2, 2, 4] }
  expect(packed(latents)).toEqual({
    data: Float32Array.of(0, 1, 4, 5, 8, 9, 12, 13, 2, 3, 6, 7, 10, 11, 14, 15),
    shape: [1, 2, 8],
  })
})

test('unpacking undoes packing', () => {
  const side = fc.integer({ min: 1, max: 5 }).map((half) => 2 * half)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }), side, side, (channels, height, width) => {
      const latents = random([1, channels, height, width])
      expect(unpacked(packed(latents), latents.shape)).toEqual(latents)
    }),
  )
})

test('slices of a concatenation are its members, on every axis', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 1, max: 3 }), (axis, size) => {
      const shape = [2, 3, 2]
      const [one, other] = [random(shape), random(shape.with(axis, size), 2)]
      const both = concatenate([one, other], axis)
      expect(slice(both, axis, 0, shape[axis]!)).toEqual(one)
      expect(slice(both, axis, shape[axis]!, shape[axis]! + size)).toEqual(other)
    }),
  )
  expect(padLast(filled([1, 2, 2], 1), 3).data).toEqual(Float32Array.of(1, 1, 0, 1, 1, 0))
})

describe('tiles', () => {
  const options = { side: 8, overlap: 2, inputCell: 1, outputCell: 2 }
  /** A network without context: each value becomes 2 x 2. */
  const enlarge = async ({ data, shape }: Tensor): Promise<Tensor> => {
    const [channels, height, width] = [shape[1]!, shape[2]!, shape[3]!]
    const large = new Float32Array(data.length * 4)
    for (let i = 0; i < large.length; i++) {
      const [channel, y, x] = [
        Math.floor(i / (4 * height * width)),
        Math.floor(i / (2 * width)) % (2 * height),
        i % (2 * width),
      ]
      large[i] = data[(channel * height + (y >> 1)) * width + (x >> 1)]!
    }
    return { data: large, shape: [1, channels, 2 * height, 2 * width] }
  }

  test.each([
    [8, 8, 1],
    [8, 9, 2],
    [14, 20, 6],
    [30, 5, 5],
  ])('%i x %i cells take %i runs and no seam shows', async (height, width, runs) => {
    const input = random([1, 3, height, width])
    let calls = 0
    const counting = (tile: Tensor): Promise<Tensor> => {
      calls++
      return enlarge(tile)
    }
    const out = await tiled(input, options, counting, never)
    const whole = await enlarge(input)
    expect(calls).toBe(runs)
    expect(out.shape).toEqual(whole.shape)
    out.data.forEach((value, i) => expect(value).toBeCloseTo(whole.data[i]!, 5))
  })

  test('encoders go the other way', async () => {
    const shrink = async (tile: Tensor): Promise<Tensor> =>
      filled([1, 1, tile.shape[2]! / 2, tile.shape[3]! / 2], 3)
    const out = await tiled(
      filled([1, 3, 40, 20]),
      { ...options, inputCell: 2, outputCell: 1 },
      shrink,
      never,
    )
    expect(out.shape).toEqual([1, 1, 20, 10])
    out.data.forEach((value) => expect(value).toBeCloseTo(3, 5))
  })

  test('tones of neighbours melt into each other', async () => {
    let tone = 0
    const flat = async ({ shape }: Tensor): Promise<Tensor> =>
      filled([1, 1, shape[2]! * 2, shape[3]! * 2], tone++)
    const { data } = await tiled(filled([1, 1, 8, 14]), options, flat, never)
    const row = data.slice(0, 28)
    expect(row[0]).toBe(0)
    expect(row.at(-1)).toBe(1)
    row.slice(1).forEach((value, i) => expect(value - row[i]!).toBeLessThanOrEqual(0.3))
  })

  test('a cancelled run stops between tiles', async () => {
    const controller = new AbortController()
    const run = tiled(
      random([1, 3, 30, 30]),
      options,
      async (tile) => {
        controller.abort()
        return await enlarge(tile)
      },
      controller.signal,
    )
    await expect(run).rejects.toMatchObject({ code: 'CANCELLED' })
  })
})

describe('previews', () => {
  /** An autoencoder that is linear: colours are mixed into four channels, and means are taken. */
  const mix = [
    [0.5, 0.2, 0.1],
    [-0.3, 0.4, 0.2],
    [0.1, 0.1, -0.6],
    [0.2, -0.2, 0.2],
  ]
  const linear: Vae = {
    factor: 8,
    channels: 4,
    async encode({ data, shape }) {
      const cells = shape[2]! / 8
      const latents = new Float32Array(4 * cells * cells)
      for (let channel = 0; channel < 4; channel++)
        for (let cell = 0; cell < cells * cells; cell++)
          for (let color = 0; color < 3; color++) {
            const at = (color * shape[2]! + Math.floor(cell / cells) * 8) * shape[3]! + (cell % cells) * 8
            latents[channel * cells * cells + cell]! += mix[channel]![color]! * data[at]!
          }
      return { data: latents, shape: [1, 4, cells, cells] }
    },
    decode: () => Promise.reject(new Error('not asked')),
    scale: (latents) => latents,
    unscale: (latents) => latents,
  }

  test('the fitted map gives a linear autoencoder its colours back', async () => {
    const preview = await fitPreview(linear, true, never)
    const colors = [
      [1, -1, -1],
      [0, 0, 0],
      [-1, 1, 0.5],
      [0.2, 0.6, -0.4],
    ]
    const latents = { data: new Float32Array(16), shape: [1, 4, 2, 2] }
    colors.forEach((color, cell) => {
      for (let channel = 0; channel < 4; channel++)
        latents.data[channel * 4 + cell] = mix[channel]!.reduce(
          (sum, factor, i) => sum + factor * color[i]!,
          0,
        )
    })
    const { data, width, height } = preview(latents)
    expect([width, height]).toEqual([2, 2])
    colors.forEach((color, cell) =>
      color.forEach((value, channel) =>
        expect(Math.abs(data[cell * 4 + channel]! - (value / 2 + 0.5) * 255)).toBeLessThan(4),
      ),
    )
  })
})

describe('a denoiser asks for each branch', () => {
  const part = (batch: number | string, timestep: readonly (number | string)[]): Part => ({
    name: 'unet',
    file: 'unet.onnx',
    externalData: [],
    modified: 0,
    bytes: 0,
    inputs: [
      { name: 'sample', type: 'float32', shape: [batch, 2, 'h', 'w'] },
      { name: 'timestep', type: 'float32', shape: timestep },
      { name: 'encoder_hidden_states', type: 'float32', shape: [batch, 'n', 1] },
    ],
    outputs: [{ name: 'out_sample', type: 'float32', shape: [batch, 1, 'h', 'w'] }],
  })
  /** Gives, for each picture of the batch, its text times its first channel. */
  function fake(): { parts: Parts; runs: Feeds[] } {
    const runs: Feeds[] = []
    const run = async (_: string, feeds: Feeds): Promise<Record<string, Tensor>> => {
      runs.push(feeds)
      const { sample, encoder_hidden_states: text } = feeds as Record<string, Tensor>
      const out = Array.from({ length: sample!.shape[0]! }, (__, i) => text!.data[i]! * sample!.data[i * 2]!)
      return { out_sample: { data: Float32Array.from(out), shape: [out.length, 1, 1, 1] } }
    }
    return { parts: { run } as unknown as Parts, runs }
  }
  const level = { timestep: 9, alpha: 1, sigma: 1 }
  const branches = [5, 7].map((text) => ({
    feeds: { encoder_hidden_states: filled([1, 1, 1], text) },
    channels: [filled([1, 1, 1, 1], 3)],
  }))
  const denoise = async (
    batch: number | string,
    timestep: readonly (number | string)[],
  ): Promise<{ runs: Feeds[]; clean: number }> => {
    const { parts, runs } = fake()
    const guide = ([a, b]: readonly Tensor[]): Tensor => filled([1, 1, 1, 1], a!.data[0]! + 10 * b!.data[0]!)
    const model = branchDenoiser({
      parts,
      part: part(batch, timestep),
      prediction: epsilon,
      branches,
      guide,
      input: 'sample',
    })
    return { runs, clean: (await model(filled([1, 1, 1, 1], 2), level, never)).data[0]! }
  }
  const scaled = 2 / Math.SQRT2
  const expected = 2 - (5 * scaled + 10 * 7 * scaled)

  test('one by one where the batch is free', async () => {
    const { runs, clean } = await denoise('batch', [])
    expect(runs).toHaveLength(2)
    expect(runs[0]!['sample']).toEqual({ data: Float32Array.of(scaled, 3), shape: [1, 2, 1, 1] })
    expect(clean).toBeCloseTo(expected, 4)
  })

  test.each([
    [2, [], [1]],
    [2, [2], [2]],
    [3, [3], [3]], // filled up
  ] as [number, number[], number[]][])(
    'together where it is fixed to %i, timestep %j',
    async (batch, timestep, shape) => {
      const { runs, clean } = await denoise(batch, timestep)
      expect(runs).toHaveLength(1)
      expect(runs[0]!['timestep']!.shape).toEqual(shape)
      expect(runs[0]!['sample']!.shape).toEqual([batch, 2, 1, 1])
      expect(clean).toBeCloseTo(expected, 4)
    },
  )
})

test('guidance as an input: sines, then cosines', () => {
  const { data, shape } = guidanceEmbedding(1.001, {
    name: 'timestep_cond',
    type: 'float32',
    shape: ['n', 256],
  })
  expect(shape).toEqual([1, 256])
  expect(data[0]).toBeCloseTo(Math.sin(1), 5)
  expect(data[127]).toBeCloseTo(Math.sin(1e-4), 7)
  expect(data[128]).toBeCloseTo(Math.cos(1), 5)
})

test('the nearest allowed size', () => {
  const rule = { multiple: 64, minimum: 128, maximum: 1024 }
  expect(nearestSize({ width: 832, height: 1248 }, rule)).toEqual({ width: 832, height: 1024 })
  expect(nearestSize({ width: 90, height: 700 }, rule)).toEqual({ width: 128, height: 704 })
})
