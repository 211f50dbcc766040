import { PlantainError } from '@plantain/core'
import { aspect } from './aspect.ts'
import { autoEnhance } from './auto-enhance.ts'
import { blur } from './blur.ts'
import { border } from './border.ts'
import { clarity } from './clarity.ts'
import { contrast } from './contrast.ts'
import { crop } from './crop.ts'
import { curves } from './curves.ts'
import { cutOut } from './cut-out.ts'
import { deblur } from './deblur.ts'
import { dehaze } from './dehaze.ts'
import { denoise } from './denoise.ts'
import { exposure } from './exposure.ts'
import { extend } from './extend.ts'
import { flip } from './flip.ts'
import { grain } from './grain.ts'
import { invert } from './invert.ts'
import { lensBlur } from './lens-blur.ts'
import { look } from './look.ts'
import { monochrome } from './monochrome.ts'
import { motionBlur } from './motion-blur.ts'
import { opacity } from './opacity.ts'
import { perspective } from './perspective.ts'
import { pixelate } from './pixelate.ts'
import { recolor } from './recolor.ts'
import { resize } from './resize.ts'
import { rotate } from './rotate.ts'
import { saturation } from './saturation.ts'
import { sharpen } from './sharpen.ts'
import { splitTone } from './split-tone.ts'
import { straighten } from './straighten.ts'
import { temperature } from './temperature.ts'
import { text } from './text.ts'
import { tiltShift } from './tilt-shift.ts'
import { tint } from './tint.ts'
import { tone } from './tone.ts'
import { tonePalette } from './tone-palette.ts'
import { upscale } from './upscale.ts'
import { vibrance } from './vibrance.ts'
import { vignette } from './vignette.ts'
import type { Operator } from './operator.ts'

/** Every exact operator; one line each. Names in plans, in the API and in the documentation are these. */
export const operators: readonly Operator[] = [
  aspect,
  autoEnhance,
  blur,
  border,
  clarity,
  contrast,
  crop,
  curves,
  cutOut,
  deblur,
  dehaze,
  denoise,
  exposure,
  extend,
  flip,
  grain,
  invert,
  lensBlur,
  look,
  monochrome,
  motionBlur,
  opacity,
  perspective,
  pixelate,
  recolor,
  resize,
  rotate,
  saturation,
  sharpen,
  splitTone,
  straighten,
  temperature,
  text,
  tiltShift,
  tint,
  tone,
  tonePalette,
  upscale,
  vibrance,
  vignette,
]

const byName: ReadonlyMap<string, Operator> = new Map(operators.map((operator) => [operator.name, operator]))

/** throws: INVALID_ARGUMENT for a name that is none, with those that are */
export function operatorNamed(name: string): Operator {
  const operator = byName.get(name)
  if (operator) return operator
  throw new PlantainError(
    'INVALID_ARGUMENT',
    `there is no operator ${JSON.stringify(name)}; there are ${[...byName.keys()].join(', ')}`,
  )
}
