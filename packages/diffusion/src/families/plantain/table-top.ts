import type { Scene } from '@plantain/core'
import { seedOfTop, type TableTop } from '@plantain/scene'

const TOPS: readonly (readonly [RegExp, TableTop])[] = [
  [/\b(?:wood|wooden|oak|pine|walnut|ash|teak|mahogany|rustic|farmhouse|plank(?:ed)?) /i, 'wood'],
  [/\b(?:marble|stone|granite) /i, 'marble'],
  [/\b(?:linen|tablecloth|cloth-covered) /i, 'cloth'],
]
/** What is said between an article or a preposition and the table. */
const TABLE = /\b(?:an?|the|on|at) ((?:[\p{L}-]+ ){1,3})(?:table(?: ?top)?|desk|counter(?: ?top)?)\b/giu
/** "A table made of marble". */
const OF = /\b(?:table(?: ?top)?|desk|counter(?: ?top)?) (?:made )?of ([\p{L}-]+)/iu
const COVERED = /(?<!\b(?:no|without|without a|without any) )\btable ?cloth\b/i

/** "On a wooden table": its top is what the wording says. The scene has no field for it; the painter takes it from the seed. */
export function laid(scene: Scene, prompt: string): Scene {
  if (scene.world.land !== 'table') return scene
  // The last one is what all stands on: a board lies on a counter.
  const before = `${[...prompt.matchAll(TABLE)].at(-1)?.[1] ?? ''}${OF.exec(prompt)?.[1] ?? ''} `
  const top = COVERED.test(prompt) ? 'cloth' : TOPS.find(([word]) => word.test(before))?.[1]
  return top === undefined ? scene : { ...scene, seed: seedOfTop(scene.seed, top) }
}
