import { expect, test } from 'vitest'
import { readNpy } from './npy.ts'

function npy(header: string, data: Uint8Array): Uint8Array {
  const text = header.padEnd(117) + '\n'
  return Buffer.concat([
    Buffer.from('\x93NUMPY\x01\x00', 'latin1'),
    Buffer.from(Uint16Array.of(text.length).buffer),
    Buffer.from(text),
    data,
  ])
}
const values = new Uint8Array(Float32Array.of(1, 2, 3, 4, 5, 6).buffer)

test('shape and values are read', () => {
  const bytes = npy("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }", values)
  expect(readNpy(bytes, 'x')).toEqual({ data: Float32Array.of(1, 2, 3, 4, 5, 6), shape: [2, 3] })
})

test.each([
  [Buffer.from('hello'), 'is no NumPy array'],
  [npy("{'descr': '<f8', 'fortran_order': False, 'shape': (3,), }", values), 'has the header'],
  [npy("{'descr': '<f4', 'fortran_order': True, 'shape': (2, 3), }", values), 'has the header'],
  [
    npy("{'descr': '<f4', 'fortran_order': False, 'shape': (7,), }", values),
    'has 24 bytes of data for 7 values',
  ],
])('anything else is refused', (bytes, why) => {
  expect(() => readNpy(bytes, 'x')).toThrow(why)
})
