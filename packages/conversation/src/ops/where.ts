import { findTargets } from '../scene-edit/targets.ts'
import type { Where } from '../scene-edit/where.ts'
import type { Place } from '../reading/place.ts'
import { readPhrase, says } from '../reading/phrase.ts'
import type { SceneView } from './op.ts'

/** A place in this picture; the sentence where what it is relative to is not there. */
export function whereOf(place: Place, view: SceneView): Where | { readonly refused: string } {
  if (place.kind === 'area') return place
  const { relation, of } = place
  if (/^(?:air|mid-?air|the air)$/.test(of)) return { kind: 'part', relation: 'on', part: 'sky' }
  const [target] = findTargets(of, view)
  if (target?.kind === 'thing') return { kind: 'thing', relation, index: target.index }
  if (target?.kind === 'part') return { kind: 'part', relation, part: target.part.id }
  // "on the ground", "in the scene": everywhere.
  const phrase = readPhrase(view.words, of)
  if (says(phrase, 'land') || says(phrase, 'cover') || says(phrase, 'category', 'surface'))
    return { kind: 'part', relation, part: 'ground' }
  return { refused: `I see no ${of} in the picture.` }
}
