export { bytesToLab, deltaE2000, type Lab } from './color/lab.ts'
export { bytesToOklab, hueAndChroma, linearToOklab, oklabToLinear, type Oklab } from './color/oklab.ts'
export { byteToLinear, linearToByte, toLinear, toSrgb } from './color/srgb.ts'
export { composite } from './composite.ts'
export { appearanceOf, type Appearance } from './compare/appearance.ts'
export { difference, type Difference } from './compare/difference.ts'
export { placedBefore, sampledBefore } from './compare/placed.ts'
export { measureShift, type Shift } from './compare/shift.ts'
export { crop } from './crop.ts'
export {
  boundsOf,
  fullMask,
  intersectMasks,
  invertMask,
  maskFromAlpha,
  maskFromBitmap,
  maskFromDifference,
  maskFromLabels,
  maskFromRect,
  maskToBitmap,
  uniteMasks,
} from './mask.ts'
export { changedBytes, meanColor, meanDeltaE2000, psnr } from './measure.ts'
export { dilate, erode, feather } from './morphology.ts'
export { resize } from './resize.ts'
export {
  cutOut,
  cutSides,
  fadeSides,
  vapour,
  characterOf,
  type Side,
  doubleExposure,
  fill,
  MOST_PICTURES,
  paletteOf,
  paste,
  sideBySide,
  transferLook,
  type CutOut,
  type Pasted,
  type Pasting,
  type TonePalette,
} from './retouch/index.ts'
export { ssim } from './ssim.ts'
export { atan2, clamp, clamp01, cos, decay, exp, log, mix, pow, sin, smoothstep } from './math.ts'
export { fbm2, gradientNoise, hash, hashText, noise2, random, slopeNoise } from './noise.ts'
export { cubeRoot } from './color/cube-root.ts'
export { develop, developPlaced, type DevelopOptions, type Locate, type Step } from './operators/develop.ts'
export {
  atFullSize,
  contactOf,
  findRegion,
  lookAt,
  placedBox,
  placedLook,
  placedRegion,
  sight,
  summaryOfLook,
  type Box,
  type Detection,
  type Found,
  type Look,
  type RunNetwork,
  type Sighting,
} from './locate/index.ts'
export { inversePlacement, placementOf } from './operators/placement-of.ts'
export { operatorNamed, operators } from './operators/index.ts'
export type { Operator } from './operators/operator.ts'
export { paramsSchema, readParams } from './operators/params.ts'
export {
  compose,
  maskOfNew,
  samePlace,
  transformLabels,
  transformMask,
  transformRect,
  type Placement,
  type Point,
} from './operators/placement.ts'
export { accumulate, intersect, pathBounds, readRow, type Bounds, type Coverage } from './vector/coverage.ts'
export { growth, IDENTITY, invert, multiply, scaling, translation, type Matrix } from './vector/matrix.ts'
export { CLOSE, CUBIC, LINE, MOVE, QUAD, type Path } from './vector/path.ts'
export { blockToPath, fit, wrap, type Block } from './text/layout.ts'
export {
  FAMILIES,
  openTypesetter,
  type Family,
  type FontFile,
  type Line,
  type PlacedGlyph,
  type Typeface,
  type Typesetter,
  type Weight,
} from './text/typesetter.ts'
export { combine, MANNERS, type Manner } from './combine.ts'
export { colorNamed, readColor } from './color/named.ts'
export { levelingDegrees } from './operators/horizon.ts'
export { looks } from './operators/looks.ts'
