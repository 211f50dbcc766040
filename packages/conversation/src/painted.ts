import type { Interpretation } from '@plantain/core'

const TAKEN_AWAY =
  /^(?:please |now |and |can you |could you )*(?:remove|erase|delete|take (?:away|out|off)|get rid of|cut out|clear|heal|clean(?: up)?|fill(?: in)?)(?: (?:all )?(?:of )?(?:it|this|that|these|those|them|everything|what(?:'s| is| i)?|(?:the |this |that )?(?:painted|marked|masked|selected|white|covered|highlighted)? ?(?:area|part|region|spot|place|bit|thing|stuff|object|selection|mask|things|spots)))?(?: (?:here|there|in|inside|under|within|from|painted|marked|i)\b.*| (?:please|away|out|off))*[.!]?$/i

/** "Remove this", of what was painted over: the mask says what, and there is nothing to read. Null for other messages. English. */
export function paintedOver(message: string): Interpretation | null {
  const said = message.trim().replace(/^((?:please )?take )(it|this|that|them|these) (out|away|off)\b/i, '$1$3 $2')
  return TAKEN_AWAY.test(said) ? { kind: 'edit', ops: [{ op: 'remove' }], refers_to: [] } : null
}
