import { expect, test } from 'vitest'
import { messageFor } from './history.ts'
import type { PictureState } from './perform.ts'
import { sceneOf, thing } from './small-scene.contract.ts'

test('of a scene, only what is written on things is lettering', () => {
  const scene = sceneOf([
    thing('t1', 'woman'),
    thing('t2', 'umbrella', { parent: 0, support: 'held' }),
    thing('t3', 'signpost', { text: 'CAFE', count: 2 }),
  ])
  const attached: PictureState = {
    document: { base: { kind: 'scene', scene, width: 64, height: 64 }, operations: [] },
    artifact: 'a',
    width: 64,
    height: 64,
    summary: {
      things: [
        { id: 't1', name: 'woman', value: 'holding umbrella', box: [0, 0, 0.1, 0.1] },
        { id: 't3.1', name: 'signpost', value: 'CAFE, wooden', box: [0, 0, 0.1, 0.1] },
        { id: 'text1', name: 'text', value: 'SALE', box: [0, 0, 0.1, 0.1] },
      ],
    },
  }
  const session = { id: 's', seed: 1, turns: [], current: null } as unknown as Parameters<
    typeof messageFor
  >[0]
  expect(messageFor(session, 'a sign that says BAR', [attached]).uploads).toEqual([
    [
      { id: 't1', name: 'woman' },
      { id: 't3.1', name: 'signpost', value: 'CAFE' },
      { id: 'text1', name: 'text', value: 'SALE' },
    ],
  ])
})
