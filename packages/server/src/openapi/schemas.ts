import { z } from 'zod'

type JsonSchema = Readonly<Record<string, unknown>>

/** Schemas as the document's components, and how they are referred to. What comes in is described, not what it becomes. */
export function componentSchemas(
  named: ReadonlyMap<string, z.ZodType>,
): Readonly<Record<string, JsonSchema>> {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of named) registry.add(schema as z.core.$ZodType, { id })
  const { schemas } = z.toJSONSchema(registry, {
    io: 'input',
    unrepresentable: 'any',
    uri: (id) => `#/components/schemas/${id}`,
  })
  // What refers to itself comes apart under a name of zod's; it is a component like the others.
  const { [shared]: apart, ...own } = schemas
  const all = { ...own, ...(apart?.['$defs'] as typeof schemas | undefined) }
  const text = JSON.stringify(all, (key, value: unknown) =>
    key === '$schema' || key === '$id' ? undefined : value,
  )
  return JSON.parse(
    text.replaceAll(`#/components/schemas/${shared}#/$defs/`, '#/components/schemas/'),
  ) as Record<string, JsonSchema>
}
const shared = '__shared'
