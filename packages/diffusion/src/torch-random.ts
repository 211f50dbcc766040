/**
 * `torch.randn` of PyTorch's CPU generator, as a function from a count to the next so many values. Agrees to about 1e-6 (its
 * vectorised cosine rounds differently), not bit for bit.
 *
 * seed:   whole number; PyTorch seeds with its lower 32 bits
 * throws: RangeError below 16 values, where PyTorch takes another way that no latents need
 * Source: ATen/native/cpu/DistributionTemplates.h, normal_fill.
 */
export function torchNormals(seed: number): (count: number) => Float32Array {
  const next = mersenneTwister(seed)
  const uniform = (): number => (next() & 0xffffff) * 2 ** -24
  return (count) => {
    if (count < 16)
      throw new RangeError(`${count} values asked for; this generator gives 16 or more at a time`)
    const values = Float32Array.from({ length: count }, uniform)
    for (let start = 0; start + 16 <= count; start += 16) toNormals(values.subarray(start, start + 16))
    if (count % 16 !== 0) {
      const tail = values.subarray(count - 16) // drawn again whole, over what the last full block wrote
      for (let i = 0; i < 16; i++) tail[i] = uniform()
      toNormals(tail)
    }
    return values
  }
}

/** Box–Muller on a block of 16 uniforms: the first eight give radii, the last eight angles. */
function toNormals(block: Float32Array): void {
  for (let i = 0; i < 8; i++) {
    const radius = Math.sqrt(-2 * Math.log(1 - block[i]!))
    const angle = 2 * Math.PI * block[i + 8]!
    block[i] = radius * Math.cos(angle)
    block[i + 8] = radius * Math.sin(angle)
  }
}

/** 32-bit outputs of MT19937. Source: Matsumoto and Nishimura 1998, with init_genrand of 2002. */
export function mersenneTwister(seed: number): () => number {
  const state = new Uint32Array(624)
  state[0] = seed >>> 0
  for (let i = 1; i < 624; i++) {
    const before = state[i - 1]!
    state[i] = Math.imul(1812433253, before ^ (before >>> 30)) + i
  }
  let at = 624
  return () => {
    if (at === 624) {
      for (let i = 0; i < 624; i++) {
        const mixed = (state[i]! & 0x80000000) | (state[(i + 1) % 624]! & 0x7fffffff)
        state[i] = state[(i + 397) % 624]! ^ (mixed >>> 1) ^ (mixed & 1 ? 0x9908b0df : 0)
      }
      at = 0
    }
    let word = state[at++]!
    word ^= word >>> 11
    word ^= (word << 7) & 0x9d2c5680
    word ^= (word << 15) & 0xefc60000
    return (word ^ (word >>> 18)) >>> 0
  }
}
