import {
  MATERIALS,
  SEASONS,
  STATES,
  TIMES,
  WEATHERS,
  type Thing,
  type Weather,
  type Wish,
} from '@plantain/core'
import { withDrama } from '../scene-edit/drama.ts'
import { findTargets, type Target } from '../scene-edit/targets.ts'
import { inWeather } from '../scene-edit/weather.ts'
import { dyeOf, leadingDye } from '../reading/colors.ts'
import { partNamed } from '../reading/parts.ts'
import { pieceIn } from '../scene-edit/pieces.ts'
import { stepsOf } from '../reading/amount.ts'
import { readPhrase, says, valueOf, type Phrase } from '../reading/phrase.ts'
import { facingBy, inState, litBy, stateOf } from './condition.ts'
import { note, sceneOp, toScene, type Op, type SceneView, type Step, type View } from './op.ts'
import { operate } from './pixels.ts'
import { material } from './material.ts'
import { recolor } from './recolor.ts'
import { replace } from './replace.ts'
import { scale } from './scale.ts'
import { season } from './season.ts'
import { timeOfDay } from './time-of-day.ts'
import { weather } from './weather.ts'
import { missing, nameOf, stepsFor, subjects } from './subject.ts'

const LARGER =
  /\b(?:bigger|larger|taller|longer|wider|huge|big|large|tall|grow|more|fuller|thicker|higher|stronger)\b/i
const SMALLER = /\b(?:smaller|shorter|tiny|small|little|less|thinner|lower|shrink|weaker)\b/i
const CALMER = /\b(?:calm|calmer|less dramatic|peaceful|serene|quiet|softer|gentler)\b/i

/** Any other attribute: "make the house old", "turn the lamp on", "a more dramatic sky". What has an op of its own is handed to it. */
export const modify: Op = {
  name: 'modify',
  plan: (wish, view) => (view.scene === null ? ofPhoto(wish, view) : ofScene.plan(wish, view)),
}

/** Of a photograph, drama is contrast of neighbourhoods: clouds stand out, a face gains depth. */
function ofPhoto(wish: Wish, view: View): readonly Step[] {
  const wording = wish.value ?? ''
  const sign = CALMER.test(wording) || /\bless\b/i.test(wording) ? -1 : DRAMATIC.test(wording) ? 1 : 0
  if (sign === 0) return ofScene.plan(wish, view)
  const percent = Math.round(sign * Math.min(100, (sign > 0 ? 80 : 50) * stepsOf(wish.amount)))
  return operate(wish, view, 'clarity', { percent })
}
const DRAMATIC = /\b(?:drama|epic|moody|stormy|intense|threatening|ominous)/i

const ofScene: Op = sceneOp('modify', (wish, view) => {
  const wording = wish.value ?? ''
  const phrase = readPhrase(view.words, wording)
  const piece = modifyPiece(wish, view)
  if (piece !== null) return piece
  const named = subjects(wish, view)
  const targets = named.length === 0 && LIGHTS_ALONE.test(wish.target ?? '') ? lightsOf(view) : named
  const [first] = targets
  if (first === undefined) return [missing(wish)]
  if (first.kind === 'part' || wish.target === undefined) {
    const steps = modifyWorld(first.kind === 'part' ? first.part.id : 'world', phrase, wish, view)
    if (steps !== null) return steps
    if (first.kind === 'part')
      return [note(`I cannot make the ${first.part.name(view.scene.world)} ${wording}.`)]
  }
  const thing = view.scene.things[first.index]!
  const whole = ofPicture(phrase, wording)
  if (whole !== null) return whole.plan({ op: whole.name, value: wording }, view)
  const lit = hasLight(thing, view) ? litBy(LIGHTS_ALONE.test(wording) ? 'lit' : wording) : null
  const said = lit ?? stateOf(view.words, wording, STATES)
  const state = said === 'young' && !hasYoung(thing, view) ? 'none' : said
  if (said === 'young' && state === 'none' && thing.state !== 'old')
    return [note(`I have no younger look of the ${nameOf(thing)}.`)]
  const facing = facingBy(phrase)
  if (state !== null || facing !== null)
    return stepsFor(
      view.scene,
      targets,
      (one) => ({
        ...(state === null ? {} : inState(one, state, FACES.test(wording) ? 'mood' : 'other')),
        right: facing === null ? one.right : facing === 'turn' ? !one.right : facing === 'right',
      }),
      `The ${nameOf(thing)} is so already.`,
    )
  if (valueOf(phrase, 'material', MATERIALS) !== null) return material.plan(wish, view)
  if (dyeOf(view.words, wording) !== null) return recolor.plan(wish, view)
  if (LARGER.test(wording) || says(phrase, 'size', 'large') || says(phrase, 'size', 'huge'))
    return scale.plan({ ...wish, direction: 'up' }, view)
  if (SMALLER.test(wording) || says(phrase, 'size', 'small') || says(phrase, 'size', 'tiny'))
    return scale.plan({ ...wish, direction: 'down' }, view)
  if (phrase.things.some(({ kinds }) => kinds.length > 0)) return replace.plan(wish, view)
  return [
    note(
      `I cannot make the ${nameOf(thing)} ${wording || 'so'}; I can change its colour, material, size, place and number, and make it ${STATES.slice(1, 7).join(', ')}, old, broken, wet, snowy or lit.`,
    ),
  ]
})

/** Words of faces that end a mood, and no pose. */
const FACES = /\b(?:neutral|calm|serious|relaxed|no expression|blank)\b/i
const hasYoung = ({ kind }: Thing, { words }: SceneView): boolean =>
  words.kinds.get(kind)?.art.states.young !== undefined

/** "Hair: blonde", "the woman: red hair", "a gold handle": a part takes a colour; nothing else of it can be changed. */
function modifyPiece(wish: Wish, view: SceneView): readonly Step[] | null {
  const { target = '', value = '' } = wish
  const own = partNamed(target) === null ? partNamed(value) : partNamed(target)
  if (own === null) return null
  const piece = pieceIn(
    partNamed(target) === null ? `${own.part} of ${target}` : target,
    view,
    view.lastTarget,
  )
  if (piece === null) return null
  const dye = leadingDye(view.words, value)
  if (dye !== null)
    return recolor.plan(
      { op: 'recolor', target: partNamed(target) === null ? `${own.part} of ${target}` : target, value: dye },
      view,
    )
  const [first] = piece.targets
  return [
    note(
      `I can change the colour of the ${piece.part} of the ${nameOf(view.scene.things[first!.index]!)}, and not make it ${value}.`,
    ),
  ]
}

/** "The lamp: evening": hours and seasons are of the picture, whatever thing a wish was read of. */
const ofPicture = (phrase: Phrase, wording: string): Op | null =>
  phrase.things.length > 0 || dressedIn(wording)
    ? null
    : valueOf(phrase, 'time', TIMES) !== null && says(phrase, 'time')
      ? timeOfDay
      : valueOf(phrase, 'season', SEASONS) !== null && says(phrase, 'season')
        ? season
        : null
/** A "summer look", "wintry": of clothes and leaves. */
const dressedIn = (wording: string): boolean => /\b(?:look|like|style|colou?rs?)\b|y$/i.test(wording)

/** "The lights" of a house, as what it shall have. */
const LIGHTS_ALONE = /^(?:the |its )?(?:lights?|lit windows|windows lit)$/i
const LIGHTED = /^(?:electronics|building)$/
const hasLight = ({ kind }: Thing, { words }: SceneView): boolean =>
  LIGHTED.test(words.kinds.get(kind)?.category ?? '') ||
  /lamp|light|candle|fire|lantern|window|house/.test(kind)

/** "The lights", of which none is a thing here: those of what has some to be turned on. */
const SWITCHED = /\b(?:lamps?|lights?|lanterns?|windows?|house|cabin|cottage|chandelier)\b/
const isSwitched = ({ kind }: Thing, { words }: SceneView): boolean =>
  words.kinds.get(kind)?.category === 'building' || SWITCHED.test(kind)
const lightsOf = (view: SceneView): readonly Target[] =>
  view.scene.things.flatMap((thing) => (isSwitched(thing, view) ? findTargets(`el:${thing.id}`, view) : []))

const reliefOf = (steps: number, view: SceneView): readonly Step[] =>
  operate({ op: 'modify', target: 'sky' }, view, 'clarity', {
    percent: Math.round(Math.max(-100, Math.min(100, 45 * steps))),
  })
const hasRelief = ({ operations }: SceneView): boolean =>
  operations.some(({ operator }) => operator === 'clarity')

/** What a wording makes of the sky, the weather or the ground; null where it says nothing of them. */
function modifyWorld(part: string, phrase: Phrase, wish: Wish, view: SceneView): readonly Step[] | null {
  const { scene } = view
  const steps = stepsOf(wish.amount)
  const wording = phrase.text
  const dramatic =
    says(phrase, 'mood', 'dramatic') || says(phrase, 'push', 'drama high') || DRAMATIC.test(wording)
  if (part === 'water' && (CALMER.test(wording) || ROUGHER.test(wording)))
    return [waves(view, CALMER.test(wording))]
  if (CALMER.test(wording))
    return [
      toScene({ ...scene, world: withDrama(scene.world, -steps) }),
      ...(hasRelief(view) ? reliefOf(-steps, view) : []),
    ]
  if (valueOf(phrase, 'weather', WEATHERS) !== null && says(phrase, 'weather'))
    return weather.plan(
      { op: 'weather', value: wording, ...(wish.amount ? { amount: wish.amount } : {}) },
      view,
    )
  // Where the sky alone is meant its clouds stand out, too: of a sky that is full of them the scene has little more to give.
  const relief = part === 'sky' || part === 'clouds' ? reliefOf(steps, view) : []
  if (dramatic) return [toScene({ ...scene, world: withDrama(scene.world, steps) }), ...relief]
  if (valueOf(phrase, 'time', TIMES) !== null && says(phrase, 'time'))
    return timeOfDay.plan({ op: 'time_of_day', value: wording }, view)
  if (valueOf(phrase, 'season', SEASONS) !== null && says(phrase, 'season'))
    return season.plan({ op: 'season', value: wording }, view)
  if (part === 'world') return null
  const up = LARGER.test(wording)
  const down = SMALLER.test(wording)
  if ((part === 'clouds' || part === 'sky') && (up || down || /cloud/i.test(wording)))
    return [
      toScene({
        ...scene,
        world: { ...scene.world, clouds: clamp01(scene.world.clouds + (down ? -0.3 : 0.3) * steps) },
      }),
    ]
  if (part === 'water' && (up || down))
    return [
      toScene({
        ...scene,
        world: { ...scene.world, shore: clamp01(scene.world.shore + (down ? -0.25 : 0.25) * steps) },
      }),
    ]
  if (part === 'relief' && (up || down))
    return [
      toScene({
        ...scene,
        world: { ...scene.world, relief: clamp01(scene.world.relief + (down ? -0.25 : 0.25) * steps) },
      }),
    ]
  if (part === 'moon' && /\b(?:crescent|half|new)\b/i.test(wording))
    return [toScene({ ...scene, world: { ...scene.world, moon: 'crescent' } })]
  if (part === 'moon' && /\bfull\b/i.test(wording))
    return [toScene({ ...scene, world: { ...scene.world, moon: 'full' } })]
  if (part === 'moon' && (up || down)) return scale.plan({ ...wish, direction: up ? 'up' : 'down' }, view)
  if (dyeOf(view.words, wording) !== null) return recolor.plan(wish, view)
  if (/\b(?:snow|snowy|covered in snow)\b/i.test(wording))
    return [toScene({ ...scene, world: { ...scene.world, cover: 'snow' } })]
  if (part === 'sky' && says(phrase, 'flag'))
    return [
      toScene({
        ...scene,
        world: { ...inWeather(scene.world, scene.world.weather), [flagOf(phrase)]: true },
      }),
    ]
  return null
}

const ROUGHER = /\b(?:rough|rougher|wild|wilder|choppy|choppier|stormy|stormier|agitated|wavy|waves)\b/i
const CALM: Partial<Record<Weather, Weather>> = { storm: 'rain', windy: 'clear' }
const ROUGH: Partial<Record<Weather, Weather>> = {
  clear: 'windy',
  cloudy: 'windy',
  fog: 'windy',
  rain: 'storm',
  windy: 'storm',
}

/** Waves are the wind's: the next calmer or rougher weather, the sky kept as it is. */
function waves({ scene }: SceneView, calmer: boolean): Step {
  const { world } = scene
  const weather = (calmer ? CALM : ROUGH)[world.weather]
  return weather === undefined
    ? note(`The water is as ${calmer ? 'calm' : 'rough'} as I can make it.`)
    : toScene({ ...scene, world: { ...world, weather } })
}

const clamp01 = (value: number): number => Math.min(1, Math.max(0, value))
const flagOf = (phrase: Phrase): string => phrase.meanings.find(({ field }) => field === 'flag')!.value
