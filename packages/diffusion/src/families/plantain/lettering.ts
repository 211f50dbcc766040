import type { Thing } from '@plantain/core'
import type { Typesetter } from '@plantain/imaging'
import type { Kind } from '@plantain/scene'
import type { Asked } from '@plantain/scene/words'

/** Made to be written on: they come before a cake or a mug that happens to be there. */
const SIGNS = /sign|billboard|chalkboard|poster/

/** Printed matter: its wording stands on the sheet, and on a balloon that is drawn there only where that is said. */
const PRINTED =
  /\b(?:poster|flyer|flier|leaflet|postcard|(?:birthday|greeting|business|christmas|wedding|thank[- ]you) card|invitation|banner|(?:book|album|magazine|video|cd) cover|logo|thumbnail)\b/i
export const isPrinted = (prompt: string): boolean => PRINTED.test(prompt)

/**
 * Which thing bears which wording, by the index of the thing: what the words name ("a mug that says MAMA"), else a sign, else
 * anything that can be written on, unless it is `printed` matter. A wording that nothing can bear, or that no font can set, is left out.
 */
export function bearersOf(
  things: readonly Thing[],
  isFree: (thing: Thing) => boolean,
  asked: Asked,
  {
    kinds,
    typesetter,
    printed = false,
  }: {
    readonly kinds: ReadonlyMap<string, Kind>
    readonly typesetter: Typesetter
    readonly printed?: boolean
  },
): ReadonlyMap<number, string> {
  const found = new Map<number, string>()
  for (const wording of asked.lettering) {
    if (wording.trim() === '' || typesetter.missing(wording).length > 0) continue
    const named = new Set(
      asked.things.filter(({ lettering }) => lettering === wording).flatMap((thing) => thing.kinds),
    )
    const rank = (thing: Thing): number => (named.has(thing.kind) ? 0 : SIGNS.test(thing.kind) ? 1 : 2)
    const [bearer] = things
      .map((thing, index) => ({ thing, index }))
      .filter(
        ({ thing, index }) =>
          isFree(thing) &&
          !found.has(index) &&
          kinds.get(thing.kind)?.lettering !== undefined &&
          !(printed && rank(thing) === 2),
      )
      .toSorted((one, other) => rank(one.thing) - rank(other.thing))
    if (bearer) found.set(bearer.index, wording)
  }
  return found
}
