import { PlantainError, type Interpretation } from '@plantain/core'
import { z } from 'zod'
import { say, told } from '../converse.ts'
import { place, session } from '../fields.ts'
import { tool, type Tool } from '../tool.ts'

/** Through the history: nothing is made, nothing is lost. */
export const goBack: Tool = tool({
  name: 'go_back',
  title: 'Undo, redo, or go to a picture',
  description:
    'Moves through the history of a session and gives the picture there, the very same bytes. Nothing is lost: an edit after undo is a new branch beside the old one.',
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: false },
  input: z.strictObject({
    session,
    to: z
      .union([z.enum(['undo', 'redo']), place])
      .describe('"undo", "redo", or a picture of the session as "turn:2".'),
    steps: z.number().int().min(1).max(1000).default(1).describe('How many steps of undo or redo.'),
  }),
  async call({ session: id, to, steps }, use) {
    if (to === 'current')
      throw new PlantainError(
        'INVALID_ARGUMENT',
        'to is "current", which is where the session is; give "undo", "redo" or "turn:2"',
      )
    const interpretation: Interpretation =
      to === 'undo' || to === 'redo'
        ? { kind: to, ops: [{ op: to, steps }], refers_to: [] }
        : { kind: 'revert_to', ops: [], refers_to: [to] }
    return told(use, await say(use, id, { text: `/${to}`, interpretation }, false))
  },
})
