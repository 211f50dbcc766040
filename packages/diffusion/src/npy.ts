import { PlantainError } from '@plantain/core'
import type { Tensor } from '@plantain/core'

/**
 * An array as NumPy saves it: little-endian float32 in C order, versions 1 to 3.
 *
 * Source: numpy.lib.format. Throws DATA_LOSS for anything else.
 */
export function readNpy(bytes: Uint8Array, name: string): Tensor {
  const broken = (why: string): PlantainError =>
    new PlantainError('DATA_LOSS', `${name} ${why}; it must be a .npy file of float32 in C order`)
  if (new TextDecoder('latin1').decode(bytes.subarray(1, 6)) !== 'NUMPY') throw broken('is no NumPy array')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const wide = bytes[6]! > 1
  const start = wide ? 12 : 10
  const length = wide ? view.getUint32(8, true) : view.getUint16(8, true)
  const header = new TextDecoder('latin1').decode(bytes.subarray(start, start + length))
  if (!/'descr': '<f4'/.test(header) || !/'fortran_order': False/.test(header))
    throw broken(`has the header ${header.trim()}`)
  const shape = [...(/'shape': \(([^)]*)\)/.exec(header)?.[1] ?? '').matchAll(/\d+/g)].map(Number)
  const size = shape.reduce((product, side) => product * side, 1)
  const data = new Uint8Array(bytes.subarray(start + length)) // a copy, aligned
  if (data.byteLength !== size * 4) throw broken(`has ${data.byteLength} bytes of data for ${size} values`)
  return { data: new Float32Array(data.buffer, 0, size), shape }
}
