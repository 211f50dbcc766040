import { LIGHTS, type LightKind, type Scene } from '@plantain/core'
import { atHour } from '../scene-edit/hour.ts'
import { withDrama } from '../scene-edit/drama.ts'
import { stepsOf } from '../reading/amount.ts'
import { placeOf } from '../reading/place.ts'
import { readPhrase, says, valueOf, type Phrase } from '../reading/phrase.ts'
import { inState, litBy } from './condition.ts'
import { note, sceneOp, toScene, type Op, type SceneView, type Step } from './op.ts'
import { changeThings, subjects } from './subject.ts'
import { TIMES } from '@plantain/core'
import { tintOp } from './pixels.ts'

/** "studio light", "light from the left", "soft light", "turn on the lamp". */
export const light: Op = sceneOp('light', (wish, view) => {
  const wording = wish.value ?? ''
  const phrase = readPhrase(view.words, wording)
  const lit = wish.target === undefined ? [] : lamps(wish.target, wording, view)
  if (lit.length > 0) return lit
  // "Dramatic light in the sky" is a sky of more tension: the light that falls on the land stays as it is.
  if (wish.target !== undefined && isDramatic(phrase) && isSky(wish.target, view))
    return [toScene({ ...view.scene, world: withDrama(view.scene.world, stepsOf(wish.amount)) })]
  const kind = valueOf(phrase, 'light', LIGHTS)
  const time = valueOf(phrase, 'time', TIMES)
  let { scene } = view
  if (kind !== null) scene = { ...scene, world: { ...scene.world, light: kind } }
  else if (time !== null) scene = { ...scene, world: atHour(scene.world, time) }
  if (isDramatic(phrase))
    scene = { ...scene, world: { ...withDrama(scene.world, 0.5 * stepsOf(wish.amount)), light: 'dramatic' } }
  const side = fromSide(wish.region ?? wording, view, scene)
  if (side !== null) scene = side
  const color = wish.color === undefined ? [] : [tintOp(wish.color, wish.amount, view)]
  if (scene === view.scene && color.length === 0)
    return [
      note(
        `I know no light "${wording}"; I know ${LIGHTS.join(', ')}, and light from the left, the right or behind.`,
      ),
    ]
  return [...(scene === view.scene ? [] : [toScene(scene, { light: wording })]), ...color]
})

const isDramatic = (phrase: Phrase): boolean =>
  says(phrase, 'mood', 'dramatic') || says(phrase, 'push', 'drama high')

const isSky = (target: string, view: SceneView): boolean => {
  const [first] = subjects({ op: 'light', target }, view)
  return first?.kind === 'part' && (first.part.id === 'sky' || first.part.id === 'clouds')
}

const BEHIND: LightKind = 'backlit'

function fromSide(region: string, view: SceneView, scene: Scene): Scene | null {
  const text = region.toLowerCase()
  if (/\bbehind\b|\bback(?:light|lit)?\b/.test(text))
    return { ...scene, world: { ...scene.world, light: BEHIND } }
  const place = placeOf(view.words, region)
  const column = place?.kind === 'area' ? place.area.column : null
  const row = place?.kind === 'area' ? place.area.row : null
  if (column === null && row !== 'top') return null
  const { world } = scene
  return {
    ...scene,
    world: {
      ...world,
      sunX: column === 'left' ? 0.12 : column === 'right' ? 0.88 : column === 'center' ? 0.5 : world.sunX,
      sunY: row === 'top' ? 0.9 : world.sunY,
    },
  }
}

/** Lamps, candles and windows that are to burn, or not. */
function lamps(target: string, wording: string, view: SceneView): readonly Step[] {
  const found = subjects({ op: 'light', target }, view).filter(({ kind }) => kind === 'thing')
  if (found.length === 0) return []
  const edited = changeThings(view.scene, found, (one) => inState(one, litBy(wording) ?? 'lit', 'other'))
  return 'refused' in edited
    ? [note(edited.refused)]
    : edited.scene === view.scene
      ? []
      : [toScene(edited.scene)]
}
