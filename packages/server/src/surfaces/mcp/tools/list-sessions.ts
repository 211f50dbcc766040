import { z } from 'zod'
import { viewsOf } from '../../../sessions/view.ts'
import { session } from '../fields.ts'
import { tool, type Tool } from '../tool.ts'

/** What there is to go on with. */
export const listSessions: Tool = tool({
  name: 'list_sessions',
  title: 'Sessions and their history',
  description:
    'Lists the latest sessions; with a session, its turns: what was said, what was understood, which pictures there are, and what the current one shows.',
  annotations: { readOnlyHint: true, openWorldHint: false },
  input: z.strictObject({
    session: session.optional(),
    limit: z.number().int().min(1).max(200).default(20).describe('At most so many, the latest.'),
  }),
  async call({ session: id, limit }, use) {
    const sessions = use.plantain.sessions.of(use.caller.id)
    if (id === undefined) {
      const entries = await sessions.list({ limit })
      const lines = entries.map(({ id: name, turns, title }) => `${name}: ${turns} turns, "${title}"`)
      return {
        text: lines.length === 0 ? 'There are no sessions yet; generate_image starts one.' : lines.join('\n'),
        pictures: [],
        structured: {
          sessions: entries.map(({ updatedAt, createdAt, ...entry }) => ({
            ...entry,
            createdAt: createdAt.toISOString(),
            updatedAt: updatedAt.toISOString(),
          })),
        },
      }
    }
    const whole = await sessions.open(id)
    const views = viewsOf(whole).slice(-limit)
    const turns = views.map(({ turn, kind, text, places, interpretation }) => ({
      turn,
      message: whole.turns[turn - 1]!.message,
      kind,
      text,
      pictures: places,
      interpretation,
    }))
    const last = views.at(-1)
    return {
      text:
        turns.length === 0
          ? `Session ${id} has no turns yet.`
          : turns
              .map(({ turn, message, text, pictures }) =>
                `${turn}. "${message}" → ${text} ${pictures.join(', ')}`.trim(),
              )
              .join('\n'),
      pictures: [],
      structured: {
        session: id,
        current: last?.current ?? null,
        can: last?.can ?? { undo: false, redo: false },
        turns,
        scene: last?.scene ?? null,
      },
    }
  },
})
