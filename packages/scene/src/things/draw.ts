import type { Scene } from '@plantain/core'
import { LABEL, thingLabel, type Ground, type Stage } from '../frame.ts'
import { cos, sin } from '../math.ts'
import { multiply, scaling, translation, type Box, type Matrix } from '../vector/index.ts'
import type { Art } from './art.ts'
import { addHalo } from './halo.ts'
import { formOf } from './form.ts'
import { grow, grownName } from './growth.ts'
import { texture } from './material.ts'
import { rim, setSprite, waterline, type Cut } from './ink.ts'
import { placeThings, type Placed } from './place.ts'
import { reflect } from './reflection.ts'
import { LAMP, shade } from './shade.ts'
import { castShadow, wallShadow } from './shadow.ts'
import { signsOf } from './signs.ts'
import { isLamp, shining, skinOf } from './skins.ts'
import { spriteOf, type Sprite } from './sprite.ts'
import { snowOn, weather } from './wear.ts'

/** A copy with its pixels, lit. */
interface Ready {
  readonly placed: Placed
  readonly sprite: Sprite
  readonly lit: Float32Array
  readonly cut: Cut
}

/**
 * Paints all things of a scene into a frame that sky, land and water were painted into: shadows and reflections first, then the
 * things, far ones first, with colour, depth and label.
 *
 * Everything is local: pixels that a thing, its shadow, its reflection and its glow do not touch keep their bits, and no thing's
 * look depends on another's, but that of what holds it.
 */
export function drawThings(stage: Stage, scene: Scene, art: Art, ground: Ground): void {
  const placed = placeThings(stage, scene, art, ground)
  const water = stage.frame.label.includes(LABEL.water)
  const ready: Ready[] = []
  for (const one of placed) {
    stage.checkpoint()
    const made = prepare(stage, scene, one)
    if (made !== null) ready.push(made)
  }
  for (const one of ready) {
    stage.checkpoint()
    if (one.placed.support === 'ground') castShadow(stage, one.placed, one.sprite, null)
    if (one.placed.support === 'wall') wallShadow(stage, one.placed, one.sprite)
    if (water && !['wall', 'on'].includes(one.placed.support))
      reflect(stage, scene, one.placed, one.sprite, one.lit, one.cut)
  }
  for (const one of ready) {
    stage.checkpoint()
    const { parent } = one.placed
    if (one.placed.support === 'on' && parent !== null)
      castShadow(stage, one.placed, one.sprite, [thingLabel(parent.index, parent.copy)])
    setSprite(stage, one.placed, one.sprite, one.lit, one.cut)
    for (const sign of signsOf(art, one.placed))
      setSprite(
        stage,
        { ...one.placed, support: 'air' },
        sign,
        shade(sign, formOf(sign, PLAIN.round), brightened(stage), PLAIN, false),
        null,
      )
    glow(stage, one)
  }
}

/** Signs are symbols: they are seen at night as well. */
const brightened = ({ light }: Stage): Stage['light'] => ({
  ...light,
  sky: [Math.max(0.5, light.sky[0]), Math.max(0.5, light.sky[1]), Math.max(0.5, light.sky[2])],
})
const PLAIN = { wrap: 0.5, gloss: 0, sharp: 1, glow: 0, round: 0.1 }

/** Takes a drawing to the frame: scaled to its height, turned, mirrored, its box where it was placed. */
function matrixFor(placed: Placed, box: Box): Matrix {
  const scale = placed.height / (box.bottom - box.top)
  const centred = translation(-(box.left + box.right) / 2, -(box.top + box.bottom) / 2)
  const sized = multiply(scaling(placed.flip ? -scale : scale, scale), centred)
  const [c, s] = [cos(placed.turn), sin(placed.turn)]
  const turned = placed.turn === 0 ? sized : multiply({ a: c, b: s, c: -s, d: c, e: 0, f: 0 }, sized)
  return multiply(translation(placed.x, placed.foot - placed.height / 2), turned)
}

function prepare(stage: Stage, scene: Scene, placed: Placed): Ready | null {
  const { frame } = stage
  const reach = Math.max(placed.width, placed.height)
  if (
    placed.x + reach < 0 ||
    placed.x - reach > frame.width ||
    placed.foot < -reach ||
    placed.foot - 2 * reach > frame.height
  )
    return null
  const cut = cutOf(placed)
  const grown = grownName(placed.kind, placed.thing)
  if (grown !== null) return { placed, cut, ...grow(grown, scene, placed.thing, stage.light, placed) }
  if (placed.look === null) return null
  const { drawing } = placed.look
  // What lies far outside the frame is not painted; a margin stays, for shadows and so that the cut is not taken for an edge.
  const margin = 0.2 * reach
  const limit = { left: -margin, top: -margin, right: frame.width + margin, bottom: frame.height + margin }
  const sprite = spriteOf(drawing, matrixFor(placed, drawing.box), limit)
  const standing = placed.support === 'ground' || placed.support === 'on'
  weather(sprite, placed.thing.state, placed.seed, placed.height, placed.kind.category)
  const skin = skinOf(placed.thing, placed.kind, stage.light)
  const form = formOf(sprite, skin.round)
  texture(sprite, form, placed.thing, placed.kind.category, placed.seed, placed.height)
  const lit = shade(sprite, form, lightOn(stage, placed), skin, standing)
  if (placed.thing.state === 'snowy')
    snowOn(
      sprite,
      lit,
      stage.light,
      placed.seed,
      placed.height,
      placed.kind.category === 'building' ? 0.1 : 0.034,
    )
  return { placed, sprite, lit, cut }
}

/** Things that were asked to be lit shine as they would at night. */
function lightOn({ light }: Stage, placed: Placed): Stage['light'] {
  return placed.thing.state === 'lit' ? { ...light, night: Math.max(light.night, 0.8) } : light
}

function cutOf(placed: Placed): Cut {
  const { kind, parent } = placed
  if (placed.support === 'water') {
    const share =
      kind.anchors['waterline']?.y ?? (kind.category === 'person' || kind.category === 'animal' ? 0.62 : 0.9)
    return waterline(placed, share)
  }
  if (placed.support === 'in' && parent !== null) {
    const level = placed.foot - 0.3 * placed.height
    return rim(parent, parent.x, parent.width * 0.5, level)
  }
  return null
}

function glow(stage: Stage, { placed, sprite }: Ready): void {
  const { light } = stage
  const lamp = isLamp(placed.kind)
  const own = shining(placed.kind)
  const dark = placed.thing.state === 'lit' ? Math.max(0.45, light.night) : light.night
  if (sprite.shine === null && own === 0 && !(lamp && dark > 0.05)) return
  const emitted = new Float32Array(sprite.color.length)
  for (let p = 0; p < sprite.alpha.length; p++) {
    const pane = sprite.shine === null ? (own > 0 || lamp ? 1 : 0) : sprite.shine[p]!
    if (pane === 0) continue
    for (let channel = 0; channel < 3; channel++) {
      const color = sprite.color[3 * p + channel]!
      emitted[3 * p + channel] =
        pane * color * (sprite.shine === null ? Math.max(own, lamp ? dark : 0) : LAMP[channel]! * dark)
    }
  }
  const strength = own > 0 ? 0.25 + 0.75 * light.night : dark
  if (strength > 0.02) addHalo(stage, placed, sprite, emitted, strength)
}
