import { PlantainError } from '@plantain/core'
import * as z from 'zod'
import type { Operator } from './operator.ts'

interface FieldSchema {
  readonly type?: string
  readonly description?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly enum?: readonly unknown[]
}

/**
 * The parameters with defaults filled in.
 *
 * throws: INVALID_ARGUMENT in one sentence: what was given, what is allowed
 */
export function readParams<P>(operator: Operator<P>, given: unknown): P {
  const result = operator.params.safeParse(given, { reportInput: true })
  if (result.success) return result.data
  const issue = result.error.issues[0]!
  throw new PlantainError('INVALID_ARGUMENT', `${operator.name}: ${sentence(operator, issue)}`, {
    cause: result.error,
    details: { operator: operator.name, path: issue.path.map(String) },
  })
}

/** The JSON schema of an operator's parameters: for forms, tools and documentation. */
export const paramsSchema = (operator: Operator): Readonly<Record<string, unknown>> =>
  z.toJSONSchema(operator.params, { io: 'input', unrepresentable: 'any' })

function sentence(operator: Operator, issue: z.core.$ZodIssue): string {
  const fields = (paramsSchema(operator)['properties'] ?? {}) as Record<string, FieldSchema>
  const names = Object.keys(fields)
  if (issue.code === 'unrecognized_keys')
    return `there is no ${issue.keys.join(', ')}; it takes ${names.join(', ') || 'nothing'}`
  if (issue.path.length === 0)
    return issue.code === 'custom' ? issue.message : `give an object with ${names.join(', ')}`
  const path = issue.path.join('.')
  const field = fields[String(issue.path[0])]
  const value = issue.input === undefined ? 'missing' : (JSON.stringify(issue.input) ?? String(issue.input))
  return `${path} is ${value.slice(0, 80)}; give ${field ? allowed(field) : issue.message}`
}

function allowed({ type, description, minimum, maximum, enum: values }: FieldSchema): string {
  if (values) return `one of ${values.join(', ')}`
  if (description !== undefined) return description
  if (type === 'number' || type === 'integer') {
    const kind = type === 'integer' ? 'a whole number' : 'a number'
    return minimum !== undefined && maximum !== undefined ? `${kind} from ${minimum} to ${maximum}` : kind
  }
  return type === 'boolean' ? 'true or false' : type === 'string' ? 'a text' : `a valid ${type ?? 'value'}`
}

/** A share in percent that can be left out. */
export const percent = (low: number, high: number, preset = 0): z.ZodDefault<z.ZodNumber> =>
  z.number().min(low).max(high).default(preset)
