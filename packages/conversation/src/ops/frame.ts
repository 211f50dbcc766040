import type { Operation } from '@plantain/core'
import type { Step, View } from './op.ts'

/** Operators that change the frame. */
export const GEOMETRIC: ReadonlySet<string> = new Set([
  'aspect',
  'border',
  'crop',
  'extend',
  'flip',
  'perspective',
  'resize',
  'rotate',
  'straighten',
  'upscale',
])
/** Those that cut or add, so that a new frame replaces them. */
const FRAMING = new Set(['aspect', 'border', 'crop', 'extend', 'resize', 'upscale'])

export const isGeometric = ({ operator }: Operation): boolean => GEOMETRIC.has(operator)

/** One step: an operation on the whole frame. A flip undoes the same flip, quarter turns add up. */
export function framed(view: View, operator: string, params: Operation['params']): readonly Step[] {
  const next: Operation = { operator, params, region: { kind: 'all' } }
  const last = view.operations.at(-1)
  if (
    last?.operator === 'flip' &&
    operator === 'flip' &&
    JSON.stringify(last.params) === JSON.stringify(params)
  )
    return [{ do: 'operations', operations: view.operations.slice(0, -1) }]
  if (last?.operator === 'rotate' && operator === 'rotate') {
    const degrees = (Number(last.params['degrees']) + Number(params['degrees'])) % 360
    const before = view.operations.slice(0, -1)
    return [
      {
        do: 'operations',
        operations: degrees === 0 ? before : [...before, { ...next, params: { ...params, degrees } }],
      },
    ]
  }
  return [{ do: 'operations', operations: [...view.operations, next] }]
}

/** The operations without crops, borders and new sizes: for a frame that is painted anew. */
export const unframed = (operations: readonly Operation[]): readonly Operation[] =>
  operations.filter(({ operator }) => !FRAMING.has(operator))
/** Nothing of the frame but cuts: the whole can be painted at another shape. */
export const isUpright = (operations: readonly Operation[]): boolean =>
  operations.every((operation) => !isGeometric(operation) || FRAMING.has(operation.operator))
