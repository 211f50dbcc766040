import { LABEL } from '../../frame.ts'
import type { Rgb } from '../../light.ts'
import { random } from '../../noise.ts'
import { srgb } from '../../sky/color.ts'
import { type Front, frontPaint, roof } from './facade.ts'
import { enamel } from './furniture.ts'
import { brick } from './materials.ts'
import { dim, type Paint, type Solid, tint } from './solid.ts'

type Point = readonly [number, number, number]

export const PLASTERS: readonly Rgb[] = [
  '#e8d9b8',
  '#d9a877',
  '#c98a6b',
  '#e6cfa0',
  '#b9c4b0',
  '#a9bcc6',
  '#e2b8a4',
  '#f0ead9',
  '#d8c3a5',
  '#c9716a',
].map((hex) => srgb(hex))
export const BRICKS: readonly Rgb[] = ['#9c5842', '#8a4a3a', '#b0705a', '#7d5547'].map((hex) => srgb(hex))
export const ROOFS: readonly Rgb[] = ['#a8583c', '#8c4a38', '#5c5a5e', '#7a5142', '#4d5560'].map((hex) =>
  srgb(hex),
)

export const building = (min: Point, max: Point, paint: Paint, casts = 1): Solid => ({
  shape: 'box',
  min,
  max,
  paint,
  label: LABEL.building,
  casts,
})

/** A body that is bounded by planes, with the box round it. */
const hull = (min: Point, max: Point, planes: NonNullable<Solid['planes']>, paint: Paint): Solid => ({
  shape: 'hull',
  min,
  max,
  planes,
  paint,
  label: LABEL.building,
  casts: 0,
})

/** A pitched roof over the rectangle; the ridge runs along z, or along x when `across`. Gables are painted by `gable`. */
export function pitched(
  min: Point,
  max: Point,
  rise: number,
  across: boolean,
  color: Rgb,
  snow: number,
  gable: Paint,
  seed: number,
): Solid {
  const foot = max[1]
  const over = 0.32
  const x0 = min[0] - (across ? 0.12 : over)
  const x1 = max[0] + (across ? 0.12 : over)
  const z0 = min[2] - (across ? over : 0.12)
  const z1 = max[2] + (across ? over : 0.12)
  const half = across ? (z1 - z0) / 2 : (x1 - x0) / 2
  const n = 1 / Math.sqrt(rise * rise + half * half)
  const up = half * n
  const out = rise * n
  const slope = half / Math.sqrt(half * half + rise * rise)
  const planes: [number, number, number, number][] = across
    ? [
        [0, up, out, up * foot + out * z1],
        [0, up, -out, up * foot - out * z0],
        [0, -1, 0, -foot],
        [-1, 0, 0, -x0],
        [1, 0, 0, x1],
      ]
    : [
        [out, up, 0, out * x1 + up * foot],
        [-out, up, 0, up * foot - out * x0],
        [0, -1, 0, -foot],
        [0, 0, -1, -z0],
        [0, 0, 1, z1],
      ]
  return hull([x0, foot, z0], [x1, foot + rise, z1], planes, (hit) => {
    if (hit.face < 2) {
      const down = across ? Math.min(z1 - hit.z, hit.z - z0) : Math.min(x1 - hit.x, hit.x - x0)
      roof(hit, across ? hit.x : hit.z, down / slope, color, snow, seed)
    } else if (hit.face === 2) tint(hit, [0.16, 0.13, 0.11])
    else {
      gable(hit)
      // The edge of the roof throws a line of shade on the gable.
      const mid = across ? (z0 + z1) / 2 : (x0 + x1) / 2
      const away = half - Math.abs((across ? hit.z : hit.x) - mid)
      const under = foot + (away / half) * rise - hit.y
      if (under < 0.16) {
        tint(hit, snow > 0.3 ? [0.86, 0.89, 0.94] : [0.5, 0.46, 0.4])
        hit.part = 1
      } else dim(hit, 1 - 0.3 * Math.max(0, 1 - (under - 0.16) / 0.5))
    }
  })
}

/** A pyramid on a square tower. */
export function spire(
  x: number,
  z: number,
  half: number,
  foot: number,
  tall: number,
  color: Rgb,
  snow: number,
): Solid {
  const n = 1 / Math.sqrt(half * half + tall * tall)
  const up = half * n
  const out = tall * n
  return hull(
    [x - half, foot, z - half],
    [x + half, foot + tall, z + half],
    [
      [out, up, 0, out * (x + half) + up * foot],
      [-out, up, 0, -out * (x - half) + up * foot],
      [0, up, out, out * (z + half) + up * foot],
      [0, up, -out, -out * (z - half) + up * foot],
      [0, -1, 0, -foot],
    ],
    (hit) => roof(hit, hit.x + hit.z, hit.y, color, snow * 0.8, 5),
  )
}

export function chimney(x: number, z: number, foot: number, tall: number, seed: number): Solid {
  return building(
    [x - 0.3, foot, z - 0.22],
    [x + 0.3, foot + tall, z + 0.22],
    (hit) => {
      brick(hit, hit.u, hit.v, srgb('#8d5a49'), srgb('#8f8478'), seed)
      if (hit.y > foot + tall - 0.14) tint(hit, [0.3, 0.27, 0.25])
    },
    0,
  )
}

/** A lamp post; its lantern glows at night. */
export function lampPost(x: number, z: number, night: number): Solid[] {
  const iron = enamel([0.035, 0.04, 0.04], 0.25)
  const part = (min: Point, max: Point, paint: Paint, shape: Solid['shape']): Solid => ({
    shape,
    min,
    max,
    paint,
    label: LABEL.building,
  })
  return [
    part([x - 0.045, 0.12, z - 0.045], [x + 0.045, 3.5, z + 0.045], iron, 'drum'),
    part([x - 0.12, 0.12, z - 0.12], [x + 0.12, 0.5, z + 0.12], iron, 'drum'),
    part(
      [x - 0.17, 3.5, z - 0.17],
      [x + 0.17, 3.95, z + 0.17],
      (hit) => {
        tint(hit, [0.75, 0.73, 0.66])
        hit.gloss = 0.2
        hit.glowRed = 5.5 * night
        hit.glowGreen = 3.6 * night
        hit.glowBlue = 1.7 * night
      },
      'ball',
    ),
    part([x - 0.2, 3.88, z - 0.2], [x + 0.2, 4.02, z + 0.2], iron, 'ball'),
  ]
}

/** Fronts of an old town, by seed. */
export function townFront(seed: number, night: number, snow: number, floors: number): Front {
  const kind = random(seed, 1)
  const wall = kind < 0.62 ? 'plaster' : kind < 0.85 ? 'brick' : 'stone'
  const colors = wall === 'brick' ? BRICKS : wall === 'stone' ? [srgb('#b8ac98'), srgb('#a9a294')] : PLASTERS
  const shop = random(seed, 3) < 0.55
  return {
    wall,
    color: colors[Math.floor(random(seed, 2) * colors.length)]!,
    trim: random(seed, 4) < 0.7 ? srgb('#e9e4d8') : srgb('#cfc6b4'),
    floor: 3 + 0.3 * random(seed, 5) + (floors > 4 ? 0.1 : 0),
    bay: 2.1 + 0.7 * random(seed, 6),
    window: [1 + 0.25 * random(seed, 7), 1.55 + 0.25 * random(seed, 8)],
    ground: 3.6,
    shop,
    shutters:
      wall === 'plaster' && random(seed, 9) < 0.5
        ? [srgb('#4c6b5a'), srgb('#5b7690'), srgb('#7d4b3d'), srgb('#d9d4c8')][
            Math.floor(random(seed, 10) * 4)
          ]!
        : null,
    awning:
      shop && random(seed, 11) < 0.6
        ? [srgb('#b5382f'), srgb('#2f5d4c'), srgb('#d8a23a'), srgb('#2f4a6d')][
            Math.floor(random(seed, 12) * 4)
          ]!
        : null,
    boxes: random(seed, 13) < 0.45,
    night,
    lit: 0.5,
    snow,
    seed,
  }
}

/** Striped cloth over a shop window, on the side of the street that `side` names. */
export function awning(x: number, side: number, z0: number, z1: number, color: Rgb): Solid {
  const deep = 1.15
  const high = 2.95
  const low = 2.4
  const x0 = side < 0 ? x : x - deep
  const x1 = side < 0 ? x + deep : x
  const n = 1 / Math.sqrt((high - low) * (high - low) + deep * deep)
  const up = deep * n
  const out = (high - low) * n
  const top: [number, number, number, number] =
    side < 0 ? [out, up, 0, out * x1 + up * low] : [-out, up, 0, -out * x0 + up * low]
  const under: [number, number, number, number] = [-top[0], -top[1], 0, -top[3] + 0.03]
  return {
    ...hull(
      [x0, low - 0.05, z0],
      [x1, high + 0.05, z1],
      [top, under, [0, 0, -1, -z0], [0, 0, 1, z1], [-1, 0, 0, -x0], [1, 0, 0, x1]],
      (hit) => {
        const stripe = Math.floor((hit.z - z0) / 0.3) & 1
        tint(hit, stripe === 0 ? color : [0.84, 0.81, 0.74])
        hit.part = stripe
        hit.through = 0.15
      },
    ),
    label: LABEL.building,
  }
}

/** One house of a row on the left (side -1) or right (1) of a street whose fronts stand at `line` metres from its middle. */
export function rowHouse(
  side: number,
  line: number,
  z0: number,
  z1: number,
  floors: number,
  deep: number,
  night: number,
  snow: number,
  seed: number,
): Solid[] {
  const look = townFront(seed, night, snow, floors)
  const tall = look.ground + look.floor * (floors - 1) + 0.5
  const x0 = side < 0 ? -line - deep : line
  const x1 = side < 0 ? -line : line + deep
  const min: Point = [x0, 0, z0]
  const max: Point = [x1, tall, z1]
  const paint = frontPaint(min, max, look)
  const across = random(seed, 21) < 0.3
  const rise = across ? (z1 - z0) * 0.42 : 1.6 + 1.4 * random(seed, 22)
  const color = ROOFS[Math.floor(random(seed, 23) * ROOFS.length)]!
  const wall: Paint = (hit) => {
    if (look.wall === 'brick') brick(hit, hit.x + hit.z + 60, hit.y, look.color, srgb('#9a938a'), seed)
    else tint(hit, look.color, 0.96)
  }
  const solids = [building(min, max, paint), pitched(min, max, rise, across, color, snow, wall, seed)]
  if (random(seed, 24) < 0.7)
    solids.push(
      chimney(
        side < 0 ? x1 - 1.6 : x0 + 1.6,
        z0 + (z1 - z0) * (0.2 + 0.6 * random(seed, 25)),
        tall + rise * 0.35,
        1.4 + rise * 0.4,
        seed,
      ),
    )
  if (look.shop && look.awning !== null)
    solids.push(awning(side * line, side, z0 + 0.4, z1 - 0.4, look.awning))
  return solids
}
