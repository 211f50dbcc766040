import { expect, test } from 'vitest'
import { sceneOf, thing, vocabulary } from '../small-scene.contract.ts'
import { placeBy } from './where.ts'

test.each(['on', 'wearing', 'holding', 'above', 'behind'] as const)(
  'what is %s a thing that reaches out at the top has its foot in the frame',
  (relation) => {
    const scene = sceneOf([thing('t1', 'sun', { support: 'air', y: 0.3, height: 0.6 })])
    const { kinds } = vocabulary
    const { y } = placeBy({ kind: 'thing', relation, index: 0 }, scene, kinds.get('sunglasses')!, kinds, 1)
    expect(y).toBeGreaterThanOrEqual(0)
    expect(y).toBeLessThanOrEqual(1)
  },
)
