import { PlantainError } from '@plantain/core'

/** Maps whose keys are the caller's own words, not field names. */
const free = new Set(['labels', 'metadata', 'properties', 'args', 'response'])
const deepest = 64

/**
 * Field names in lowerCamelCase at every level: protobuf's JSON takes both spellings, and Python clients mix them in one object.
 * `null` is how some clients say "absent".
 *
 * throws: INVALID_ARGUMENT where both spellings of a field are given, or for nesting without end
 */
export function camelize(value: unknown, path = '', depth = 0): unknown {
  if (depth > deepest)
    throw new PlantainError(
      'INVALID_ARGUMENT',
      `Invalid JSON payload received. '${path}' is nested deeper than ${deepest} levels.`,
    )
  if (Array.isArray(value)) return value.map((one, i) => camelize(one, `${path}[${i}]`, depth + 1))
  if (typeof value !== 'object' || value === null) return value
  const out: Record<string, unknown> = {}
  for (const [key, inner] of Object.entries(value)) {
    if (inner === null) continue
    const name = camel(key)
    const at = path === '' ? snake(name) : `${path}.${snake(name)}`
    if (Object.hasOwn(out, name))
      throw new PlantainError(
        'INVALID_ARGUMENT',
        `Invalid JSON payload received. '${at}' is given twice, in two spellings; give it once.`,
        {
          details: { field: at },
        },
      )
    // Defined, not assigned: "__proto__" is then a field like any other.
    const kept = free.has(name) ? inner : camelize(inner, at, depth + 1)
    Object.defineProperty(out, name, { value: kept, enumerable: true, configurable: true, writable: true })
  }
  return out
}

// Bounded: without an end to the run a key of a million underscores takes hours.
const camel = (key: string): string =>
  key.replace(/_{1,8}([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
export const snake = (key: string): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** A path of keys as Google's errors write it: contents[0].parts[1].inline_data.data */
export const fieldPath = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${key}]` : `${text}${text === '' ? '' : '.'}${snake(String(key))}`,
    '',
  )
