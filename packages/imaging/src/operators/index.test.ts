import { expect, test } from 'vitest'
import { operatorNamed, operators } from './index.ts'
import { operatorContract } from './operator.contract.ts'

/** Parameters at which each operator does something. */
const samples: Readonly<Record<string, readonly object[]>> = {
  exposure: [{ stops: 1 }, { stops: -2 }],
  invert: [{}],
  temperature: [{ mired: 60 }, { mired: -60 }],
}

test('every operator has a name of its own', () => {
  expect(new Set(operators.map(({ name }) => name)).size).toBe(operators.length)
  for (const operator of operators) expect(operatorNamed(operator.name)).toBe(operator)
})
test('an unknown operator is refused with the names of those there are', () => {
  expect(() => operatorNamed('sharpness')).toThrow(/there is no operator "sharpness"; there are .*exposure/)
})
for (const operator of operators) operatorContract(operator, samples[operator.name] ?? [])
