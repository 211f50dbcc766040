import type { Scene, Thing, World } from '@plantain/core'
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

/** Who is said to be in the water stays there, and so do boats on the beach. */
const ELSEWHERE = {
  land: /\b(?:swim\w*|bath\w*|wad(?:e|es|ing)|flood\w*|(?:in|into|on|over) (?:the |a )?(?:water|lake|sea|river|pond|ocean|pool))\b/i,
  water:
    /\b(?:stranded|ashore|aground|beached|(?:on|in|across|at) (?:the |a |an )?(?:\w+ )?(?:beach|sand|shore|bank|grass|meadow|field|land|road|street|trailer|desert|garden|yard))\b/i,
} as const

/**
 * Houses, people and trees that came to stand in a lake stand on its near shore, and boats that came to lie on the meadow float; `only`: the index
 * of the one that is looked at. What swims and wades stays, and what is `said` to be elsewhere. As it is where there is no such land or water.
 */
export async function inElement(
  scene: Scene,
  { kinds }: Vocabulary,
  tools: Tools,
  signal: AbortSignal,
  { only, said = '' }: { readonly only?: number; readonly said?: string } = {},
): Promise<Scene> {
  const { world } = scene
  const own = scene.things.flatMap((thing, index) => {
    const element = only === undefined || only === index ? elementOf(thing, kinds.get(thing.kind)) : null
    return element === null || ELSEWHERE[element].test(said) ? [] : [{ index, element }]
  })
  if (own.length === 0 || !hasShore(world)) return scene
  const side = { width: LOOKED_AT, height: LOOKED_AT }
  const { labels } = await tools.paint({ ...scene, things: [] }, side, signal)
  const wet: Wet = (x, y) => isWet(labels, LOOKED_AT, { x, y })
  return own.reduce((now, { index, element }) => {
    const thing = now.things[index]!
    if (wet(thing.x, thing.y) === (element === 'water')) return now
    return withThing(now, index, element === 'land' ? ashore(thing, wet) : afloat(thing, wet, world.horizon))
  }, scene)
}

/** Lands with water of their own, where none is named. */
const BY_WATER: readonly World['land'][] = ['beach', 'sea', 'island']
const hasShore = ({ water, land }: World): boolean =>
  land !== 'underwater' && water !== 'waterfall' && (water !== 'none' || BY_WATER.includes(land))

type Wet = (x: number, y: number) => boolean

function ashore({ x, y }: Thing, wet: Wet): Partial<Thing> {
  for (let lower = y; lower <= LOWEST; lower += 0.01)
    if (!wet(x, lower)) return { y: Math.min(LOWEST, lower + 0.02) }
  return {}
}

/** The nearest place with some water before it, so that it shows; what lies farther off is smaller. */
function afloat(thing: Thing, wet: Wet, horizon: number): Partial<Thing> {
  let [best, least]: [Partial<Thing>, number] = [{}, Infinity]
  for (let y = horizon + 0.03; y <= LOWEST; y += 0.01)
    for (let x = 0.08; x <= 0.92; x += 0.02) {
      const away = Math.hypot(x - thing.x, y - thing.y)
      if (away >= least || !wet(x, y) || !wet(x, Math.min(0.99, y + 0.025))) continue
      const nearer = (y - horizon) / Math.max(0.03, thing.y - horizon)
      ;[best, least] = [
        { x, y, support: 'water', height: thing.height * Math.min(1.6, Math.max(0.5, nearer)) },
        away,
      ]
    }
  return best
}

/** What a thing that stands by itself belongs in; null for what is anywhere, and for what is carried. */
function elementOf({ parent, support, kind, state }: Thing, of: Kind | undefined): 'land' | 'water' | null {
  if (parent !== null || of === undefined || support === 'air' || state === 'flying') return null
  if (of.category === 'watercraft' && of.support === 'water') return 'water'
  const stands = support === 'ground' && of.support === 'ground'
  return stands && !AFLOAT.has(of.category) && !WADERS.test(kind) ? 'land' : null
}
