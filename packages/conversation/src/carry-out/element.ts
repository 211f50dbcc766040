import type { Scene, Thing } from '@plantain/core'
import type { Kind } from '@plantain/scene'
import type { Tools } from '../perform.ts'
import type { Vocabulary } from '../reading/vocabulary.ts'
import { withThing } from '../scene-edit/things.ts'
import { isWet } from './wet.ts'

/** Large enough to tell where a lake ends. */
const LOOKED_AT = 128
/** The lowest foot that a thing is given so that it stands on land. */
const LOWEST = 0.94
const AFLOAT = new Set(['watercraft', 'fish'])
/** What is as often in the water as beside it. */
const WADERS =
  /bridge|pier|dock|jetty|lighthouse|island|rock|boulder|buoy|reed|lily|duck|swan|goose|flamingo|heron|pelican|seal|penguin|crocodile|hippo|turtle|frog|wave|windsurf|swimmer|diver|raft|float|castaway|mermaid/

/**
 * Houses, people and trees that came to stand in a lake stand on its near shore; `only`: the index of the one that is looked at. What sails,
 * swims and wades stays. As it is where there is no land below.
 */
export async function ashore(
  scene: Scene,
  { kinds }: Vocabulary,
  tools: Tools,
  signal: AbortSignal,
  only?: number,
): Promise<Scene> {
  const { world } = scene
  const on = scene.things.flatMap((thing, index) =>
    (only === undefined || only === index) && isLandlubber(thing, kinds.get(thing.kind)) ? [index] : [],
  )
  if (on.length === 0 || world.water === 'none' || world.water === 'waterfall' || world.land === 'underwater')
    return scene
  const side = { width: LOOKED_AT, height: LOOKED_AT }
  const { labels } = await tools.paint({ ...scene, things: [] }, side, signal)
  const wet = (x: number, y: number): boolean => isWet(labels, LOOKED_AT, { x, y })
  return on.reduce((now, index) => {
    const { x, y } = now.things[index]!
    if (!wet(x, y)) return now
    for (let lower = y; lower <= LOWEST; lower += 0.01)
      if (!wet(x, lower)) return withThing(now, index, { y: Math.min(LOWEST, lower + 0.02) })
    return now
  }, scene)
}

const isLandlubber = ({ parent, support, kind }: Thing, of: Kind | undefined): boolean =>
  parent === null &&
  support === 'ground' &&
  of !== undefined &&
  of.support === 'ground' &&
  !AFLOAT.has(of.category) &&
  !WADERS.test(kind)
