import type { Scene } from '@plantain/core'
import { seedOfTop, type TableTop } from '@plantain/scene'

const TOPS: readonly (readonly [RegExp, TableTop])[] = [
  [/\b(?:wood|wooden|oak|pine|walnut|ash|teak|mahogany|rustic|farmhouse|plank(?:ed)?) /i, 'wood'],
  [/\b(?:marble|stone|granite) /i, 'marble'],
  [/\b(?:linen|tablecloth|cloth-covered) /i, 'cloth'],
]
const TABLE = /((?:[\p{L}-]+ ){1,3})(?:table(?: ?top)?|desk|counter(?: ?top)?|surface|board)\b/iu
const COVERED = /\btable ?cloth\b/i

/** "On a wooden table": its top is what the wording says. The scene has no field for it; the painter takes it from the seed. */
export function laid(scene: Scene, prompt: string): Scene {
  if (scene.world.land !== 'table') return scene
  const before = TABLE.exec(prompt)?.[1] ?? ''
  const top = COVERED.test(prompt) ? 'cloth' : TOPS.find(([word]) => word.test(before))?.[1]
  return top === undefined ? scene : { ...scene, seed: seedOfTop(scene.seed, top) }
}
