import type { Look } from './look.ts'

const known = new WeakMap<Look, Map<string, Float32Array | null>>()

/** A region of a look, made once: what a picture shows, a phrase and a mask ask for the same ones. Nobody writes into it. */
export function remembered<T extends Float32Array | null>(look: Look, key: string, make: () => T): T {
  const regions = known.get(look) ?? new Map<string, Float32Array | null>()
  known.set(look, regions)
  if (!regions.has(key)) regions.set(key, make())
  return regions.get(key) as T
}
