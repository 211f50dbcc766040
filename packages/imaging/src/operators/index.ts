import { PlantainError } from '@plantain/core'
import { exposure } from './exposure.ts'
import { invert } from './invert.ts'
import { temperature } from './temperature.ts'
import type { Operator } from './operator.ts'

/** Every exact operator; one line each. Names in plans, in the API and in the documentation are these. */
export const operators: readonly Operator[] = [exposure, invert, temperature]

const byName: ReadonlyMap<string, Operator> = new Map(operators.map((operator) => [operator.name, operator]))

/** throws: INVALID_ARGUMENT for a name that is none, with those that are */
export function operatorNamed(name: string): Operator {
  const operator = byName.get(name)
  if (operator) return operator
  throw new PlantainError(
    'INVALID_ARGUMENT',
    `there is no operator ${JSON.stringify(name)}; there are ${[...byName.keys()].join(', ')}`,
  )
}
