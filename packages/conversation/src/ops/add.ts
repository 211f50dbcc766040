import { MAX_COUNT, MAX_THINGS, type Scene, type Thing, type Wish } from '@plantain/core'
import { elementId, membersOf, part, withMore, withThing } from '../scene-edit/things.ts'
import { isLiving, isWearable, worn } from '../scene-edit/wear.ts'
import { withFace } from '../scene-edit/orbs.ts'
import { rootOf, type Where } from '../scene-edit/where.ts'
import { withWorldThing } from '../scene-edit/world-things.ts'
import { HANDY, IN_HAND } from '@plantain/scene'
import { nounOf, type Noun } from '../reading/nouns.ts'
import { bare, readPhrase, says } from '../reading/phrase.ts'
import { placeOf, type Place } from '../reading/place.ts'
import { inState } from './condition.ts'
import { addText } from './add-text.ts'
import { note, sceneOp, toScene, type Op, type SceneView, type Shown, type Step } from './op.ts'
import { mainThing } from './subject.ts'
import { whereOf } from './where.ts'

/** Places that are plainly a country and no thing, and what stands for them in the distance. */
const COUNTRIES: Readonly<Record<string, readonly [kind: string, count: number]>> = {
  forest: ['pine tree', 7],
  jungle: ['palm tree', 6],
  village: ['house', 4],
  city: ['skyscraper', 5],
  mountains: ['mountain', 3],
  hills: ['mountain', 2],
}

/** "add a small white boat on the lake", "a hat too", "put a rainbow in the sky". */
export const add: Op = sceneOp('add', (said, view) => {
  const wish = accompanied(said)
  const target = bare(wish.target ?? '')
  if (target === '') return [note('Say what should be added.')]
  const phrase = readPhrase(view.words, target)
  if (says(phrase, 'category', 'text') && wish.value !== undefined)
    return addText.plan({ ...wish, op: 'add_text' }, view)
  const place = placeOf(view.words, wish.region)
  const at = place === null ? null : whereOf(place, view)
  const found = at === null || 'refused' in at ? null : at
  const where = found !== null && isOnto(found, target, view) ? null : found
  const lost =
    at !== null && 'refused' in at
      ? [note(`${at.refused.slice(0, -1)}, so I put it where there is room.`)]
      : []
  const snow =
    where?.kind === 'thing' && says(phrase, 'weather', 'snow')
      ? [
          toScene(
            withThing(view.scene, where.index, inState(view.scene.things[where.index]!, 'snowy', 'other')),
          ),
        ]
      : null
  if (snow !== null) return snow
  const single = wish.count !== undefined || wish.color !== undefined || where?.kind === 'thing'
  const lies = where?.kind === 'part' && !['sky', 'clouds'].includes(where.part)
  const asked = { wording: target, area: place?.kind === 'area' ? place.area : null, single, lies }
  const world = withWorldThing(view.scene, asked, view.words)
  if (world !== null) return [{ do: 'scene', scene: world, ...showing(view.scene, world) }, ...lost]
  const noun = nounFor(wish, target, phrase, view)
  if ('refused' in noun) return [note(noun.refused)]
  // What wears it in the sky is a thing of its own from now on.
  const orb =
    where?.kind === 'part' && isWearable(view.words.kinds.get(noun.kind))
      ? withFace(view.scene, where.part, 'happy')
      : null
  const [there, on]: readonly [SceneView, Where | null] =
    orb === null
      ? [view, where]
      : [
          { ...view, scene: orb },
          { kind: 'thing', relation: 'on', index: orb.things.length - 1 },
        ]
  return [...thingSteps(wish, noun, place, on, there), ...lost, ...noun.notes.map(note)]
})

/** The orb that was added, which must not end up behind clouds or hills. */
function showing({ world: before }: Scene, { world }: Scene): { readonly shows?: Shown } {
  const added =
    world.moon !== before.moon && world.moon !== 'none'
      ? 'moon'
      : world.sun && !before.sun
        ? 'sun'
        : world.rainbow && !before.rainbow
          ? 'rainbow'
          : null
  return added === null ? {} : { shows: { part: added, fixed: world.sunX !== before.sunX } }
}

/** The kind to draw; a country ("a village in the background") as some of what makes one. */
function nounFor(
  { color = '', value = '' }: Wish,
  target: string,
  phrase: ReturnType<typeof readPhrase>,
  view: SceneView,
): Noun | { readonly refused: string } {
  const noun = nounOf(view.words, `${color} ${value} ${target}`)
  const own = nounOf(view.words, `${color} ${target}`)
  // "An island with palm trees" is an island: what comes along does not stand for it.
  if (!('refused' in own) && !('refused' in noun) && noun.kind !== own.kind) return own
  if (!('refused' in noun)) return noun
  const land = phrase.meanings.find(({ field, way }) => field === 'land' && way === 'said')?.value
  const stand = COUNTRIES[land ?? '']
  if (stand === undefined) return { refused: `I have no drawing of ${target}; name something near to it.` }
  return {
    kind: stand[0],
    word: target,
    given: {},
    size: 1,
    count: stand[1],
    notes: [`I drew ${stand[1]} of ${stand[0]} for the ${target}.`],
  }
}

const SIZES: Readonly<Record<string, number>> = {
  tiny: 0.45,
  small: 0.65,
  little: 0.65,
  big: 1.4,
  large: 1.4,
  huge: 2,
}

function thingSteps(
  wish: Wish,
  noun: Noun,
  place: Place | null,
  where: Where | null,
  view: SceneView,
): readonly Step[] {
  const { scene } = view
  const count = Math.min(MAX_COUNT, Math.max(1, Math.round(wish.count ?? noun.count ?? 1)))
  const before = wasThere(noun, count, view)
  if (before !== null) return [toScene(before)]
  const given: Partial<Thing> = {
    ...noun.given,
    count,
    ...(noun.word === noun.kind ? {} : { word: noun.word }),
  }
  const wearer = wearerOf(noun, where, view)
  if (wearer !== null) {
    const dressed = wearersMeant(wearer, view).reduce<Scene | string>(
      (now, index) => (typeof now === 'string' ? now : dress(now, index, noun.kind, given, view.refers)),
      scene,
    )
    return [typeof dressed === 'string' ? note(dressed) : toScene(dressed)]
  }
  const more = scene.things.find(({ kind, parent }) => kind === noun.kind && parent === null)
  const region = wish.region ?? ''
  return [
    {
      do: 'add',
      kind: noun.kind,
      given: { ...given, ...(more === undefined ? {} : { height: more.height }) },
      where: where ?? (more === undefined && place === null ? served(noun, view) : null),
      prompt: [
        count > 1 ? count : '',
        wish.size ?? '',
        wish.color ?? '',
        wish.value ?? '',
        noun.word,
        place?.kind === 'relation' ? region : region === '' ? '' : `in the ${region}`,
      ]
        .filter((word) => word !== '')
        .join(' '),
      sized: (SIZES[(wish.size ?? '').toLowerCase()] ?? 1) * noun.size,
    },
    ...along(wish, noun, view),
  ]
}

/** Nobody is put onto somebody else: a place that was not meant. */
function isOnto(where: Where, target: string, { scene, words }: SceneView): boolean {
  const noun = nounOf(words, target)
  const isPerson = (kind: string): boolean => words.kinds.get(kind)?.category === 'person'
  return (
    where.kind === 'thing' &&
    where.relation === 'on' &&
    !('refused' in noun) &&
    isPerson(noun.kind) &&
    isPerson(scene.things[where.index]!.kind)
  )
}

/** "A man wearing a hat" is a man; what comes along with him is told apart. */
function accompanied(wish: Wish): Wish {
  const [, who, along] =
    /^(.+?)\s+((?:with|wearing|holding|carrying)\s+.+)$/i.exec(
      wish.value === undefined ? (wish.target ?? '') : '',
    ) ?? []
  return who === undefined || along === undefined ? wish : { ...wish, target: who, value: along }
}

/** "A woman with an umbrella": what comes along is in the hand of the one who comes, or on the head. */
function along({ value = '' }: Wish, { kind }: Noun, view: SceneView): readonly Step[] {
  const [, said] = /^(?:with|holding|carrying|wearing)\s+(.+)$/i.exec(value) ?? []
  const kinds = view.words.kinds
  if (said === undefined || !isLiving(kinds.get(kind)) || view.scene.things.length + 2 > MAX_THINGS) return []
  const thing = nounOf(view.words, said)
  const of = 'refused' in thing ? undefined : kinds.get(thing.kind)
  if ('refused' in thing || of === undefined) return []
  const carried = IN_HAND.has(of.id) || HANDY.includes(of.category)
  if (!carried && !isWearable(of)) return []
  return [
    {
      do: 'add',
      kind: thing.kind,
      given: thing.given,
      where: { kind: 'thing', relation: carried ? 'holding' : 'wearing', index: view.scene.things.length },
      prompt: said,
      sized: thing.size,
    },
  ]
}

/** Food is put where food is: in the basket that has room for it, on the plate, else on the table. */
function served({ kind }: Noun, view: SceneView): Where | null {
  const { kinds } = view.words
  const food = kinds.get(kind)
  if (food?.category !== 'food') return null
  const at = (names: RegExp, fits: (height: number) => boolean = () => true): number =>
    view.scene.things.findIndex((thing) => names.test(thing.kind) && fits(kinds.get(thing.kind)!.height))
  const holder = at(/^(?:bowl|basket|crate)$/, (height) => food.height <= 0.9 * height)
  if (holder >= 0) return { kind: 'thing', relation: 'in', index: holder }
  const table = at(/^(?:plate|table|desk)$/)
  return table >= 0 ? { kind: 'thing', relation: 'on', index: table } : null
}

/** The one, and who else of its kind the message refers to: boys that an edit has parted are still two boys. */
function wearersMeant(wearer: number, { scene, refers }: SceneView): readonly number[] {
  const { kind } = scene.things[wearer]!
  const others = scene.things.flatMap((thing, index) =>
    index !== wearer &&
    thing.kind === kind &&
    membersOf(thing).some((member) => refers.includes(`el:${elementId(thing, member)}`))
      ? [index]
      : [],
  )
  return [wearer, ...others]
}

/** With those members of a thing who are meant in it; the sentence where there is no room. */
function dress(
  scene: Scene,
  wearer: number,
  kind: string,
  given: Partial<Thing>,
  refers: SceneView['refers'],
): Scene | string {
  const own = part(scene, wearer, membersMeant(scene.things[wearer]!, refers))
  if ('refused' in own) return own.refused
  const count = own.scene.things[own.index]!.count
  return (
    withMore(own.scene, worn(own.scene, own.index, kind, { ...given, count })) ??
    'The picture is full; take something out first.'
  )
}

/** "One of the kids": those of a group that the message refers to; all where it tells none of them. */
function membersMeant(thing: Thing, refers: SceneView['refers']): readonly number[] {
  const all = membersOf(thing)
  const meant = all.filter((member) => refers.includes(`el:${elementId(thing, member)}`))
  return meant.length > 0 ? meant : all
}

/** Who wears it: the one it is put on, or whoever is there to wear it. */
function wearerOf({ kind }: Noun, where: Where | null, view: SceneView): number | null {
  const kinds = view.words.kinds
  if (!isWearable(kinds.get(kind))) return null
  const wears = (index: number): boolean =>
    isLiving(kinds.get(view.scene.things[index]!.kind)) || hasFace(view.scene.things[index]!.kind)
  if (where?.kind === 'thing')
    return ['on', 'wearing', 'in', 'next to'].includes(where.relation) && wears(where.index)
      ? where.index
      : null
  if (where !== null) return null
  const main = mainThing(view.scene)
  if (main !== null && wears(main)) return main
  const others = view.scene.things.flatMap((thing, index) =>
    thing.parent === null && wears(index) ? [index] : [],
  )
  return others.length === 1 ? others[0]! : null
}

const hasFace = (kind: string): boolean =>
  ['sun', 'moon', 'snowman', 'smiley', 'pumpkin', 'teddy bear', 'doll', 'statue', 'skull'].includes(kind)

/** "I want the bench back": what an earlier picture had, as it was there. */
function wasThere({ kind, word }: Noun, count: number, { scene, past, message }: SceneView): Scene | null {
  if (
    !/\b(?:back|again|restore|return|zurück|wieder|de nuevo|otra vez|de retour|rends)\b|回|戻/iu.test(message)
  )
    return null
  const same = (thing: Thing): boolean => thing.kind === kind || thing.word === word
  if (scene.things.some(same)) return null
  for (const earlier of past) {
    const at = earlier.things.findIndex((thing) => same(thing) && thing.count >= count)
    if (at < 0) continue
    const thing = earlier.things[at]!
    const parent =
      thing.parent === null
        ? -1
        : scene.things.findIndex(({ id }) => id === earlier.things[thing.parent!]!.id)
    const root = rootOf(earlier, at)
    return withMore(
      scene,
      parent >= 0
        ? { ...thing, parent }
        : { ...thing, parent: null, support: thing.parent === null ? thing.support : root.support },
    )
  }
  return null
}
