import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { PlantainError } from '@plantain/core'

/** A file that is read here and there, through a window: a graph of gigabytes is mostly weights to be skipped. */
export interface Bytes extends Disposable {
  readonly file: string
  readonly size: number
  byte(position: number): number
  slice(start: number, end: number): Uint8Array
}

const windowBytes = 1 << 18

/** Throws NOT_FOUND when the file cannot be opened. */
export function openBytes(file: string): Bytes {
  const descriptor = open(file)
  const size = fstatSync(descriptor).size
  const window = new Uint8Array(Math.min(windowBytes, size))
  let [start, end] = [0, 0]
  return {
    file,
    size,
    byte(position) {
      if (position < start || position >= end) {
        start = position
        end = position + readSync(descriptor, window, 0, window.length, position)
      }
      if (position >= end) throw new RangeError(`byte ${position} of ${size}`)
      return window[position - start]!
    },
    slice(from, to) {
      const bytes = new Uint8Array(to - from)
      let read = 0
      while (read < bytes.length) {
        const more = readSync(descriptor, bytes, read, bytes.length - read, from + read)
        if (more === 0) throw new RangeError(`bytes ${from} to ${to} of ${size}`)
        read += more
      }
      return bytes
    },
    [Symbol.dispose]: () => closeSync(descriptor),
  }
}

function open(file: string): number {
  try {
    return openSync(file, 'r')
  } catch (cause) {
    throw new PlantainError('NOT_FOUND', `${file} cannot be opened; download it again, or allow reading it`, {
      cause,
    })
  }
}
