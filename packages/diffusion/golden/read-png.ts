import { inflateSync } from 'node:zlib'

/** Pixels of the reference pictures: PNG, 8 bit, grey or RGB, not interlaced. For tests; the product reads pictures elsewhere. */
export async function readPng(bytes: Uint8Array): Promise<{
  width: number
  height: number
  data: Uint8ClampedArray
}> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: Uint8Array[] = []
  for (let at = 8; at < bytes.length; at += 12 + view.getUint32(at))
    if (view.getUint32(at + 4) === 0x49444154) parts.push(bytes.subarray(at + 8, at + 8 + view.getUint32(at)))
  const [width, height] = [view.getUint32(16), view.getUint32(20)]
  const channels = bytes[25] === 0 ? 1 : 3
  const rows = unfiltered(inflateSync(Buffer.concat(parts)), width * channels, height, channels)
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let pixel = 0; pixel < width * height; pixel++)
    for (let channel = 0; channel < 3; channel++)
      data[pixel * 4 + channel] = rows[pixel * channels + (channels === 1 ? 0 : channel)]!
  return { width, height, data }
}

function unfiltered(raw: Uint8Array, stride: number, height: number, channels: number): Uint8Array {
  const out = new Uint8Array(stride * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < stride; x++) {
      const left = x >= channels ? out[y * stride + x - channels]! : 0
      const up = y > 0 ? out[(y - 1) * stride + x]! : 0
      const corner = x >= channels && y > 0 ? out[(y - 1) * stride + x - channels]! : 0
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][raw[y * (stride + 1)]!]!
      out[y * stride + x] = raw[y * (stride + 1) + 1 + x]! + guess
    }
  return out
}

function paeth(left: number, up: number, corner: number): number {
  const [a, b, c] = [left, up, corner].map((side) => Math.abs(left + up - corner - side)) as [
    number,
    number,
    number,
  ]
  return a <= b && a <= c ? left : b <= c ? up : corner
}
