import type { Kind } from '@plantain/scene'
import type { TextFeatures } from '@plantain/scene/words'

/** The model's lexicon and its catalogue of kinds: what words mean, and what can be drawn. Handed in with the tools. */
export interface Vocabulary {
  readonly text: TextFeatures
  /** Kinds that have a drawing, by id. */
  readonly kinds: ReadonlyMap<string, Kind>
}
