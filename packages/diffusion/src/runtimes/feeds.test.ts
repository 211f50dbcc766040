import { describe, expect, test } from 'vitest'
import { fitShape, fromOutput, toFeed } from './feeds.ts'
import type { TensorSpec } from './runtime.ts'

const spec = (shape: TensorSpec['shape'], type = 'float32'): TensorSpec => ({ name: 'x', type, shape })
const one = { data: Float32Array.of(981.4), shape: [1] }

describe('a feed takes the form that the network declares', () => {
  test.each([
    [[], [1], []], // a scalar timestep
    [['batch'], [1], [1]],
    [[], [2, 3], [2, 3]], // nothing declared
    [
      ['n', 3],
      [5, 3],
      [5, 3],
    ],
    [
      [1, 'n', 3],
      [5, 3],
      [1, 5, 3],
    ], // ids with a batch axis
    [
      ['n', 3],
      [1, 5, 3],
      [5, 3],
    ],
    [
      [1, 4, 64, 64],
      [1, 4, 64, 64],
      [1, 4, 64, 64],
    ],
  ] as [TensorSpec['shape'], number[], number[]][])(
    'declared %j, given %j: %j',
    (declared, given, fitted) => {
      expect(fitShape(spec(declared), given, 'f')).toEqual(fitted)
    },
  )

  test('another fixed axis is refused, with both', () => {
    expect(() => fitShape(spec([1, 4, 64, 64]), [1, 4, 96, 64], 'unet.onnx')).toThrow(
      'unet.onnx takes x as 1 x 4 x 64 x 64, but it would be 1 x 4 x 96 x 64; ask for the size',
    )
  })

  test('whole-number inputs get the nearest', () => {
    expect(toFeed(spec(['n'], 'int64'), one, 'f')).toEqual({
      type: 'int64',
      data: BigInt64Array.of(981n),
      shape: [1],
    })
    expect(toFeed(spec(['n'], 'int32'), one, 'f').data).toEqual(Int32Array.of(981))
  })

  test('float16 is given as bits', () => {
    const feed = toFeed(spec(['n'], 'float16'), { data: Float32Array.of(1, -2), shape: [2] }, 'f')
    expect(feed.data).toEqual(Uint16Array.of(0x3c00, 0xc000))
  })

  test('a dtype of special hardware is refused', () => {
    expect(() => toFeed(spec(['n'], 'bfloat16'), one, 'f')).toThrow(
      /takes x as bfloat16.*use a float32 or float16/,
    )
  })

  test('what comes out is float32', () => {
    expect(fromOutput('float16', Uint16Array.of(0x3c00), [1]).data).toEqual(Float32Array.of(1))
    expect(fromOutput('int64', BigInt64Array.of(3n), [1]).data).toEqual(Float32Array.of(3))
    expect(fromOutput('uint8', Uint8Array.of(3), [1]).data).toEqual(Float32Array.of(3))
    expect(() => fromOutput('string', ['a'], [1])).toThrow(/gave string/)
  })
})
