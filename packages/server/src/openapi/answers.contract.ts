import { z } from 'zod'
import type { Document, OperationObject } from './document.ts'

type Json = z.core.JSONSchema.JSONSchema

/** Real answers held to what the document says of them. */
export interface AnswersHeld {
  /** One body, or the data of one event. throws: what is wrong; a field that is not described is wrong, too */
  hold(method: string, template: string, mediaType: string, value: unknown): void
  /** Described answers that nothing was held to, as "METHOD PATH TYPE". */
  left(): readonly string[]
}

export function holdAnswers({ paths, components }: Document): AnswersHeld {
  const defs = JSON.parse(
    JSON.stringify(components.schemas, closed).replaceAll('#/components/schemas/', '#/$defs/'),
  ) as Record<string, Json>
  const schemas = new Map<string, z.ZodType>()
  const schemaOf = (name: string): z.ZodType => {
    const known = schemas.get(name) ?? z.fromJSONSchema({ $defs: defs, $ref: `#/$defs/${name}` } as Json)
    schemas.set(name, known)
    return known
  }
  const described = new Map<string, string>()
  for (const [path, methods] of Object.entries(paths))
    for (const [method, operation] of Object.entries(methods))
      for (const [type, name] of answersOf(operation))
        described.set(`${method.toUpperCase()} ${path} ${type}`, name)
  const left = new Set(described.keys())
  return {
    hold(method, template, mediaType, value) {
      const key = `${method} ${template} ${mediaType}`
      const name = described.get(key)
      if (name === undefined) throw new Error(`the document has no schema of ${key}`)
      left.delete(key)
      const { error } = schemaOf(name).safeParse(value)
      if (error !== undefined) throw new Error(`${key}: ${problems(error.issues).join('; ')}`)
    },
    left: () => [...left],
  }
}

function answersOf({ responses }: OperationObject): readonly (readonly [type: string, schema: string])[] {
  return Object.values(responses).flatMap((response) =>
    '$ref' in response
      ? []
      : Object.entries(response.content ?? {}).flatMap(([type, { schema }]) => {
          const reference = (schema as { readonly $ref?: string } | undefined)?.$ref
          return reference === undefined ? [] : [[type, reference.split('/').at(-1)!] as const]
        }),
  )
}

/** The document leaves room for fields to come; here none but those that are described may be there. */
const closed = (_: string, value: unknown): unknown =>
  typeof value === 'object' &&
  value !== null &&
  'properties' in value &&
  (value as Json).type === 'object' &&
  !('additionalProperties' in value)
    ? { ...value, additionalProperties: false }
    : value

/** "candidates.0.index: …"; of a union what its nearest branch says. */
function problems(issues: readonly z.core.$ZodIssue[], at: readonly PropertyKey[] = []): string[] {
  return issues.flatMap((issue) => {
    const path = [...at, ...issue.path]
    if (issue.code !== 'invalid_union' || issue.errors.length === 0)
      return [`${path.join('.')}: ${issue.message}`]
    const branches = issue.errors.map((branch) => problems(branch, path))
    return branches.toSorted((a, b) => a.length - b.length)[0]!
  })
}
