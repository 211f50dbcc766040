import { PlantainError } from '@plantain/core'
import type { Bytes } from './bytes.ts'

/** One field of a message: its number, and its value (a varint) or where its bytes lie. */
export interface Field {
  readonly number: number
  readonly value: number
  readonly start: number
  readonly end: number
}

/**
 * The fields of the message that lies in [start, end). Payloads are not read.
 *
 * Throws DATA_LOSS when a field reaches over the end: the file is cut short, or no protobuf.
 * Source: Protocol Buffers, "Encoding".
 */
export function* fields(bytes: Bytes, start = 0, end: number = bytes.size): Generator<Field> {
  const cut = (): PlantainError =>
    new PlantainError(
      'DATA_LOSS',
      `${bytes.file} is damaged or cut short (its ${bytes.size} bytes are not a whole ONNX graph); download it again`,
    )
  let position = start
  const varint = (): number => {
    let value = 0
    for (let shift = 1; ; shift *= 128) {
      if (position >= end || shift > 2 ** 63) throw cut()
      const byte = bytes.byte(position++)
      value += (byte & 127) * shift
      if (byte < 128) return value
    }
  }
  while (position < end) {
    const key = varint()
    const [number, wire] = [Math.floor(key / 8), key % 8]
    if (wire === 0) {
      const value = varint()
      yield { number, value, start: position, end: position }
      continue
    }
    const length = wire === 2 ? varint() : wire === 5 ? 4 : wire === 1 ? 8 : -1
    if (number === 0 || length < 0 || position + length > end) throw cut()
    yield { number, value: 0, start: position, end: position + length }
    position += length
  }
}

/** The bytes of a field as text. */
export function text(bytes: Bytes, field: Field): string {
  return new TextDecoder().decode(bytes.slice(field.start, field.end))
}

/** A repeated integer field: packed or one by one. */
export function* integers(bytes: Bytes, field: Field): Generator<number> {
  if (field.start === field.end) {
    yield field.value
    return
  }
  let [value, shift] = [0, 1]
  for (let position = field.start; position < field.end; position++) {
    const byte = bytes.byte(position)
    value += (byte & 127) * shift
    shift *= 128
    if (byte >= 128) continue
    yield value
    value = 0
    shift = 1
  }
}
