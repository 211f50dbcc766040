import { createHash } from 'node:crypto'
import { loadFonts } from '@plantain/codecs'
import { expect, test } from 'vitest'
import { develop } from './develop.ts'
import { operatorNamed, operators } from './index.ts'
import { openTypesetter } from '../text/typesetter.ts'
import { operatorContract, testPicture } from './operator.contract.ts'

/** Parameters at which each operator does something. */
const samples: Readonly<Record<string, readonly object[]>> = {
  aspect: [
    { ratioWidth: 1, ratioHeight: 1 },
    { ratioWidth: 21, ratioHeight: 9, how: 'extend' },
    { ratioWidth: 9, ratioHeight: 16, how: 'extend', fill: 'red' },
  ],
  border: [
    { widthPixels: 3 },
    { widthPixels: 2, manner: 'polaroid', radiusPixels: 4 },
    { outerRadiusPixels: 5 },
  ],
  crop: [{ x: 3, y: 2, width: 10, height: 12 }],
  extend: [
    { leftPixels: 7, bottomPixels: 30 },
    { topPixels: 5, fill: 'mirror' },
    { rightPixels: 4, fill: 'teal' },
  ],
  flip: [{ direction: 'horizontal' }, { direction: 'vertical' }],
  perspective: [{ verticalPercent: 30 }, { verticalPercent: -20, horizontalPercent: 25 }],
  resize: [{ widthPixels: 20 }, { scalePercent: 250 }, { widthPixels: 30, heightPixels: 30 }],
  rotate: [
    { degrees: 90 },
    { degrees: 180 },
    { degrees: -90 },
    { degrees: 17 },
    { degrees: -33, fit: 'inscribed' },
  ],
  straighten: [{ degrees: 4 }, { degrees: -7.5 }],
  upscale: [{ factor: 2 }, { factor: 1.5 }],
  'auto-enhance': [{}, { percent: 50 }],
  blur: [{ radiusPixels: 1.2 }, { radiusPixels: 7 }],
  clarity: [{ percent: 80 }, { percent: -80 }],
  contrast: [{ percent: 60 }, { percent: -60 }],
  curves: [
    {
      all: [
        [0, 30],
        [255, 220],
      ],
      red: [
        [0, 0],
        [128, 180],
        [255, 255],
      ],
    },
  ],
  'cut-out': [{}, { percent: 40 }],
  deblur: [{ percent: 100, radiusPixels: 1.5 }],
  dehaze: [{ percent: 80 }, { percent: -60 }],
  denoise: [{ percent: 80 }],
  exposure: [{ stops: 1 }, { stops: -2 }],
  grain: [{ percent: 50 }, { percent: 50, sizePixels: 3, seed: 7 }],
  invert: [{}],
  'lens-blur': [{ radiusPixels: 4 }],
  look: [{ name: 'cinematic' }, { name: 'hdr', percent: 140 }, { name: 'film-noir' }],
  monochrome: [{}, { color: 'sepia' }, { color: 'blue', redPercent: 70, greenPercent: 25, bluePercent: 5 }],
  'motion-blur': [
    { lengthPixels: 9, degrees: 30 },
    { lengthPixels: 5, degrees: 90 },
  ],
  opacity: [{ percent: 0 }, { percent: 40 }],
  pixelate: [{ blockPixels: 5 }],
  recolor: [{ color: 'blue' }, { color: 'white' }, { color: '#101010' }],
  saturation: [{ percent: 60 }, { percent: -100 }],
  sharpen: [{ percent: 150 }],
  'split-tone': [{ percent: 60 }],
  temperature: [{ mired: 60 }, { mired: -60 }],
  text: [
    { value: 'Ag' },
    { value: 'שלום\nHello', family: 'serif', bold: false, color: 'red', backing: 'plate', sizePercent: 20 },
  ],
  'tilt-shift': [{ radiusPixels: 4 }],
  tint: [
    { color: 'teal', percent: 50 },
    { color: 'blue', percent: -50 },
  ],
  tone: [
    { shadowsPercent: 60 },
    { blacksPercent: -50, midtonesPercent: 30, highlightsPercent: -40, whitesPercent: 20 },
  ],
  'tone-palette': [
    { lightness: [0.2, 0.5, 0.7], a: [0, 0.05, 0], b: [-0.05, 0, 0.1], chroma: [1, 0.5, 1.4] },
    { lightness: [1, 0], a: [0, 0], b: [0, 0], chroma: [1, 1], percent: 30 },
  ],
  vibrance: [{ percent: 60 }, { percent: -60 }],
  vignette: [{ percent: 50 }, { percent: -50 }, { percent: 60, color: 'white' }],
}

test('every operator has a name of its own', () => {
  expect(new Set(operators.map(({ name }) => name)).size).toBe(operators.length)
  for (const operator of operators) expect(operatorNamed(operator.name)).toBe(operator)
})
test('an unknown operator is refused with the names of those there are', () => {
  expect(() => operatorNamed('sharpness')).toThrow(/there is no operator "sharpness"; there are .*exposure/)
})
const typesetter = await openTypesetter(await loadFonts())
for (const operator of operators) operatorContract(operator, samples[operator.name] ?? [], typesetter)

test('gives the bytes that it gave on every other machine (npx vitest run -u after a change that is meant)', () => {
  const image = testPicture(48, 32)
  const hashes = operators.map(({ name }) => [
    name,
    ...samples[name]!.map((params) => {
      const step = { operator: name, params: params as Record<string, unknown>, mask: null }
      return createHash('sha256')
        .update(develop(image, [step], { typesetter }).data)
        .digest('hex')
        .slice(0, 12)
    }),
  ])
  expect(hashes.map((row) => row.join(' '))).toMatchSnapshot()
})
