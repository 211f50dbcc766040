import type { Hit, Solid } from './solid.ts'

/** A ray from (ox, oy, oz) along (dx, dy, dz); distances along it are in multiples of that vector. */
export interface Ray {
  ox: number
  oy: number
  oz: number
  dx: number
  dy: number
  dz: number
}
/** The nearest meeting so far. */
export interface Meeting {
  t: number
  solid: Solid | null
  nx: number
  ny: number
  nz: number
  face: number
}
export const newMeeting = (): Meeting => ({ t: Infinity, solid: null, nx: 0, ny: 1, nz: 0, face: 0 })

/** The nearest of the solids that the ray meets after `from`, with the rest in `found`; null for none. */
export function nearest(
  solids: readonly Solid[],
  ray: Ray,
  from: number,
  found: Meeting,
  but: Solid | null = null,
): Solid | null {
  found.t = Infinity
  found.solid = null
  for (let k = 0; k < solids.length; k++) {
    const solid = solids[k]!
    if (solid !== but) meet(solid, ray, from, found)
  }
  return found.solid
}

/** As `nearest` for rays of the camera, where distance is z, and solids sorted by where they begin: stops behind what was met. */
export function nearestInDepth(
  solids: readonly Solid[],
  ray: Ray,
  from: number,
  found: Meeting,
): Solid | null {
  found.t = Infinity
  found.solid = null
  for (let k = 0; k < solids.length; k++) {
    const solid = solids[k]!
    if (solid.min[2] > found.t) break
    if (solid.max[2] > from) meet(solid, ray, from, found)
  }
  return found.solid
}

/** Takes the solid into the meeting when the ray meets it after `from` and before what it met so far. */
function meet(solid: Solid, ray: Ray, from: number, found: Meeting): void {
  switch (solid.shape) {
    case 'box':
      return meetBox(solid, ray, from, found)
    case 'room':
      return meetRoom(solid, ray, from, found)
    case 'ball':
      return meetBall(solid, ray, from, found)
    case 'drum':
      return meetDrum(solid, ray, from, found)
    case 'card':
      return meetCard(solid, ray, from, found)
    case 'hull':
      return meetHull(solid, ray, from, found)
  }
}

const TINY = 1e-9
const inverse = (d: number): number => (d > -TINY && d < TINY ? (d < 0 ? -1e9 : 1e9) : 1 / d)

function meetBox(solid: Solid, ray: Ray, from: number, found: Meeting): void {
  const { min, max } = solid
  const ix = inverse(ray.dx)
  const iy = inverse(ray.dy)
  const iz = inverse(ray.dz)
  const ax = ((ix > 0 ? min[0] : max[0]) - ray.ox) * ix
  const bx = ((ix > 0 ? max[0] : min[0]) - ray.ox) * ix
  const ay = ((iy > 0 ? min[1] : max[1]) - ray.oy) * iy
  const by = ((iy > 0 ? max[1] : min[1]) - ray.oy) * iy
  if (ax > by || ay > bx) return
  const az = ((iz > 0 ? min[2] : max[2]) - ray.oz) * iz
  const bz = ((iz > 0 ? max[2] : min[2]) - ray.oz) * iz
  const near = ax > ay ? (ax > az ? ax : az) : ay > az ? ay : az
  const far = bx < by ? (bx < bz ? bx : bz) : by < bz ? by : bz
  if (near > far || near <= from || near >= found.t) return
  const round = solid.round ?? 0
  if (round >= 0.03) return meetRounded(solid, ray, near, far, round, found)
  found.t = near
  found.solid = solid
  found.nx = 0
  found.ny = 0
  found.nz = 0
  if (near === ax) {
    found.nx = ix > 0 ? -1 : 1
    found.face = ix > 0 ? 0 : 1
  } else if (near === ay) {
    found.ny = iy > 0 ? -1 : 1
    found.face = iy > 0 ? 2 : 3
  } else {
    found.nz = iz > 0 ? -1 : 1
    found.face = iz > 0 ? 4 : 5
  }
}

/** Walks along the ray from where it enters the box until it touches the rounded body inside: where faces are flat, at once. */
function meetRounded(solid: Solid, ray: Ray, near: number, far: number, round: number, found: Meeting): void {
  const { min, max } = solid
  const length = Math.sqrt(ray.dx * ray.dx + ray.dy * ray.dy + ray.dz * ray.dz)
  let t = near
  for (let step = 0; step < 12; step++) {
    const x = ray.ox + ray.dx * t
    const y = ray.oy + ray.dy * t
    const z = ray.oz + ray.dz * t
    const rx = Math.min(round, (max[0] - min[0]) / 2)
    const ry = Math.min(round, (max[1] - min[1]) / 2)
    const rz = Math.min(round, (max[2] - min[2]) / 2)
    const qx = beyond(x, min[0] + rx, max[0] - rx) / rx
    const qy = beyond(y, min[1] + ry, max[1] - ry) / ry
    const qz = beyond(z, min[2] + rz, max[2] - rz) / rz
    const q = Math.sqrt(qx * qx + qy * qy + qz * qz)
    const away = (q - 1) * Math.min(rx, ry, rz)
    if (away < 0.0012 || (step === 11 && away < 0.006)) {
      if (t >= found.t) return
      found.t = t
      found.solid = solid
      const nx = qx / rx
      const ny = qy / ry
      const nz = qz / rz
      const n = 1 / Math.sqrt(nx * nx + ny * ny + nz * nz + 1e-12)
      found.nx = nx * n
      found.ny = ny * n
      found.nz = nz * n
      const ax = Math.abs(found.nx)
      const ay = Math.abs(found.ny)
      const az = Math.abs(found.nz)
      found.face =
        az >= ax && az >= ay
          ? found.nz < 0
            ? 4
            : 5
          : ay >= ax
            ? found.ny < 0
              ? 2
              : 3
            : found.nx < 0
              ? 0
              : 1
      return
    }
    t += away / length
    if (t > far) return
  }
}
const beyond = (value: number, low: number, high: number): number =>
  value < low ? value - low : value > high ? value - high : 0

function meetRoom(solid: Solid, ray: Ray, from: number, found: Meeting): void {
  const { min, max } = solid
  const ix = inverse(ray.dx)
  const iy = inverse(ray.dy)
  const iz = inverse(ray.dz)
  const bx = ((ix > 0 ? max[0] : min[0]) - ray.ox) * ix
  const by = ((iy > 0 ? max[1] : min[1]) - ray.oy) * iy
  const bz = ((iz > 0 ? max[2] : min[2]) - ray.oz) * iz
  const far = bx < by ? (bx < bz ? bx : bz) : by < bz ? by : bz
  if (far <= from || far >= found.t) return
  found.t = far
  found.solid = solid
  found.nx = 0
  found.ny = 0
  found.nz = 0
  // Walls are named by where they stand, their normals look in.
  if (far === bx) {
    found.nx = ix > 0 ? -1 : 1
    found.face = ix > 0 ? 1 : 0
  } else if (far === by) {
    found.ny = iy > 0 ? -1 : 1
    found.face = iy > 0 ? 3 : 2
  } else {
    found.nz = iz > 0 ? -1 : 1
    found.face = iz > 0 ? 5 : 4
  }
}

function meetBall(solid: Solid, ray: Ray, from: number, found: Meeting): void {
  const { min, max } = solid
  const rx = 2 / (max[0] - min[0])
  const ry = 2 / (max[1] - min[1])
  const rz = 2 / (max[2] - min[2])
  const ox = (ray.ox - (min[0] + max[0]) / 2) * rx
  const oy = (ray.oy - (min[1] + max[1]) / 2) * ry
  const oz = (ray.oz - (min[2] + max[2]) / 2) * rz
  const dx = ray.dx * rx
  const dy = ray.dy * ry
  const dz = ray.dz * rz
  const a = dx * dx + dy * dy + dz * dz
  const b = ox * dx + oy * dy + oz * dz
  const c = ox * ox + oy * oy + oz * oz - 1
  const inside = b * b - a * c
  if (inside <= 0) return
  const t = (-b - Math.sqrt(inside)) / a
  if (t <= from || t >= found.t) return
  found.t = t
  found.solid = solid
  const nx = (ox + dx * t) * rx
  const ny = (oy + dy * t) * ry
  const nz = (oz + dz * t) * rz
  const n = 1 / Math.sqrt(nx * nx + ny * ny + nz * nz)
  found.nx = nx * n
  found.ny = ny * n
  found.nz = nz * n
  found.face = 4
}

function meetDrum(solid: Solid, ray: Ray, from: number, found: Meeting): void {
  const { min, max } = solid
  const cx = (min[0] + max[0]) / 2
  const cz = (min[2] + max[2]) / 2
  const radius = (max[0] - min[0]) / 2
  const ox = ray.ox - cx
  const oz = ray.oz - cz
  const a = ray.dx * ray.dx + ray.dz * ray.dz
  const b = ox * ray.dx + oz * ray.dz
  const c = ox * ox + oz * oz - radius * radius
  const inside = b * b - a * c
  if (inside <= 0) return
  const t = (-b - Math.sqrt(inside)) / a
  const y = ray.oy + ray.dy * t
  if (t > from && t < found.t && y >= min[1] && y <= max[1]) {
    found.t = t
    found.solid = solid
    found.nx = (ox + ray.dx * t) / radius
    found.ny = 0
    found.nz = (oz + ray.dz * t) / radius
    found.face = 4
    return
  }
  const lid = ray.dy < 0 ? max[1] : min[1]
  const tl = (lid - ray.oy) * inverse(ray.dy)
  if (tl <= from || tl >= found.t) return
  const px = ox + ray.dx * tl
  const pz = oz + ray.dz * tl
  if (px * px + pz * pz > radius * radius) return
  found.t = tl
  found.solid = solid
  found.nx = 0
  found.ny = ray.dy < 0 ? 1 : -1
  found.nz = 0
  found.face = ray.dy < 0 ? 3 : 2
}

function meetCard(solid: Solid, ray: Ray, from: number, found: Meeting): void {
  const { min, max } = solid
  const sideways = max[0] - min[0] < max[2] - min[2]
  const t = sideways ? (min[0] - ray.ox) * inverse(ray.dx) : (min[2] - ray.oz) * inverse(ray.dz)
  if (t <= from || t >= found.t) return
  const y = ray.oy + ray.dy * t
  if (y < min[1] || y > max[1]) return
  const across = sideways ? ray.oz + ray.dz * t : ray.ox + ray.dx * t
  if (across < min[sideways ? 2 : 0] || across > max[sideways ? 2 : 0]) return
  found.t = t
  found.solid = solid
  found.nx = sideways ? (ray.dx > 0 ? -1 : 1) : 0
  found.ny = 0
  found.nz = sideways ? 0 : ray.dz > 0 ? -1 : 1
  found.face = sideways ? (ray.dx > 0 ? 0 : 1) : ray.dz > 0 ? 4 : 5
}

function meetHull(solid: Solid, ray: Ray, from: number, found: Meeting): void {
  const planes = solid.planes!
  let near = -Infinity
  let far = Infinity
  let at = 0
  for (let k = 0; k < planes.length; k++) {
    const plane = planes[k]!
    const towards = plane[0] * ray.dx + plane[1] * ray.dy + plane[2] * ray.dz
    const inside = plane[3] - (plane[0] * ray.ox + plane[1] * ray.oy + plane[2] * ray.oz)
    if (towards > -TINY && towards < TINY) {
      if (inside < 0) return
      continue
    }
    const t = inside / towards
    if (towards < 0) {
      if (t > near) {
        near = t
        at = k
      }
    } else if (t < far) far = t
    if (near > far) return
  }
  if (near <= from || near >= found.t) return
  found.t = near
  found.solid = solid
  const plane = planes[at]!
  found.nx = plane[0]
  found.ny = plane[1]
  found.nz = plane[2]
  found.face = at
}

/** Fills place, normal and face coordinates of a hit from a meeting. */
export function placeHit(hit: Hit, found: Meeting, ray: Ray): void {
  const solid = found.solid!
  const { min, max } = solid
  hit.x = ray.ox + ray.dx * found.t
  hit.y = ray.oy + ray.dy * found.t
  hit.z = ray.oz + ray.dz * found.t
  hit.nx = found.nx
  hit.ny = found.ny
  hit.nz = found.nz
  hit.face = found.face
  if (found.face < 2) {
    hit.u = hit.z - min[2]
    hit.v = hit.y - min[1]
  } else if (found.face < 4) {
    hit.u = hit.x - min[0]
    hit.v = hit.z - min[2]
  } else {
    hit.u = hit.x - min[0]
    hit.v = hit.y - min[1]
  }
  const round = solid.round ?? 0
  if (round > 0 && round < 0.03 && solid.shape === 'box') roundEdges(hit, round, min, max)
  hit.rx = ray.dx
  hit.ry = ray.dy
  hit.rz = ray.dz
  hit.label = solid.label
  hit.solid = solid
  hit.part = 0
  hit.alpha = 1
  hit.gloss = 0
  hit.through = 0
  hit.glowRed = 0
  hit.glowGreen = 0
  hit.glowBlue = 0
}

/** Turns the normal near an edge half way to the next face. */
function roundEdges(hit: Hit, round: number, min: readonly number[], max: readonly number[]): void {
  if (hit.face > 1) hit.nx += lean(hit.x - min[0]!, max[0]! - hit.x, round)
  if (hit.face < 2 || hit.face > 3) hit.ny += lean(hit.y - min[1]!, max[1]! - hit.y, round)
  if (hit.face < 4) hit.nz += lean(hit.z - min[2]!, max[2]! - hit.z, round)
  const n = 1 / Math.sqrt(hit.nx * hit.nx + hit.ny * hit.ny + hit.nz * hit.nz)
  hit.nx *= n
  hit.ny *= n
  hit.nz *= n
}
function lean(low: number, high: number, round: number): number {
  if (low < round) {
    const d = 1 - low / round
    return -d * d
  }
  if (high < round) {
    const d = 1 - high / round
    return d * d
  }
  return 0
}

/**
 * How much of a light is hidden by a box from a point, 0 to 1: exact distance of the ray from the box's nearest edge, softened by the
 * width of the penumbra there. (dx, dy, dz) leads to the light and has its full length; `size` is the radius of the light.
 */
export function shadowOf(
  solid: Solid,
  x: number,
  y: number,
  z: number,
  dx: number,
  dy: number,
  dz: number,
  size: number,
): number {
  const { min, max } = solid
  const ix = inverse(dx)
  const iy = inverse(dy)
  const iz = inverse(dz)
  const ax = ((ix > 0 ? min[0] : max[0]) - x) * ix
  const bx = ((ix > 0 ? max[0] : min[0]) - x) * ix
  const ay = ((iy > 0 ? min[1] : max[1]) - y) * iy
  const by = ((iy > 0 ? max[1] : min[1]) - y) * iy
  const az = ((iz > 0 ? min[2] : max[2]) - z) * iz
  const bz = ((iz > 0 ? max[2] : min[2]) - z) * iz
  const near = ax > ay ? (ax > az ? ax : az) : ay > az ? ay : az
  const far = bx < by ? (bx < bz ? bx : bz) : by < bz ? by : bz
  if (far <= 0.002 || near >= 0.998) return 0
  const at = near > 0 ? near : 0
  const width = size * (at / (1 - at * 0.999)) * 0.9 + 0.004
  // Passing a box means passing one of its edges: the ray's distance from the edge along k, seen in the plane of i and j, is how long
  // before it enters slab i it has left slab j. The greatest over all edges is the distance from the box, and has no jumps.
  const xy = reach2(dx, dy)
  const xz = reach2(dx, dz)
  const yz = reach2(dy, dz)
  let distance = (ax - by) * xy
  let next = (ay - bx) * xy
  if (next > distance) distance = next
  next = (ax - bz) * xz
  if (next > distance) distance = next
  next = (az - bx) * xz
  if (next > distance) distance = next
  next = (ay - bz) * yz
  if (next > distance) distance = next
  next = (az - by) * yz
  if (next > distance) distance = next
  if (distance >= width) return 0
  if (distance <= -width) return 1
  const s = 0.5 - distance / (2 * width)
  return s * s * (3 - 2 * s)
}
const reach2 = (a: number, b: number): number =>
  (a * b < 0 ? -a * b : a * b) / Math.sqrt(a * a + b * b + 1e-12)
