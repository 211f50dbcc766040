import type { Interpretation } from '@plantain/core'
import { tellApart } from './ask.ts'
import { words, type Context } from './context.ts'
import { elementsOf } from './history.ts'
import type { Naming } from './names.ts'
import type { Turn } from './session.ts'
import { pictureAt } from './tree.ts'
import { list, withThe } from './words.ts'

/** A message that gives a name, as an interpretation: nothing to draw, or a question back. */
export const named = ({ candidates }: Naming): Interpretation => ({
  kind: candidates.length === 1 ? 'question' : 'clarify',
  ops: [],
  refers_to: candidates.map(({ id }) => `el:${id}`),
  ...(candidates.length === 1 ? {} : { ask: 'target' as const }),
})
/** The turn that keeps the name. */
export function called({ draft, here }: Context, { name, candidates }: Naming): Turn {
  const [thing] = candidates
  if (candidates.length === 1 && thing !== undefined)
    return {
      ...draft,
      names: { [thing.id]: name },
      text: `${withThe(thing.name)[0]!.toUpperCase()}${withThe(thing.name).slice(1)} is called ${name} from now on.`,
    }
  const choices = tellApart(
    candidates.length > 0 ? candidates : elementsOf(pictureAt(here, 'current')?.summary),
  )
  return words(
    draft,
    choices.length === 0
      ? 'There is nothing in the picture yet that I could give a name to.'
      : `Whom do you mean: ${list(choices.slice(0, 6), 'or')}?`,
  )
}
