import { PlantainError } from '@plantain/core'
import type { PictureState } from './perform.ts'
import type { Place, Session, SessionOptions, Turn } from './session.ts'

/**
 * Where a session stands. The pictures are a tree (each turn's hang on its parent) and the turns only ever grow; undo, redo and
 * going back move this and nothing else, so that what they bring back is the very picture that was there.
 */
export interface Standing {
  readonly current: Place | null
  /** Undo goes to the last of these. */
  readonly back: readonly Place[]
  /** Redo goes to the first of these; a new picture empties it. */
  readonly forward: readonly Place[]
  /** Lines of pictures that lead to different ends; 0 before the first picture. */
  readonly lines: number
}

/** Places, the nearest first. Shared by all steps of a walk, so that a session of thousands of turns is walked in one go. */
type Chain = { readonly place: Place; readonly rest: Chain } | null

interface Walk {
  readonly current: Place | null
  readonly back: Chain
  readonly forward: Chain
  readonly lines: number
  /** A line was asked for and has no picture yet. */
  readonly opened: boolean
}

const start: Walk = { current: null, back: null, forward: null, lines: 0, opened: false }

/** What the turn and all before it come to. */
export interface Glance {
  readonly current: Place | null
  readonly can: Can
  readonly lines: number
}
export interface Can {
  readonly undo: boolean
  readonly redo: boolean
}

export function standing(session: Session): Standing {
  const { current, back, forward, lines, opened } = walks(session).at(-1) ?? start
  return {
    current,
    back: placesOf(back).toReversed(),
    forward: placesOf(forward),
    lines: lines + (opened ? 1 : 0),
  }
}

/** How the session stood after each of its turns, in order. */
export function glances(session: Session): readonly Glance[] {
  return walks(session).map(({ current, back, forward, lines, opened }) => ({
    current,
    can: { undo: back !== null, redo: forward !== null },
    lines: lines + (opened ? 1 : 0),
  }))
}

export function can(session: Session): Can {
  return glances(session).at(-1)?.can ?? { undo: false, redo: false }
}

function placesOf(chain: Chain): readonly Place[] {
  const places: Place[] = []
  for (let at = chain; at !== null; at = at.rest) places.push(at.place)
  return places
}

function walks(session: Session): readonly Walk[] {
  /** Turns that pictures were already made from: one more begins another line. */
  const parents = new Set<Place>()
  const roots = new Map<Place, Chain>()
  /** The pictures that led to this one. */
  const rootOf = (place: Place): Chain => {
    // Not by calling itself: a line can be as long as a session.
    const path = [place]
    for (
      let at = parentOf(session, place);
      at !== null && !roots.has(path.at(-1)!);
      at = parentOf(session, at)
    )
      path.push(at)
    for (const one of path.toReversed()) {
      const parent = parentOf(session, one)
      if (!roots.has(one))
        roots.set(one, parent === null ? null : { place: parent, rest: roots.get(parent) ?? null })
    }
    return roots.get(place) ?? null
  }
  let sent = 0
  let walk = start
  return session.turns.map((turn) => {
    if (walk.current === null && turn.attachments.length > 0) walk = { ...walk, current: `image:${sent + 1}` }
    sent += turn.attachments.length
    walk = step(session, walk, turn, { parents, rootOf })
    return walk
  })
}

interface Known {
  readonly parents: Set<Place>
  readonly rootOf: (place: Place) => Chain
}

function step(session: Session, walk: Walk, turn: Turn, known: Known): Walk {
  const { move } = turn
  switch (move.type) {
    case 'stay':
      return walk
    case 'make':
      return made(walk, turn, move.line === true, known)
    case 'undo':
      return repeat(move.steps, walk, undone)
    case 'redo':
      return repeat(move.steps, walk, redone)
    case 'jump':
      return { ...jumped(session, walk, move.to), opened: move.line === true }
  }
}

function made(walk: Walk, { number, parent }: Turn, asked: boolean, { parents, rootOf }: Known): Walk {
  const another = asked || walk.opened || walk.lines === 0 || (parent !== null && parents.has(parent))
  if (parent !== null) parents.add(parent)
  return {
    current: `turn:${number}`,
    back: parent === null ? null : { place: parent, rest: rootOf(parent) },
    forward: null,
    lines: walk.lines + (another ? 1 : 0),
    opened: false,
  }
}

const undone = (walk: Walk): Walk => {
  const { current, back, forward } = walk
  if (back === null || current === null) return walk
  return {
    ...walk,
    current: back.place,
    back: back.rest,
    forward: { place: current, rest: forward },
    opened: false,
  }
}
const redone = (walk: Walk): Walk => {
  const { current, back, forward } = walk
  if (forward === null || current === null) return walk
  return {
    ...walk,
    current: forward.place,
    back: { place: current, rest: back },
    forward: forward.rest,
    opened: false,
  }
}

/** Going to a picture can be undone like any other step. From there, redo leads down again to where one was. */
function jumped(session: Session, walk: Walk, to: Place): Walk {
  const { current } = walk
  if (current === null || samePlace(current, to)) return { ...walk, current: to }
  const path = [...ancestors(session, current), current]
  const at = path.findIndex((place) => samePlace(place, to))
  const below = at < 0 ? [] : path.slice(at + 1)
  return {
    ...walk,
    current: to,
    back: { place: current, rest: walk.back },
    forward: below.reduceRight<Chain>((rest, place) => ({ place, rest }), null),
  }
}

const repeat = (steps: number, walk: Walk, one: (walk: Walk) => Walk): Walk => {
  let after = walk
  for (let i = 0; i < Math.min(steps, MAX_STEPS); i++) {
    const next = one(after)
    if (next === after) return after
    after = next
  }
  return after
}

/** More than any session has; "undo everything" is this. */
export const MAX_STEPS = 10_000

/** The pictures that led to this one, the first one first. */
export function ancestors(session: Session, place: Place): readonly Place[] {
  const path: Place[] = []
  for (let at = parentOf(session, place); at !== null; at = parentOf(session, at)) path.push(at)
  return path.reverse()
}

/** Turns only hang on earlier ones, so this ends. */
function parentOf(session: Session, place: Place): Place | null {
  const parsed = parsePlace(place)
  return parsed?.kind === 'turn' ? (session.turns[parsed.number - 1]?.parent ?? null) : null
}

export type ParsedPlace =
  | { readonly kind: 'turn'; readonly number: number; readonly picture: number }
  | { readonly kind: 'image'; readonly number: number }

/** null: not of the forms `turn:N`, `turn:N.M`, `image:N`. */
export function parsePlace(place: string): ParsedPlace | null {
  const match = /^(turn|image):(\d{1,6})(?:\.(\d{1,3}))?$/.exec(place)
  if (!match || (match[1] === 'image' && match[3] !== undefined)) return null
  const number = Number(match[2])
  if (match[1] === 'image') return { kind: 'image', number }
  return { kind: 'turn', number, picture: match[3] === undefined ? 1 : Number(match[3]) }
}

const written = (place: ParsedPlace): Place => {
  if (place.kind === 'image') return `image:${place.number}`
  return place.picture === 1 ? `turn:${place.number}` : `turn:${place.number}.${place.picture}`
}
export const samePlace = (one: Place, other: Place): boolean => canonical(one) === canonical(other)
const canonical = (place: Place): Place => {
  const parsed = parsePlace(place)
  return parsed ? written(parsed) : place
}

/** Pictures sent in the whole session, the first one first: `image:1`, `image:2` … */
export const attachedPictures = (session: Session): readonly PictureState[] =>
  session.turns.flatMap(({ attachments }) => attachments)

/**
 * Where the picture that a reference names is. A turn that made none stands for the picture that was current after it
 * ("the one from turn 3", where turn 3 was an undo). undefined: there is none.
 */
export function findPlace(session: Session, reference: string): Place | undefined {
  if (reference === 'current') return standing(session).current ?? undefined
  const parsed = parsePlace(reference)
  if (parsed === null) return undefined
  if (parsed.kind === 'image')
    return attachedPictures(session)[parsed.number - 1] === undefined ? undefined : written(parsed)
  const turn = session.turns[parsed.number - 1]
  if (turn === undefined) return undefined
  if (turn.pictures.length > 0)
    return turn.pictures[parsed.picture - 1] === undefined ? undefined : written(parsed)
  if (parsed.picture !== 1) return undefined
  return standing({ ...session, turns: session.turns.slice(0, parsed.number) }).current ?? undefined
}

export function pictureAt(session: Session, reference: string): PictureState | undefined {
  const place = findPlace(session, reference)
  const parsed = place === undefined ? null : parsePlace(place)
  if (parsed === null) return undefined
  return parsed.kind === 'image'
    ? attachedPictures(session)[parsed.number - 1]
    : session.turns[parsed.number - 1]?.pictures[parsed.picture - 1]
}

/** The turn that made the picture; undefined for one that was sent. */
export function turnAt(session: Session, place: Place): Turn | undefined {
  const parsed = parsePlace(place)
  return parsed?.kind === 'turn' ? session.turns[parsed.number - 1] : undefined
}

/** Options set so far; the latest holds, and what to avoid adds up. */
export function optionsOf(session: Session): SessionOptions {
  return session.turns.reduce<SessionOptions>((before, { options }) => withOptions(before, options), {})
}

export function withOptions(before: SessionOptions, more: SessionOptions): SessionOptions {
  const avoid = [before.avoid, more.avoid].flatMap((one) => one?.split(', ') ?? [])
  return { ...before, ...more, ...(avoid.length > 0 ? { avoid: [...new Set(avoid)].join(', ') } : {}) }
}

/**
 * The session with one more turn.
 *
 * throws: ABORTED for a number that is not the next one, NOT_FOUND for a parent or a place that is not there
 */
export function append(session: Session, turn: Turn): Session {
  if (turn.number !== session.turns.length + 1)
    throw new PlantainError(
      'ABORTED',
      `turn ${turn.number} does not follow turn ${session.turns.length}; read the session again`,
    )
  const after = { ...session, turns: [...session.turns, turn] }
  for (const place of [turn.parent, turn.move.type === 'jump' ? turn.move.to : null])
    if (place !== null && pictureAt(after, place) === undefined)
      throw new PlantainError('NOT_FOUND', `there is no picture ${place} in this session`)
  return after
}
