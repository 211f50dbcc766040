/** Cubic curves through the points of a closed contour (Schneider, "An algorithm for automatically fitting digitized curves", 1990). */
const n = (value) => String(Math.round(value * 10) / 10)
const minus = ([a, b], [c, d]) => [a - c, b - d]
const plus = ([a, b], [c, d], k = 1) => [a + c * k, b + d * k]
const dot = ([a, b], [c, d]) => a * c + b * d
const unit = ([a, b]) => {
  const length = Math.hypot(a, b) || 1
  return [a / length, b / length]
}
/** How far a corner is looked for, in units. */
const REACH = 4
const CORNER = Math.cos((48 * Math.PI) / 180)

export function fitted(raw, tolerance) {
  const points = raw.filter((p, i) => i === 0 || Math.hypot(p[0] - raw[i - 1][0], p[1] - raw[i - 1][1]) > 0.05)
  const step = points.reduce((sum, p, i) => sum + (i ? Math.hypot(p[0] - points[i - 1][0], p[1] - points[i - 1][1]) : 0), 0) / points.length
  const reach = Math.max(2, Math.round(REACH / step))
  const count = points.length
  const at = (i) => points[((i % count) + count) % count]
  const straight = points.map((p, i) => dot(unit(minus(p, at(i - reach))), unit(minus(at(i + reach), p))))
  const get = (i) => straight[((i % count) + count) % count]
  const corners = []
  straight.forEach((value, i) => {
    if (value < CORNER && [-3, -2, -1, 1, 2, 3].every((k) => value <= get(i + k))) if (corners.length === 0 || i - corners.at(-1) > 3) corners.push(i)
  })
  const sharp = corners.length > 0
  if (!sharp) corners.push(0)
  let d = `M${n(at(corners[0])[0])} ${n(at(corners[0])[1])}`
  corners.forEach((from, k) => {
    const to = k + 1 < corners.length ? corners[k + 1] : corners[0] + count
    const span = []
    for (let i = from; i <= to; i++) span.push(at(i))
    const smooth = unit(minus(at(from + 2), at(from - 2)))
    const start = sharp ? unit(minus(span[Math.min(2, span.length - 1)], span[0])) : smooth
    const end = sharp ? unit(minus(span[Math.max(0, span.length - 3)], span.at(-1))) : [-smooth[0], -smooth[1]]
    d += cubic(span, start, end, tolerance * tolerance)
  })
  return `${d}Z`
}

function cubic(points, start, end, error) {
  const [first, last] = [points[0], points.at(-1)]
  if (points.length < 3) {
    const third = Math.hypot(last[0] - first[0], last[1] - first[1]) / 3
    return piece([first, plus(first, start, third), plus(last, end, third), last])
  }
  let share = chord(points)
  let worst
  for (let pass = 0; pass < 5; pass++) {
    const curve = bezier(points, share, start, end)
    worst = furthest(points, curve, share)
    if (worst.error < error) return piece(curve)
    if (worst.error > error * 30) break
    share = share.map((t, i) => newton(curve, points[i], t))
  }
  const split = Math.min(points.length - 2, Math.max(1, worst.index))
  const [a, b] = [points[Math.max(0, split - 2)], points[Math.min(points.length - 1, split + 2)]]
  const way = unit(minus(a, b))
  return cubic(points.slice(0, split + 1), start, way, error) + cubic(points.slice(split), [-way[0], -way[1]], end, error)
}
const piece = ([, b, c, d]) => `C${[...b, ...c, ...d].map(n).join(' ')}`

function chord(points) {
  const sums = [0]
  for (let i = 1; i < points.length; i++) sums.push(sums[i - 1] + Math.hypot(points[i][0] - points[i - 1][0], points[i][1] - points[i - 1][1]))
  return sums.map((sum) => sum / sums.at(-1))
}
function bezier(points, share, start, end) {
  const [first, last] = [points[0], points.at(-1)]
  let [c00, c01, c11, x0, x1] = [0, 0, 0, 0, 0]
  points.forEach((point, i) => {
    const t = share[i]
    const u = 1 - t
    const [b0, b1, b2, b3] = [u ** 3, 3 * t * u * u, 3 * t * t * u, t ** 3]
    const a = [start[0] * b1, start[1] * b1]
    const b = [end[0] * b2, end[1] * b2]
    c00 += dot(a, a)
    c01 += dot(a, b)
    c11 += dot(b, b)
    const rest = [point[0] - first[0] * (b0 + b1) - last[0] * (b2 + b3), point[1] - first[1] * (b0 + b1) - last[1] * (b2 + b3)]
    x0 += dot(a, rest)
    x1 += dot(b, rest)
  })
  const det = c00 * c11 - c01 * c01
  const length = Math.hypot(last[0] - first[0], last[1] - first[1])
  let [left, right] = det === 0 ? [0, 0] : [(x0 * c11 - x1 * c01) / det, (c00 * x1 - c01 * x0) / det]
  if (!(left > length * 0.01) || !(right > length * 0.01) || left > length * 3 || right > length * 3) left = right = length / 3
  return [first, plus(first, start, left), plus(last, end, right), last]
}
function onCurve([a, b, c, d], t) {
  const u = 1 - t
  return [0, 1].map((k) => u ** 3 * a[k] + 3 * t * u * u * b[k] + 3 * t * t * u * c[k] + t ** 3 * d[k])
}
function furthest(points, curve, share) {
  let [error, index] = [0, Math.floor(points.length / 2)]
  points.forEach((point, i) => {
    const [x, y] = minus(onCurve(curve, share[i]), point)
    if (x * x + y * y > error) [error, index] = [x * x + y * y, i]
  })
  return { error, index }
}
function newton(curve, point, t) {
  const [a, b, c, d] = curve
  const u = 1 - t
  const off = minus(onCurve(curve, t), point)
  const first = [0, 1].map((k) => 3 * u * u * (b[k] - a[k]) + 6 * t * u * (c[k] - b[k]) + 3 * t * t * (d[k] - c[k]))
  const second = [0, 1].map((k) => 6 * u * (c[k] - 2 * b[k] + a[k]) + 6 * t * (d[k] - 2 * c[k] + b[k]))
  const below = dot(first, first) + dot(off, second)
  return below === 0 ? t : Math.min(1, Math.max(0, t - dot(off, first) / below))
}
