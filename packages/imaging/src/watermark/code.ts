/** Bits of an id, and of the code word that carries it. */
export const CODE_LENGTH = 96

const wordLength = 24
const generator = 0xae3 // x¹¹ + x⁹ + x⁷ + x⁶ + x⁵ + x + 1, of the Golay code (23, 12)

/** All 4096 words of the extended Golay code (24, 12): any two differ in eight places or more. Bit 0 first. */
const words: readonly number[] = Array.from({ length: 4096 }, (_, message) => golay(message))

function golay(message: number): number {
  let rest = message << 11
  for (let i = 22; i >= 11; i--) if (rest & (1 << i)) rest ^= generator << (i - 11)
  const word = (message << 11) | rest
  let parity = 0
  for (let bits = word; bits !== 0; bits &= bits - 1) parity ^= 1
  return (word << 1) | parity
}

/** CRC-16 (CCITT, from 0xffff) of four bytes. */
function check(id: number): number {
  let crc = 0xffff
  for (let shift = 24; shift >= 0; shift -= 8) {
    crc ^= ((id >>> shift) & 255) << 8
    for (let i = 0; i < 8; i++) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff
  }
  return crc
}

/** id: 32 bits. returns: 96 signs, +1 and -1 */
export function encodeId(id: number): Int8Array {
  const crc = check(id)
  const messages = [(id >>> 20) & 4095, (id >>> 8) & 4095, ((id & 255) << 4) | (crc >>> 12), crc & 4095]
  const signs = new Int8Array(CODE_LENGTH)
  for (const [w, message] of messages.entries())
    for (let i = 0; i < wordLength; i++) signs[w * wordLength + i] = (words[message]! >>> i) & 1 ? 1 : -1
  return signs
}

/** The id that 96 measured signs stand for, each weighed by how sure it is; null where the check fails. */
export function decodeId(soft: Float64Array): number | null {
  const messages = [0, 1, 2, 3].map((w) => nearest(soft.subarray(w * wordLength, (w + 1) * wordLength)))
  const [a, b, c, d] = messages as [number, number, number, number]
  const id = ((a << 20) | (b << 8) | (c >>> 4)) >>> 0
  return check(id) === (((c & 15) << 12) | d) ? id : null
}

function nearest(soft: Float64Array): number {
  let best = 0
  let highest = -Infinity
  for (let message = 0; message < words.length; message++) {
    const word = words[message]!
    let sum = 0
    for (let i = 0; i < wordLength; i++) sum += (word >>> i) & 1 ? soft[i]! : -soft[i]!
    if (sum > highest) [best, highest] = [message, sum]
  }
  return best
}
