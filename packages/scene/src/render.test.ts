import { expect, test } from 'vitest'
import { LANDS, type Scene, type World } from '@plantain/core'
import { readdirSync, readFileSync } from 'node:fs'
import { cameraFor } from './camera.ts'
import { LABEL, type Stage, newFrame } from './frame.ts'
import { painterOf } from './land/index.ts'
import { lightFor } from './light.ts'
import { render, renderSteps } from './render.ts'
import { paintSky } from './sky/index.ts'
import { paintWeather } from './weather/index.ts'

const world: World = {
  land: 'mountains',
  water: 'lake',
  cover: 'none',
  season: 'summer',
  time: 'morning',
  weather: 'clear',
  moon: 'none',
  style: 'natural',
  viewpoint: 'eye level',
  light: 'natural',
  grade: 'none',
  backdrop: 'auto',
  sun: false,
  rainbow: false,
  aurora: false,
  lightning: false,
  horizon: 0.56,
  relief: 0.55,
  sunX: 0.25,
  sunY: 0.5,
  clouds: 0.4,
  haze: 0.3,
  drama: 0.2,
  shore: 0.55,
  intensity: 0.5,
  focus: 0,
}
const scene = (change: Partial<World> = {}, seed = 7): Scene => ({
  seed,
  world: { ...world, ...change },
  things: [],
})
const open = LANDS.filter((land) => painterOf(land).enclosed !== true)
const mine = [
  'mountains',
  'hills',
  'meadow',
  'field',
  'forest',
  'jungle',
  'desert',
  'canyon',
  'beach',
  'sea',
  'island',
  'snowfield',
  'volcano',
  'park',
  'garden',
  'sky',
] as const

/** Mean difference of two pictures of one size, in levels of 0 to 255. */
function difference(a: Uint8ClampedArray, b: Uint8ClampedArray): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += Math.abs(a[i]! - b[i]!)
  return sum / (a.length * 0.75)
}

test('the same scene gives the same bytes twice', () => {
  const once = render(scene(), { width: 120, height: 96 })
  const again = render(scene(), { width: 120, height: 96 })
  expect(again.bitmap.data).toEqual(once.bitmap.data)
  expect(again.labels).toEqual(once.labels)
})

test('another seed is another picture of the same place', () => {
  const one = render(scene(), { width: 96, height: 96 })
  const two = render(scene({}, 8), { width: 96, height: 96 })
  expect(difference(one.bitmap.data, two.bitmap.data)).toBeGreaterThan(2)
})

test('a small picture is the large one seen from farther away', () => {
  const side = 96
  const factor = 4
  const small = render(scene(), { width: side, height: side }).bitmap.data
  const large = render(scene(), { width: side * factor, height: side * factor }).bitmap.data
  let square = 0
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      for (let channel = 0; channel < 3; channel++) {
        let sum = 0
        for (let j = 0; j < factor; j++)
          for (let i = 0; i < factor; i++)
            sum += large[((y * factor + j) * side * factor + x * factor + i) * 4 + channel]!
        square += (sum / (factor * factor) - small[(y * side + x) * 4 + channel]!) ** 2
      }
  const decibels = 10 * Math.log10(255 ** 2 / (square / (side * side * 3)))
  expect(decibels).toBeGreaterThan(20)
})

test('every field of the world is seen', { timeout: 120_000 }, () => {
  const plain = render(scene(), { width: 80, height: 64 }).bitmap.data
  const seen = (change: Partial<World>, from: Uint8ClampedArray = plain): number =>
    difference(render(scene(change), { width: 80, height: 64 }).bitmap.data, from)
  const changes: readonly Partial<World>[] = [
    { land: 'desert' },
    { water: 'none' },
    { water: 'river' },
    { water: 'sea' },
    { cover: 'snow' },
    { cover: 'flowers' },
    { cover: 'sand' },
    { cover: 'leaves' },
    { cover: 'crops' },
    { cover: 'path' },
    { cover: 'road' },
    { cover: 'rocks' },
    { season: 'spring' },
    { season: 'autumn' },
    { season: 'winter' },
    { time: 'dawn' },
    { time: 'noon' },
    { time: 'golden hour' },
    { time: 'sunset' },
    { time: 'dusk' },
    { time: 'night' },
    { weather: 'cloudy' },
    { weather: 'overcast' },
    { weather: 'rain' },
    { weather: 'storm' },
    { weather: 'snow' },
    { weather: 'fog' },
    { weather: 'windy' },
    { style: 'watercolor' },
    { viewpoint: 'from above' },
    { viewpoint: 'low angle' },
    { viewpoint: 'wide' },
    { viewpoint: 'portrait' },
    { viewpoint: 'close-up' },
    { light: 'soft' },
    { light: 'dramatic' },
    { light: 'backlit' },
    { light: 'spotlight' },
    { light: 'candlelight' },
    { light: 'neon' },
    { light: 'studio' },
    { grade: 'warm' },
    { grade: 'cool' },
    { grade: 'pastel' },
    { grade: 'vivid' },
    { grade: 'muted' },
    { grade: 'dark' },
    { grade: 'monochrome' },
    { grade: 'sepia' },
    { sun: true },
    { rainbow: true },
    { lightning: true },
    { horizon: 0.4 },
    { relief: 0.2 },
    { sunX: 0.8 },
    { clouds: 0.8 },
    { haze: 0.9 },
    { drama: 0.9 },
    { shore: 0.9 },
    { focus: 0.9 },
  ]
  const unseen = changes.filter((change) => seen(change) < 0.12)
  expect(unseen).toEqual([])
  const night = render(scene({ time: 'night' }), { width: 80, height: 64 }).bitmap.data
  for (const change of [{ moon: 'full' }, { moon: 'crescent' }, { aurora: true }] as const)
    expect(seen({ time: 'night', ...change }, night)).toBeGreaterThan(0.1)
  const wet = render(scene({ weather: 'rain' }), { width: 80, height: 64 }).bitmap.data
  expect(seen({ weather: 'rain', intensity: 1 }, wet)).toBeGreaterThan(0.3)
  const low = render(scene({ sun: true, sunY: 0.45 }), { width: 80, height: 64 }).bitmap.data
  expect(seen({ sun: true, sunY: 0.9 }, low)).toBeGreaterThan(0.1)
})

test('labels say what each part of the picture is', () => {
  const share = (change: Partial<World>, label: number): number => {
    const { labels } = render(scene(change), { width: 96, height: 96 })
    return labels.reduce((count, value) => count + (value === label ? 1 : 0), 0) / labels.length
  }
  expect(share({ clouds: 0 }, LABEL.sky)).toBeGreaterThan(0.2)
  expect(share({ weather: 'overcast' }, LABEL.cloud)).toBeGreaterThan(0.1)
  expect(share({}, LABEL.relief)).toBeGreaterThan(0.05)
  expect(share({ water: 'lake' }, LABEL.water)).toBeGreaterThan(0.1)
  expect(share({ water: 'none' }, LABEL.water)).toBe(0)
  expect(share({ land: 'forest', water: 'none' }, LABEL.vegetation)).toBeGreaterThan(0.3)
  expect(share({ land: 'meadow', water: 'none' }, LABEL.vegetation)).toBeGreaterThan(0.1)
  expect(share({ cover: 'road', water: 'none' }, LABEL.road)).toBeGreaterThan(0.01)
  expect(share({ time: 'night', moon: 'full', clouds: 0 }, LABEL.moon)).toBeGreaterThan(0.002)
  expect(share({ sun: true, clouds: 0 }, LABEL.sun)).toBeGreaterThan(0.0005)
})

test('every land in the open paints every pixel with a number, at every aspect', { timeout: 120_000 }, () => {
  for (const land of mine)
    for (const [width, height] of [
      [64, 64],
      [112, 48],
      [40, 96],
    ] as const) {
      const frame = newFrame(width, height)
      const asked = scene({ land, water: 'none', weather: 'rain' })
      const stage: Stage = {
        frame,
        camera: cameraFor(asked, width / height),
        light: lightFor(asked.world),
        checkpoint: () => {},
      }
      paintSky(stage, asked)
      const ground = painterOf(land).paint(stage, asked)
      paintWeather(stage, asked)
      const wrong = frame.color.findIndex((value) => !(value >= 0 && value < 1e4))
      expect(wrong, `${land} at ${width} x ${height}`).toBe(-1)
      expect(ground.crest(0.5)).toBeGreaterThan(0)
      expect(ground.distance(0.5, 0.95)).toBeGreaterThan(0)
      expect(Number.isFinite(ground.slope(0.5, 0.9))).toBe(true)
    }
})

test('hills and clouds stay where they are when the hour changes', () => {
  const crests = (time: World['time']): number[] => {
    const { labels } = render(scene({ time, water: 'none', clouds: 0 }), { width: 96, height: 96 })
    return Array.from({ length: 96 }, (_, x) => {
      for (let y = 0; y < 96; y++) if (labels[y * 96 + x] === LABEL.relief) return y
      return -1
    })
  }
  expect(crests('sunset')).toEqual(crests('noon'))
})

test('a signal that has fired stops the run at the next block of rows', () => {
  expect(() => render(scene(), { width: 64, height: 64, signal: AbortSignal.abort() })).toThrow('cancelled')
  const control = new AbortController()
  const steps = renderSteps(scene(), { width: 64, height: 64, signal: control.signal })
  expect(steps.next().value).toMatchObject({ stage: 'sky' })
  control.abort()
  expect(() => steps.next()).toThrow('cancelled')
  // Within a stage: a signal that fires after some looks at it, as one shared between threads does.
  let looks = 0
  const shared = {
    get aborted() {
      return ++looks > 6
    },
    reason: 'stop',
  } as AbortSignal
  expect(() => render(scene(), { width: 64, height: 64, signal: shared })).toThrow('cancelled')
  expect(looks).toBe(7)
})

test('progress names the stages in order and ends with the picture', () => {
  const steps = renderSteps(scene(), { width: 48, height: 48 })
  const names: string[] = []
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) {
      expect(step.value.bitmap.data.length).toBe(48 * 48 * 4)
      break
    }
    names.push(step.value.stage)
  }
  expect(names).toEqual(['sky', 'land', 'things', 'weather', 'lens', 'style'])
})

test('sides that cannot be painted are named', () => {
  expect(() => render(scene(), { width: 8, height: 64 })).toThrow('8 x 64')
  expect(() => render(scene(), { width: 64, height: 64.5 })).toThrow('whole sides')
})

test('no source of the renderer calls what differs between engines', () => {
  const root = new URL('.', import.meta.url)
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !/\.(test|contract)\.ts$|^latents\.ts$/.test(name),
  )
  const inexact =
    /Math\.(sin|cos|tan|asin|acos|atan|atan2|exp|expm1|log|log2|log10|log1p|pow|cbrt|hypot|sinh|cosh|tanh|random)\b|\*\*/
  const found = files.filter((name) => {
    const code = readFileSync(new URL(name, root), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    return inexact.test(code)
  })
  expect(found).toEqual([])
  expect(files.length).toBeGreaterThan(40)
  expect(open.length).toBeGreaterThanOrEqual(16)
})
