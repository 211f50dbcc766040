import { PlantainError, type Interpretation } from '@plantain/core'
import { metered } from '../../metered.ts'
import { turnAmounts } from '../../sessions/amounts.ts'
import type { SessionMessage } from '../../sessions/sessions.ts'
import { sending } from '../../sessions/task.ts'
import type { TurnView } from '../../sessions/view.ts'
import type { ToolAnswer, ToolUse } from './tool.ts'

/** One message to a session, and the turn that came of it. Moves through the history cost nothing and are not counted. */
export async function say(
  use: ToolUse,
  session: string,
  message: SessionMessage,
  counted = true,
): Promise<TurnView> {
  const { plantain, caller, signal } = use
  const run = counted
    ? metered(plantain, {
        caller,
        model: plantain.models.get().id,
        task: sending,
        payload: { session, message },
        amounts: turnAmounts,
        signal,
      })
    : plantain.sessions.of(caller.id).send(session, message, signal)
  try {
    let next = await run.next()
    for (; !next.done; next = await run.next()) {
      const event = next.value
      if (event.type === 'job-queue') use.tell(`waiting, ${event.position} before it`)
      else if (event.type === 'progress') use.tell(`${event.stage} ${Math.round(event.share * 100)} %`)
    }
    return next.value
  } finally {
    await run.return(undefined as never) // whoever leaves early stops the engine
  }
}

/** A turn as an assistant reads it: the words for the person, what was understood, and the names to go on with. */
export async function told(use: ToolUse, view: TurnView): Promise<ToolAnswer> {
  const sessions = use.plantain.sessions.of(use.caller.id)
  const files = await Promise.all(view.places.map((place) => sessions.picture(view.session, place)))
  const named = files.map(({ place, width, height }) => `${place} (${width} x ${height})`)
  const pictures =
    named.length === 0 ? 'no new picture' : `picture${named.length === 1 ? '' : 's'} ${named.join(', ')}`
  return {
    text: `${view.text}\nUnderstood: ${understood(view.interpretation)}.\nSession ${view.session}, ${pictures}.`,
    pictures: files,
    structured: {
      session: view.session,
      turn: view.turn,
      kind: view.kind,
      text: view.text,
      interpretation: view.interpretation,
      pictures: files.map(({ place, width, height, sha256, report }) => ({
        picture: place,
        width,
        height,
        sha256,
        ...(report === undefined ? {} : { edit: report }),
      })),
      shows: (view.scene?.things ?? []).map(({ name }) => name),
      can: view.can,
    },
  }
}

/** "edit: add lake, foreground; temperature warmer". */
function understood({ kind, ops }: Interpretation): string {
  const wishes = ops.map(({ op, ...slots }) => `${op} ${Object.values(slots).flat().join(', ')}`.trim())
  return wishes.length === 0
    ? kind.replaceAll('_', ' ')
    : `${kind.replaceAll('_', ' ')}: ${wishes.join('; ')}`
}

/** Whether the configured model talks. Others make a picture from a sentence, and remember nothing. */
export const talks = async ({ plantain }: ToolUse, model?: string): Promise<boolean> =>
  (await plantain.describe(model)).family === 'plantain'

/** throws: INVALID_ARGUMENT */
export const bytesOf = (data: string, name: string): Uint8Array => {
  const base64 = data.replace(/^data:[^,]{0,100};base64,/, '')
  if (!/^[A-Za-z0-9+/_-]+={0,2}\s*$/.test(base64))
    throw new PlantainError(
      'INVALID_ARGUMENT',
      `${name} is no base64; give the file of a PNG, JPEG or WebP in base64`,
    )
  return new Uint8Array(Buffer.from(base64, 'base64'))
}
