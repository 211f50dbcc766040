import type { Interpretation, SceneSummary, Usage } from '@plantain/core'
import {
  glances,
  parsePlace,
  pictureAt,
  type Can,
  type Delivered,
  type Glance,
  type Place,
  type Session,
  type Turn,
} from '@plantain/conversation'

/** A turn as surfaces and the command line tell it. */
export interface TurnView {
  readonly session: string
  readonly turn: number
  /** The turn whose picture this one goes on from; null: none, or a picture that was sent. */
  readonly parent: number | null
  readonly kind: string
  readonly text: string
  readonly interpretation: Interpretation
  /** What the current picture shows after it; null while there is none. */
  readonly scene: SceneSummary | null
  /** Pictures that this turn made or brought back. */
  readonly places: readonly Place[]
  readonly files: readonly Delivered[]
  /** The current picture after it. */
  readonly current: Place | null
  readonly can: Can
  readonly lines: number
  readonly usage: Usage
}

/** session: with the turn as its last one */
export function viewOf(session: Session, turn: Turn): TurnView {
  return view(session, turn, glances(session).at(-1)!)
}

/** All turns of a session, each as it stood then. */
export function viewsOf(session: Session): readonly TurnView[] {
  const stood = glances(session)
  return session.turns.map((turn, index) => view(session, turn, stood[index]!))
}

function view(session: Session, turn: Turn, { current, can, lines }: Glance): TurnView {
  const shown = current === null ? undefined : pictureAt(session, current)
  return {
    session: session.id,
    turn: turn.number,
    parent: numberOf(turn.parent),
    kind: turn.kind,
    text: turn.text,
    interpretation: turn.interpretation,
    scene: shown?.summary ?? null,
    places: placesOf(turn, current),
    files: turn.files,
    current,
    can,
    lines,
    usage: turn.usage,
  }
}

const numberOf = (place: Place | null): number | null => {
  const parsed = place === null ? null : parsePlace(place)
  return parsed?.kind === 'turn' ? parsed.number : null
}

function placesOf({ number, pictures, move }: Turn, current: Place | null): readonly Place[] {
  if (pictures.length > 0)
    return pictures.map((_, index) => (index === 0 ? `turn:${number}` : `turn:${number}.${index + 1}`))
  return move.type === 'stay' || current === null ? [] : [current]
}
