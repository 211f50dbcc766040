import type { Thumbnail } from './thumbnail.ts'

/** Patches of like colour, each in one piece. */
export interface Superpixels {
  readonly count: number
  /** Patch of each pixel, 0 to count - 1. */
  readonly of: Int32Array
}

/** How much a step of one patch in the plane weighs against a difference of colour of 1. */
const COMPACT = 0.12
const ROUNDS = 6

/** About `wanted` patches. Source: Achanta et al., SLIC superpixels, 2012. */
export function superpixels(image: Thumbnail, wanted: number): Superpixels {
  const { width, height } = image
  const step = Math.max(2, Math.sqrt((width * height) / wanted))
  const [columns, rows] = [Math.max(1, Math.round(width / step)), Math.max(1, Math.round(height / step))]
  const count = columns * rows
  const of = new Int32Array(width * height)
  for (let y = 0, p = 0; y < height; y++)
    for (let x = 0; x < width; x++, p++)
      of[p] =
        Math.min(rows - 1, Math.floor((y * rows) / height)) * columns +
        Math.min(columns - 1, Math.floor((x * columns) / width))
  const distance = new Float32Array(width * height)
  for (let round = 0; round < ROUNDS; round++) assign(image, of, distance, centres(image, of, count), step)
  return inOnePiece(of, image, Math.max(4, (step * step) / 6))
}

interface Centre {
  l: number
  a: number
  b: number
  x: number
  y: number
  size: number
}

function centres({ width, lightness, a, b }: Thumbnail, of: Int32Array, count: number): Centre[] {
  const found = Array.from({ length: count }, (): Centre => ({ l: 0, a: 0, b: 0, x: 0, y: 0, size: 0 }))
  for (let p = 0; p < of.length; p++) {
    const one = found[of[p]!]!
    one.l += lightness[p]!
    one.a += a[p]!
    one.b += b[p]!
    one.x += p % width
    one.y += Math.floor(p / width)
    one.size++
  }
  for (const one of found) {
    const share = one.size > 0 ? 1 / one.size : 0
    one.l *= share
    one.a *= share
    one.b *= share
    one.x *= share
    one.y *= share
  }
  return found
}

function assign(
  image: Thumbnail,
  of: Int32Array,
  distance: Float32Array,
  found: readonly Centre[],
  step: number,
): void {
  const { width, height, lightness, a, b } = image
  distance.fill(Infinity)
  const weight = (COMPACT / step) ** 2
  const reach = Math.ceil(step * 1.5)
  found.forEach((one, index) => {
    if (one.size === 0) return
    for (
      let y = Math.max(0, Math.floor(one.y) - reach);
      y <= Math.min(height - 1, Math.floor(one.y) + reach);
      y++
    )
      for (
        let x = Math.max(0, Math.floor(one.x) - reach);
        x <= Math.min(width - 1, Math.floor(one.x) + reach);
        x++
      ) {
        const p = y * width + x
        const [dl, da, db] = [lightness[p]! - one.l, (a[p]! - one.a) * 2, (b[p]! - one.b) * 2]
        const d =
          dl * dl + da * da + db * db + weight * ((x - one.x) * (x - one.x) + (y - one.y) * (y - one.y))
        if (d < distance[p]!) {
          distance[p] = d
          of[p] = index
        }
      }
  })
}

/** Splits patches that fell apart; scraps go to the neighbour that was numbered before them. */
function inOnePiece(of: Int32Array, { width, height }: Thumbnail, smallest: number): Superpixels {
  const result = new Int32Array(of.length).fill(-1)
  const stack: number[] = []
  let count = 0
  for (let start = 0; start < of.length; start++) {
    if (result[start]! >= 0) continue
    const piece: number[] = [start]
    let neighbour = -1
    result[start] = count
    stack.push(start)
    while (stack.length > 0) {
      const p = stack.pop()!
      const x = p % width
      for (const q of [x > 0 ? p - 1 : -1, x < width - 1 ? p + 1 : -1, p - width, p + width]) {
        if (q < 0 || q >= width * height) continue
        if (result[q]! < 0 && of[q] === of[p]) {
          result[q] = count
          piece.push(q)
          stack.push(q)
        } else if (result[q]! >= 0 && result[q] !== count) neighbour = result[q]!
      }
    }
    if (piece.length < smallest && neighbour >= 0) for (const p of piece) result[p] = neighbour
    else count++
  }
  return { count, of: result }
}
