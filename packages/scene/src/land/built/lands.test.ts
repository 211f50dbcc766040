import type { Land, Scene, World } from '@plantain/core'
import { expect, test } from 'vitest'
import { cameraFor } from '../../camera.ts'
import { LABEL, newFrame } from '../../frame.ts'
import { lightFor } from '../../light.ts'
import { painterOf } from '../index.ts'

const LANDS: readonly Land[] = [
  'studio',
  'table',
  'living room',
  'bedroom',
  'kitchen',
  'room',
  'library',
  'stage',
  'city',
  'street',
  'village',
  'underwater',
  'space',
  'moon',
]
const world: World = {
  land: 'room',
  water: 'none',
  cover: 'none',
  season: 'summer',
  time: 'afternoon',
  weather: 'clear',
  moon: 'none',
  style: 'natural',
  viewpoint: 'eye level',
  light: 'natural',
  grade: 'none',
  backdrop: 'auto',
  sun: true,
  rainbow: false,
  aurora: false,
  lightning: false,
  horizon: 0.55,
  relief: 0.6,
  sunX: 0.7,
  sunY: 0.5,
  clouds: 0.35,
  haze: 0.3,
  drama: 0.3,
  shore: 0.4,
  intensity: 0.5,
  focus: 0,
}

function paint(change: Partial<World>, width: number, height: number, seed = 5) {
  const scene: Scene = { seed, world: { ...world, ...change }, things: [] }
  const painter = painterOf(scene.world.land)
  const open = lightFor(scene.world)
  const light = painter.light?.(scene, open) ?? open
  const frame = newFrame(width, height)
  const ground = painter.paint(
    { frame, light, camera: cameraFor(scene, width / height), checkpoint: () => {} },
    scene,
  )
  return { frame, ground, light, enclosed: painter.enclosed === true }
}

for (const land of LANDS)
  test(`[LB1] ${land}: whole, finite and sane at every aspect, hour and weather`, () => {
    for (const [width, height, change] of [
      [48, 48, {}],
      [84, 36, { time: 'night', weather: 'rain', horizon: 0.7, sunX: 0.2 }],
      [30, 64, { season: 'winter', weather: 'snow', time: 'dusk', viewpoint: 'wide', light: 'dramatic' }],
      [40, 40, { viewpoint: 'from above', horizon: 0.35, light: 'neon', backdrop: 'red', water: 'lake' }],
    ] as const) {
      const { frame, ground, light, enclosed } = paint({ land, ...change }, width, height)
      expect(frame.color.every((value) => Number.isFinite(value) && value >= 0)).toBe(true)
      expect(frame.depth.every((value) => value > 0)).toBe(true)
      expect([...light.color, ...light.sky, ...light.ground, ...light.direction].every(Number.isFinite)).toBe(
        true,
      )
      const kinds = new Set(frame.label)
      if (enclosed)
        expect(
          kinds.has(LABEL.sky) &&
            land !== 'space' &&
            land !== 'moon' &&
            !land.includes('room') &&
            land !== 'kitchen' &&
            land !== 'library',
        ).toBe(false)
      for (const x of [0.05, 0.5, 0.95]) {
        const crest = ground.crest(x)
        expect(crest).toBeGreaterThanOrEqual(0)
        expect(crest).toBeLessThanOrEqual(1)
        let before = Infinity
        for (const y of [0.2, 0.5, 0.8, 0.99]) {
          const distance = ground.distance(x, Math.max(y, crest))
          expect(distance).toBeGreaterThan(0)
          expect(Number.isFinite(distance)).toBe(true)
          if (land !== 'village') expect(distance).toBeLessThanOrEqual(before)
          before = distance
        }
        expect(Number.isFinite(ground.slope(x, 0.9))).toBe(true)
      }
    }
  })

test('[LB2] the same scene gives the same bits', () => {
  for (const land of ['library', 'street', 'underwater'] as const) {
    const a = paint({ land }, 40, 40).frame.color
    const b = paint({ land }, 40, 40).frame.color
    expect(a.every((value, i) => value === b[i])).toBe(true)
  }
})

test('[LB3] the backdrop that was asked for is seen: the wall of a room, the paper of a studio', () => {
  for (const land of ['room', 'studio', 'bedroom'] as const) {
    const sum = [0, 0, 0]
    const { frame } = paint({ land, backdrop: 'red' }, 60, 60)
    for (let i = 0; i < 3600; i++)
      if (frame.label[i] === LABEL.backdrop && i % 60 > 4)
        for (let k = 0; k < 3; k++) sum[k]! += frame.color[3 * i + k]!
    expect(sum[0]! / sum[1]!).toBeGreaterThan(1.6)
  }
})

test('[LB4] night is darker than noon, and its windows and lamps are lit', () => {
  const mean = (color: Float32Array): number => color.reduce((a, b) => a + Math.min(b, 1), 0) / color.length
  for (const land of ['living room', 'street', 'city'] as const) {
    const day = paint({ land, time: 'noon' }, 80, 60).frame
    const night = paint({ land, time: 'night' }, 80, 60).frame
    expect(mean(night.color)).toBeLessThan(0.7 * mean(day.color))
    let warm = 0
    for (let i = 0; i < 80 * 60; i++)
      if (
        night.label[i] !== LABEL.sky &&
        night.color[3 * i]! > 0.5 &&
        night.color[3 * i]! > 1.25 * night.color[3 * i + 2]!
      )
        warm++
    expect(warm).toBeGreaterThan(4)
  }
})

test('[LB5] a scene looks the same small and large: tiles of the large picture have the means of the small one', () => {
  for (const land of ['kitchen', 'street', 'table', 'moon'] as const) {
    const small = paint({ land }, 48, 48).frame.color
    const large = paint({ land }, 144, 144).frame.color
    let difference = 0
    for (let y = 0; y < 48; y += 8)
      for (let x = 0; x < 48; x += 8) {
        let a = 0
        let b = 0
        for (let v = 0; v < 8; v++)
          for (let u = 0; u < 8; u++) a += Math.min(1, small[3 * ((y + v) * 48 + x + u) + 1]!) / 64
        for (let v = 0; v < 24; v++)
          for (let u = 0; u < 24; u++) b += Math.min(1, large[3 * ((3 * y + v) * 144 + 3 * x + u) + 1]!) / 576
        difference += Math.abs(a - b) / 36
      }
    expect.soft(difference, land).toBeLessThan(0.03)
  }
})

for (const water of ['sea', 'lake', 'river'] as const)
  test(`the houses of a village stand on land, not in its ${water}`, () => {
    const side = 256
    let [feet, wet] = [0, 0]
    for (let seed = 1; seed <= 3; seed++) {
      const { frame } = paint({ land: 'village', water, horizon: 0.45, shore: 0.6 }, side, side, seed)
      expect(frame.label.includes(LABEL.water)).toBe(true)
      for (let p = 0; p < side * (side - 1); p++) {
        const below = frame.label[p + side]
        if (frame.label[p] !== LABEL.building || below === LABEL.building) continue
        feet++
        // The grass between a bank and a house far off may be less than a pixel.
        if (below === LABEL.water) wet++
      }
    }
    expect(feet).toBeGreaterThan(60)
    expect(wet / feet).toBeLessThan(0.2)
  })

test('mountains go down to the sea in slopes: no upright wall', () => {
  const side = 128
  const { frame } = paint({ land: 'mountains', water: 'sea', horizon: 0.6, relief: 0.7 }, side, side)
  // Along a column that climbs from the water up, what is seen gets farther away bit by bit; a wall is all at one distance.
  let [walls, columns] = [0, 0]
  for (let x = 0; x < side; x++) {
    let y = side - 1
    while (y > 0 && frame.label[y * side + x] !== LABEL.water) y--
    while (y > 0 && frame.label[y * side + x] === LABEL.water) y--
    const foot = frame.depth[y * side + x]!
    const above = frame.depth[(y - 12) * side + x]!
    if (!Number.isFinite(above)) continue
    columns++
    if (above < foot * 1.01) walls++
  }
  expect(columns).toBeGreaterThan(side / 2)
  expect(walls).toBeLessThan(columns / 4)
})
