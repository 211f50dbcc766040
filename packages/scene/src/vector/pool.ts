/**
 * Buffers that are used again: a drawing needs hundreds of layers for a moment each, and fresh ones keep the garbage collector
 * busier than the painting. Give back what was borrowed once nobody looks at it any more.
 */
const MOST = 12
const free: Float32Array[] = []

/** Zeros, `length` of them. */
export function borrow(length: number): Float32Array {
  let best = -1
  for (let i = 0; i < free.length; i++)
    if (free[i]!.length >= length && (best < 0 || free[i]!.length < free[best]!.length)) best = i
  if (best < 0 || free[best]!.length > 8 * length + 4096) return new Float32Array(length)
  const [whole] = free.splice(best, 1)
  const part = whole!.subarray(0, length)
  part.fill(0)
  return part
}

/** Takes back a borrowed buffer. */
export function giveBack(part: Float32Array): void {
  const whole = new Float32Array(part.buffer)
  free.push(whole)
  if (free.length > MOST) {
    // The largest stay: they serve every request.
    free.sort((a, b) => b.length - a.length)
    free.length = MOST
  }
}
