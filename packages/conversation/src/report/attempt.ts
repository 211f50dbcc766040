import type { EditReport, Mask, Wish } from '@plantain/core'
import type { Rendered } from '../carry-out/render.ts'
import type { PictureState, Tools } from '../perform.ts'
import type { Vocabulary } from '../reading/vocabulary.ts'
import { reportOf } from './report.ts'

export interface Attempted {
  readonly ops: readonly Wish[]
  readonly source: PictureState
  readonly rendered: Rendered
  readonly painted: Mask | null
  readonly words: Vocabulary
}

/** The report of a picture that has just been rendered from another one. */
export async function reportAttempt(
  { ops, source, rendered, painted, words }: Attempted,
  tools: Tools,
): Promise<Omit<EditReport, 'attempts'>> {
  const before = await tools.load(source.artifact)
  return reportOf({
    ops,
    source,
    made: rendered.picture,
    before,
    after: rendered.image,
    placement: rendered.fromSource,
    painted,
    region: rendered.region,
    words,
  })
}
