/** Affine map (x, y) -> (a x + c y + e, b x + d y + f), as in SVG. */
export interface Matrix {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly d: number
  readonly e: number
  readonly f: number
}

export const IDENTITY: Matrix = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 }

/** First `inner`, then `outer`. */
export const multiply = (outer: Matrix, inner: Matrix): Matrix => ({
  a: outer.a * inner.a + outer.c * inner.b,
  b: outer.b * inner.a + outer.d * inner.b,
  c: outer.a * inner.c + outer.c * inner.d,
  d: outer.b * inner.c + outer.d * inner.d,
  e: outer.a * inner.e + outer.c * inner.f + outer.e,
  f: outer.b * inner.e + outer.d * inner.f + outer.f,
})

/** The inverse, or null where the map is flat. */
export function invert(m: Matrix): Matrix | null {
  const determinant = m.a * m.d - m.b * m.c
  if (determinant > -1e-12 && determinant < 1e-12) return null
  const [a, b, c, d] = [m.d / determinant, -m.b / determinant, -m.c / determinant, m.a / determinant]
  return { a, b, c, d, e: -(a * m.e + c * m.f), f: -(b * m.e + d * m.f) }
}

export const scaling = (x: number, y: number = x): Matrix => ({ a: x, b: 0, c: 0, d: y, e: 0, f: 0 })
export const translation = (x: number, y: number): Matrix => ({ a: 1, b: 0, c: 0, d: 1, e: x, f: y })

/** How much longer a short line becomes on average: the square root of the area's growth. */
export function growth(m: Matrix): number {
  const determinant = m.a * m.d - m.b * m.c
  return Math.sqrt(determinant < 0 ? -determinant : determinant)
}
