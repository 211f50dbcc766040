// Every exact operator on a picture of 1024 x 1024, beside the same operation of sharp (libvips) where it has one; taken in turns in one run.
//   node bench/operators.bench.mjs [operator ...]     after npx tsc -b
//   BEFORE=path/to/imaging/dist/index.js node bench/operators.bench.mjs     another build of ours in the same turns
// Both get raw RGBA bytes in memory and give raw RGBA bytes, on one core (`sharp.concurrency(1)`, no cache). Times are p50 of processor time, so that
// other work on the machine counts little; ratios are ours over sharp's.
//
// What each side does: we work in float32 linear light and round once, whatever the operator. `sharp` is the call that people write: most of them work on
// bytes as they are encoded, a blur ends where its bell is below a fifth, turning is bilinear. `alike` is sharp made to give the same quality, where it can: in
// float linear light (`pipelineColourspace('scrgb')`), with a blur as wide as ours (three deviations, float) and bicubic turning.
// `normalise()` stretches tones, the first of seven things that `auto-enhance` does; alike adds saturation, local contrast and sharpening.
// `grayscale()` gives one byte a pixel; alike is a matrix that gives four. Moves of bytes (crop, flip, quarter turns, borders) are the same on both sides.
// sharp scales and mixes channels in bytes only, has no denoising but a median, and enlarges by Lanczos where `upscale` also corrects itself against the original.
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { develop, openTypesetter, operators } from '../packages/imaging/dist/index.js'
import { loadFonts } from '../packages/codecs/dist/index.js'

const sharp = createRequire(new URL('../packages/codecs/package.json', import.meta.url))('sharp')
sharp.concurrency(1)
sharp.cache(false)
const side = 1024
const rounds = Number(process.env.ROUNDS ?? 9)
/** Rounds that do not count: engines run WebAssembly unoptimised at first, and a loop of few calls for several rounds. */
const WARM_UP = 8

/** Clouds, edges and noise, so that no shortcut for flat colour applies. */
function picture() {
  const data = new Uint8ClampedArray(side * side * 4)
  let state = 1
  for (let y = 0, i = 0; y < side; y++)
    for (let x = 0; x < side; x++, i += 4) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      const noise = (state >>> 28) - 8
      const edge = (x >> 6) % 3 === (y >> 6) % 3 ? 60 : 0
      data[i] = (x / side) * 200 + noise + edge
      data[i + 1] = (y / side) * 180 + noise + edge
      data[i + 2] = ((x + y) / side) * 100 + noise + 30
      data[i + 3] = 255
    }
  return { width: side, height: side, data }
}
const image = picture()
const raw = () => sharp(image.data, { raw: { width: side, height: side, channels: 4 } })
const luminance = Array(3).fill([0.2126, 0.7152, 0.0722])
const warm = [
  [1.1, 0, 0],
  [0, 1, 0],
  [0, 0, 0.85],
]

const light = () => raw().pipelineColourspace('scrgb')
const bell = (sigma) => ({ sigma, minAmplitude: 0.0111, precision: 'float' })
const clear = { r: 0, g: 0, b: 0, alpha: 0 }
const [cosine, sine] = [Math.cos((17 * Math.PI) / 180), Math.sin((17 * Math.PI) / 180)]

/** Parameters of a moderate wish, sharp's nearest, and the same with our depth and filter. */
const cases = [
  ['exposure', { stops: 0.6 }, () => raw().linear([1.3, 1.3, 1.3, 1], [0, 0, 0, 0])],
  ['temperature', { mired: 35 }, () => raw().recomb(warm)],
  ['tint', { color: 'teal', percent: 30 }, () => raw().tint('teal')],
  ['contrast', { percent: 25 }, () => raw().linear([1.2, 1.2, 1.2, 1], [-25, -25, -25, 0])],
  ['saturation', { percent: 25 }, () => raw().modulate({ saturation: 1.25 })],
  ['vibrance', { percent: 40 }, null],
  ['tone', { shadowsPercent: 50 }, null],
  [
    'curves',
    {
      all: [
        [0, 20],
        [128, 140],
        [255, 240],
      ],
    },
    null,
  ],
  ['cut-out', {}, null],
  ['split-tone', { percent: 40 }, null],
  ['tone-palette', { lightness: [0.1, 0.5, 0.8], a: [0, 0.02, 0], b: [-0.03, 0, 0.06], chroma: [1, 0.8, 1] }, null],
  ['monochrome', {}, () => raw().grayscale(), () => raw().recomb(luminance)],
  ['invert', {}, () => raw().negate({ alpha: false })],
  ['opacity', { percent: 50 }, null],
  ['vignette', { percent: 40 }, null],
  ['grain', { percent: 30 }, null],
  ['look', { name: 'cinematic' }, null],
  ['look', { name: 'hdr' }, null],
  [
    'auto-enhance',
    {},
    () => raw().normalise(),
    () => raw().normalise().modulate({ saturation: 1.1 }).clahe({ width: 64, height: 64 }).sharpen({ sigma: 1 }),
  ],
  ['recolor', { color: 'blue' }, null],
  ['blur', { radiusPixels: 2 }, () => raw().blur(2), () => light().blur(bell(2))],
  ['blur', { radiusPixels: 8 }, () => raw().blur(8), () => light().blur(bell(8))],
  ['lens-blur', { radiusPixels: 12 }, null],
  ['motion-blur', { lengthPixels: 30, degrees: 20 }, null],
  ['tilt-shift', { radiusPixels: 12 }, null],
  ['pixelate', { blockPixels: 20 }, null],
  ['sharpen', { percent: 80 }, () => raw().sharpen({ sigma: 1 })],
  ['deblur', { percent: 80 }, null],
  ['clarity', { percent: 40 }, () => raw().clahe({ width: 64, height: 64 })],
  ['dehaze', { percent: 55 }, null],
  ['denoise', { percent: 60 }, () => raw().median(5)],
  [
    'crop',
    { x: 100, y: 100, width: 800, height: 800 },
    () => raw().extract({ left: 100, top: 100, width: 800, height: 800 }),
  ],
  ['flip', {}, () => raw().flop()],
  ['rotate', { degrees: 90 }, () => raw().rotate(90)],
  [
    'rotate',
    { degrees: 17 },
    () => raw().rotate(17, { background: clear }),
    () =>
      light().affine(
        [
          [cosine, -sine],
          [sine, cosine],
        ],
        { interpolator: 'bicubic', background: clear },
      ),
  ],
  ['straighten', { degrees: 3 }, null],
  ['perspective', { verticalPercent: 20 }, null],
  [
    'resize',
    { scalePercent: 50 },
    () => raw().resize(512, 512, { kernel: 'lanczos3' }),
    () => light().resize(512, 512, { kernel: 'lanczos3' }),
  ],
  [
    'resize',
    { scalePercent: 150 },
    () => raw().resize(1536, 1536, { kernel: 'lanczos3' }),
    () => light().resize(1536, 1536, { kernel: 'lanczos3' }),
  ],
  [
    'upscale',
    { factor: 2 },
    () => raw().resize(2048, 2048, { kernel: 'lanczos3' }),
    () => light().resize(2048, 2048, { kernel: 'lanczos3' }),
  ],
  [
    'extend',
    { leftPixels: 128, rightPixels: 128, fill: 'mirror' },
    () => raw().extend({ left: 128, right: 128, extendWith: 'mirror' }),
  ],
  [
    'aspect',
    { ratioWidth: 16, ratioHeight: 9 },
    () => raw().extract({ left: 0, top: 224, width: 1024, height: 576 }),
  ],
  [
    'border',
    { widthPixels: 50 },
    () => raw().extend({ left: 50, right: 50, top: 50, bottom: 50, background: 'white' }),
  ],
  ['text', { value: 'Happy Birthday', heightPercent: 20 }, null],
]

const unnamed = operators.filter(({ name }) => !cases.some(([one]) => one === name)).map(({ name }) => name)
if (unnamed.length > 0) throw new Error(`no case for ${unnamed.join(', ')}`)
const wanted = process.argv.slice(2)
const typesetter = await openTypesetter(await loadFonts())
const p50 = (times) => times.toSorted((a, b) => a - b)[times.length >> 1]
const cell = (number, digits) => number.toFixed(digits).padStart(8)
const cpu = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const before = process.env.BEFORE ? (await import(pathToFileURL(process.env.BEFORE))).develop : null
const timed = async (work) => {
  const start = cpu()
  await work()
  return cpu() - start
}

const columns = [
  'operator      ',
  '    ours',
  ...(before ? ['  before'] : []),
  '   sharp',
  '   ratio',
  '   alike',
  '   ratio',
  '   parameters',
]
console.log(columns.join(''))
for (const [operator, params, ...others] of cases) {
  if (wanted.length > 0 && !wanted.includes(operator)) continue
  const steps = [{ operator, params, mask: null }]
  const rivals = others.filter(Boolean)
  const works = [
    () => develop(image, steps, { typesetter }),
    ...(before ? [() => before(image, steps, { typesetter })] : []),
    ...rivals.map((rival) => () => rival().raw().toBuffer()),
  ]
  const times = works.map(() => [])
  for (let round = -WARM_UP; round < rounds; round++)
    for (const [n, work] of works.entries()) {
      const time = await timed(work)
      if (round >= 0) times[n].push(time) // the compiler warms up before
    }
  const [ours, ...rest] = times.map(p50)
  const was = before ? [rest.shift()] : []
  const beside = [0, 1].map((n) =>
    rest[n] ? `${cell(rest[n], 1)}${cell(ours / rest[n], 2)}` : '       –       –',
  )
  console.log(
    operator.padEnd(14) +
      [ours, ...was].map((time) => cell(time, 1)).join('') +
      beside.join('') +
      `   ${JSON.stringify(params)}`,
  )
}
