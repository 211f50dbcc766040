import type { Element, Message, PastTurn, SceneSummary } from '@plantain/core'
import { withoutNames } from './names.ts'
import type { PictureState } from './perform.ts'
import type { Session, Turn } from './session.ts'
import { elementId, membersOf } from './scene-edit/things.ts'
import { attachedPictures, glances, pictureAt } from './tree.ts'

/** So many of the latest turns are told; of a longer session besides them the first that made a picture. */
export const HISTORY_TURNS = 24

/** What a picture shows, as elements: what references are resolved against. */
export const elementsOf = (summary: SceneSummary | undefined): readonly Element[] =>
  (summary?.things ?? []).map(
    (thing) =>
      Object.fromEntries(Object.entries(thing).filter(([key]) => key !== 'box')) as unknown as Element,
  )

/**
 * The elements of a picture as an interpreter reads them: it takes `value` for lettering, as which "holding an umbrella" would be rewritten by
 * "a sign that says CAFE". So of a scene's things only what is written on them stays.
 */
function read({ summary, document: { base } }: PictureState): readonly Element[] {
  const things = base.kind === 'scene' ? base.scene.things : []
  return elementsOf(summary).map(({ value, ...element }) => {
    const own = things.find((thing) =>
      membersOf(thing).some((member) => elementId(thing, member) === element.id),
    )
    const lettering = own === undefined ? value : own.text
    return lettering === undefined ? element : { ...element, value: lettering }
  })
}

/** Names that were given in this session, by the id of the thing; a later name of the same thing replaces the earlier. */
export const namesOf = (session: Session): Readonly<Record<string, string>> =>
  Object.assign({}, ...session.turns.map(({ names }) => names)) as Record<string, string>

/** Everything that was ever in a picture of the session, the latest state of each. */
export const knownElements = (session: Session): readonly Element[] => {
  const pictures = session.turns.flatMap(({ attachments, pictures }) => [...attachments, ...pictures])
  return [
    ...new Map(pictures.flatMap(({ summary }) => elementsOf(summary)).map((one) => [one.id, one])).values(),
  ]
}

/** The session and a new message, as interpreters read them. */
export function messageFor(session: Session, message: string, attachments: readonly PictureState[]): Message {
  const names = namesOf(session)
  const known = knownElements(session)
  const plain = (text: string, scene: readonly Element[]): string => withoutNames(text, names, scene, known)
  const current = elementsOf(pictureAt(session, 'current')?.summary)
  return {
    history: told(session.turns).flatMap((turn) => past(session, turn, (text) => plain(text, current))),
    message: plain(message, current),
    images: attachments.length,
    uploads: attachments.map(read),
    ...(attachments.length > 0 || attachedPictures(session).length > 0 ? { partial: true } : {}),
  }
}

function told(turns: readonly Turn[]): readonly Turn[] {
  const latest = turns.slice(-HISTORY_TURNS)
  const first = turns.find(({ pictures }) => pictures.length > 0)
  return first === undefined || latest.includes(first) ? latest : [first, ...latest]
}

function past(session: Session, turn: Turn, plain: (text: string) => string): readonly PastTurn[] {
  const { number, attachments, interpretation, move, text } = turn
  const user: PastTurn = {
    role: 'user',
    text: plain(turn.message),
    ...(attachments.length > 0 ? { images: attachments.length, uploads: attachments.map(read) } : {}),
  }
  const shown = move.type === 'stay' ? null : shownAfter(session, turn)
  const assistant: PastTurn =
    shown === null
      ? { role: 'assistant', turn: number, ops: interpretation.ops, text }
      : { role: 'assistant', turn: number, ops: opsOf(turn), scene: read(shown) }
  return [user, assistant]
}

/** A move that was told by a command has no wishes of its own; its kind is one. */
function opsOf({ interpretation: { kind, ops } }: Turn): Turn['interpretation']['ops'] {
  return ops.length === 0 && (kind === 'undo' || kind === 'redo') ? [{ op: kind }] : ops
}

function shownAfter(session: Session, { number, pictures }: Turn): PictureState | null {
  if (pictures.length > 0) return pictures[0]!
  const current = glances(session)[number - 1]?.current ?? null
  return current === null ? null : (pictureAt(session, current) ?? null)
}
