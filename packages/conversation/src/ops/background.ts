import {
  COLORS,
  COVERS,
  LANDS,
  SEASONS,
  TIMES,
  WATERS,
  WEATHERS,
  type Operation,
  type Wish,
} from '@plantain/core'
import { atHour } from '../scene-edit/hour.ts'
import { before } from '../scene-edit/land.ts'
import { inSeason } from '../scene-edit/season.ts'
import { inWeather } from '../scene-edit/weather.ts'
import { dyeOf } from '../reading/colors.ts'
import { readPhrase, valueOf } from '../reading/phrase.ts'
import { mainThing } from './subject.ts'
import { elementId, membersOf } from '../scene-edit/things.ts'
import { findTargets } from '../scene-edit/targets.ts'
import { findIn } from '../upload/photo.ts'
import { amended, blurred, guessNote } from './pixels.ts'
import { note, toScene, type Op, type SceneView, type Step, type View } from './op.ts'

const CLEAR =
  /\b(?:transparent|transparency|none|removed?|cut ?out|no background|without|alpha|empty|clear)\b/i

/** "put it on a beach", "white background", "remove the background". */
export const background: Op = {
  name: 'background',
  plan(wish, view) {
    const wording = wish.value ?? 'transparent'
    if (view.scene === null && CLEAR.test(wording)) return cutOutOfUpload(wish, view)
    if (view.scene === null && /\bblur/i.test(wording)) return [blurred('background', undefined, view)]
    if (view.scene === null) return [note('I cannot put that behind the subject of a photograph.')]
    const here: SceneView = { ...view, scene: view.scene }
    if (CLEAR.test(wording)) return cutOut(wish.target, here)
    if (/\bblur/i.test(wording)) return [blurred('background', undefined, view)]
    return place(wording, here)
  },
}

function place(wording: string, view: SceneView): readonly Step[] {
  const phrase = readPhrase(view.words, wording)
  const dye = dyeOf(view.words, wording)
  const land = valueOf(phrase, 'land', LANDS)
  const water = valueOf(
    { ...phrase, meanings: phrase.meanings.filter(({ way }) => way === 'said') },
    'water',
    WATERS,
  )
  const cover = valueOf(
    { ...phrase, meanings: phrase.meanings.filter(({ way }) => way === 'said') },
    'cover',
    COVERS,
  )
  const backdrop = valueOf(phrase, 'backdrop', COLORS) ?? (land === null ? dye : null)
  const moved = before(view.scene, { land, water, cover: cover === 'none' ? null : cover, backdrop })
  let scene = moved ?? view.scene
  const season = valueOf(phrase, 'season', SEASONS)
  const weather = valueOf(phrase, 'weather', WEATHERS)
  const time = valueOf(phrase, 'time', TIMES)
  if (season !== null) scene = inSeason(scene, season)
  if (weather !== null) scene = { ...scene, world: inWeather(scene.world, weather) }
  if (time !== null) scene = { ...scene, world: atHour(scene.world, time) }
  if (scene === view.scene)
    return [
      note(
        `I do not know the place "${wording}"; I know ${LANDS.slice(0, 12).join(', ')} and more, and plain colours.`,
      ),
    ]
  const ashore = land === 'sea' && scene.world.land === 'beach'
  return [
    toScene(scene, { background: wording }),
    ...(ashore ? [note('Who stands in it stands on the shore.')] : []),
  ]
}

/** The subject of an upload, or what is named of it, alone; with the picture's own edges. */
function cutOutOfUpload({ target }: Wish, view: View): readonly Step[] {
  const named = target !== undefined && !/background/i.test(target) ? target.replace(/^el:/, '') : 'subject'
  const found = view.photo === null ? null : findIn(view.photo, named)
  if (found === null && view.painted === null)
    return [note(`I see no ${named} in the picture that I could cut out; paint over what should go.`)]
  const region = view.painted ?? { kind: 'phrase' as const, phrase: `picture except ${named}` }
  const clear: Operation = { operator: 'opacity', params: { percent: 0 }, region }
  return [
    { do: 'operations', operations: amended(view.operations, clear) },
    ...guessNote({ op: 'background', target: named }, view),
  ]
}

/** Alpha: what is no subject becomes clear. */
function cutOut(target: string | undefined, view: SceneView): readonly Step[] {
  const found =
    target === undefined
      ? []
      : findTargets(target, view).flatMap((one) => (one.kind === 'thing' ? [one.index] : []))
  const main = mainThing(view.scene)
  const kept = found.length > 0 ? found : main === null ? [] : [main]
  if (kept.length === 0) return [note('There is nothing in this picture to cut out; name what should stay.')]
  const stay = target === undefined ? view.scene.things.map((_, index) => index) : kept
  const ids = stay.flatMap((index) =>
    membersOf(view.scene.things[index]!).map((member) => elementId(view.scene.things[index]!, member)),
  )
  const clear: Operation = {
    operator: 'opacity',
    params: { percent: 0 },
    region: { kind: 'phrase', phrase: `picture except ${ids.join(' and ')}` },
  }
  return [{ do: 'operations', operations: amended(view.operations, clear) }]
}
