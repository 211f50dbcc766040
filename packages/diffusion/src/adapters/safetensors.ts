import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { PlantainError } from '@plantain/core'
import type { Tensor } from '@plantain/core'
import { fromHalf } from '../runtimes/half.ts'
import { sizeOf } from '../tensor.ts'

export interface Safetensors {
  readonly names: readonly string[]
  readonly metadata: Readonly<Record<string, string>>
  /** As float32. */
  read(name: string): Tensor
}

interface Entry {
  readonly dtype: string
  readonly shape: readonly number[]
  readonly data_offsets: readonly [number, number]
}

const bytesEach: Readonly<Record<string, number>> = { F32: 4, F16: 2, BF16: 2 }

/** Throws NOT_FOUND, DATA_LOSS or UNIMPLEMENTED (another dtype) with a sentence. Source: the safetensors format, version 0. */
export function openSafetensors(file: string): Safetensors {
  const head = readAt(file, 0, 8)
  const length = Number(new DataView(head.buffer).getBigUint64(0, true))
  const size = statSync(file).size
  const broken = (): PlantainError =>
    new PlantainError('DATA_LOSS', `${file} is damaged or no safetensors file; download it again`)
  if (length > size - 8) throw broken()
  let header: Record<string, Entry | Record<string, string>>
  try {
    header = JSON.parse(new TextDecoder().decode(readAt(file, 8, length))) as typeof header
  } catch (cause) {
    throw Object.assign(broken(), { cause })
  }
  const entries = new Map(
    Object.entries(header).filter(([name]) => name !== '__metadata__') as [string, Entry][],
  )
  for (const { data_offsets: offsets } of entries.values()) if (8 + length + offsets[1] > size) throw broken()
  return {
    names: [...entries.keys()],
    metadata: (header['__metadata__'] ?? {}) as Record<string, string>,
    read(name) {
      const { dtype, shape, data_offsets: offsets } = entries.get(name)!
      const each = bytesEach[dtype]
      if (each === undefined)
        throw new PlantainError(
          'UNIMPLEMENTED',
          `${file} holds ${name} as ${dtype}; supported are ${Object.keys(bytesEach).join(', ')}`,
        )
      if (sizeOf(shape) * each !== offsets[1] - offsets[0]) throw broken()
      return { data: decode(readAt(file, 8 + length + offsets[0], offsets[1] - offsets[0]), dtype), shape }
    },
  }
}

function decode(bytes: Uint8Array<ArrayBuffer>, dtype: string): Float32Array {
  if (dtype === 'F32') return new Float32Array(bytes.buffer)
  const halves = new Uint16Array(bytes.buffer)
  if (dtype === 'F16') return fromHalf(halves)
  const bits = Uint32Array.from(halves, (half) => half << 16) // bfloat16 is the upper half of a float32
  return new Float32Array(bits.buffer)
}

function readAt(file: string, position: number, length: number): Uint8Array<ArrayBuffer> {
  let descriptor: number
  try {
    descriptor = openSync(file, 'r')
  } catch (cause) {
    throw new PlantainError('NOT_FOUND', `${file} cannot be opened; give the path of a .safetensors file`, {
      cause,
    })
  }
  try {
    const bytes = new Uint8Array(length)
    const read = readSync(descriptor, bytes, 0, length, position)
    if (read === length) return bytes
    throw new PlantainError('DATA_LOSS', `${file} is cut short; download it again`)
  } finally {
    closeSync(descriptor)
  }
}
