export { bytesToLab, deltaE2000, type Lab } from './color/lab.ts'
export { bytesToOklab, hueAndChroma, linearToOklab, oklabToLinear, type Oklab } from './color/oklab.ts'
export { byteToLinear, linearToByte, toLinear, toSrgb } from './color/srgb.ts'
export { composite } from './composite.ts'
export { crop } from './crop.ts'
export {
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
export { ssim } from './ssim.ts'
