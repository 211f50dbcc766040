import { PlantainError, type OpName } from '@plantain/core'
import { add } from './add.ts'
import { addText } from './add-text.ts'
import { aspect } from './aspect.ts'
import { autoEnhance } from './auto-enhance.ts'
import { background } from './background.ts'
import { blur } from './blur.ts'
import { border } from './border.ts'
import { brightness } from './brightness.ts'
import { colorize } from './colorize.ts'
import { contrast } from './contrast.ts'
import { crop } from './crop.ts'
import { dehaze } from './dehaze.ts'
import { denoise } from './denoise.ts'
import { editText } from './edit-text.ts'
import { expression } from './expression.ts'
import { extend } from './extend.ts'
import { flip } from './flip.ts'
import { grain } from './grain.ts'
import { insert } from './insert.ts'
import { invert } from './invert.ts'
import { light } from './light.ts'
import { look } from './look.ts'
import { material } from './material.ts'
import { modify } from './modify.ts'
import { monochrome } from './monochrome.ts'
import { move } from './move.ts'
import type { Op } from './op.ts'
import { outfit } from './outfit.ts'
import { pose } from './pose.ts'
import { recolor } from './recolor.ts'
import { remove } from './remove.ts'
import { replace } from './replace.ts'
import { resize } from './resize.ts'
import { restore } from './restore.ts'
import { restyle } from './restyle.ts'
import { retouch } from './retouch.ts'
import { rotate } from './rotate.ts'
import { saturation } from './saturation.ts'
import { scale } from './scale.ts'
import { season } from './season.ts'
import { setCount } from './set-count.ts'
import { sharpen } from './sharpen.ts'
import { straighten } from './straighten.ts'
import { temperature } from './temperature.ts'
import { timeOfDay } from './time-of-day.ts'
import { tint } from './tint.ts'
import { tone } from './tone.ts'
import { upscale } from './upscale.ts'
import { viewpoint } from './viewpoint.ts'
import { vignette } from './vignette.ts'
import { weather } from './weather.ts'

/** Every op that changes a picture; one line each. What is of the session (undo, export …) or bounds other wishes (keep, avoid) is none. */
export const ops: readonly Op[] = [
  add,
  addText,
  aspect,
  autoEnhance,
  background,
  blur,
  border,
  brightness,
  colorize,
  contrast,
  crop,
  dehaze,
  denoise,
  editText,
  expression,
  extend,
  flip,
  grain,
  insert,
  invert,
  light,
  look,
  material,
  modify,
  monochrome,
  move,
  outfit,
  pose,
  recolor,
  remove,
  replace,
  resize,
  restore,
  restyle,
  retouch,
  rotate,
  saturation,
  scale,
  season,
  setCount,
  sharpen,
  straighten,
  temperature,
  timeOfDay,
  tint,
  tone,
  upscale,
  viewpoint,
  vignette,
  weather,
]

const byName: ReadonlyMap<OpName, Op> = new Map(ops.map((op) => [op.name, op]))

/** throws: UNIMPLEMENTED for an op that changes no picture */
export function opNamed(name: OpName): Op {
  const op = byName.get(name)
  if (op === undefined) throw new PlantainError('UNIMPLEMENTED', `${name} is no change of a picture`)
  return op
}
