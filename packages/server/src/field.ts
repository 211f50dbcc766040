import { PlantainError } from '@plantain/core'
import { z } from 'zod'

/** One value that a person may give: what it may be, for programs and in words. */
export interface Field<T = unknown> {
  readonly schema: z.ZodType<T>
  /** Ends the sentence "… is …; give …". */
  readonly allowed: string
}

export const field = <T>(schema: z.ZodType<T>, allowed: string): Field<T> => ({ schema, allowed })

/**
 * throws: INVALID_ARGUMENT "NAME is VALUE; give …"
 * shown:  the value as the person gave it, where it was changed on the way here
 */
export function parseField<T>(
  { schema, allowed }: Field<T>,
  value: unknown,
  name: string,
  shown: unknown = value,
): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw new PlantainError('INVALID_ARGUMENT', `${name} is ${show(shown)}; give ${allowed}`, {
    cause: result.error,
    details: { field: name },
  })
}

/** The fields as one object, for descriptions: what is checked one by one, so that each has its own sentence. */
export function bodySchema(
  fields: Readonly<Record<string, Field>>,
  names: readonly string[] = Object.keys(fields),
): z.ZodObject {
  return z.strictObject(
    Object.fromEntries(
      names.map((name) => {
        const { schema, allowed } = fields[name]!
        return [name, schema.meta({ description: allowed })]
      }),
    ),
  )
}

const longest = 80
function show(value: unknown): string {
  if (value === undefined) return 'missing'
  if (typeof value === 'number') return String(value) // JSON has no word for NaN and Infinity
  const text = JSON.stringify(value)
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
