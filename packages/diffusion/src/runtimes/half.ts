/**
 * Float32 to float16 bits, round half to even, and back. By bits, because Node 20 has no Float16Array, and the runtime
 * takes the bits of newer versions too. Source: IEEE 754-2019, binary16.
 */
export function toHalf(values: Float32Array): Uint16Array {
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length)
  const halves = new Uint16Array(values.length)
  for (let i = 0; i < halves.length; i++) halves[i] = halfOf(bits[i]!)
  return halves
}

export function fromHalf(halves: Uint16Array): Float32Array {
  const values = new Float32Array(halves.length)
  const bits = new Uint32Array(values.buffer)
  for (let i = 0; i < halves.length; i++) {
    const half = halves[i]!
    const sign = (half & 0x8000) << 16
    const rest = half & 0x7fff
    if (rest >= 0x7c00) bits[i] = (sign | 0x7f800000 | ((rest & 0x3ff) << 13)) >>> 0 // infinity, not a number
    else if (rest >= 0x400) bits[i] = (sign | ((rest << 13) + 0x38000000)) >>> 0
    else values[i] = (sign === 0 ? 1 : -1) * rest * 2 ** -24 // below the smallest normal
  }
  return values
}

function halfOf(bits: number): number {
  const sign = (bits >>> 16) & 0x8000
  const rest = bits & 0x7fffffff
  if (rest > 0x7f800000) return sign | 0x7e00 // not a number
  if (rest >= 0x47800000) return sign | 0x7c00 // 65536 and up
  if (rest >= 0x38800000) return sign | ((rest - 0x38000000 + 0xfff + ((rest >>> 13) & 1)) >>> 13)
  const shift = 126 - (rest >>> 23)
  if (shift > 24) return sign
  const mantissa = (rest & 0x7fffff) | 0x800000
  const cut = mantissa >>> shift
  const left = mantissa & ((1 << shift) - 1)
  const middle = 1 << (shift - 1)
  return sign | (left > middle || (left === middle && (cut & 1) === 1) ? cut + 1 : cut)
}
