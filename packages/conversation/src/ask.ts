import type { Element, Interpretation, Reason } from '@plantain/core'
import type { NameOf } from './explain.ts'
import { elementsOf, knownElements } from './history.ts'
import { picturesIn } from './references.ts'
import type { Session } from './session.ts'
import { parsePlace, pictureAt, turnAt } from './tree.ts'
import { list, withThe } from './words.ts'

/** One short question back, with the choices by name. */
export function ask(session: Session, interpretation: Interpretation, nameOf: NameOf): string {
  const target = interpretation.ops.find((wish) => wish.target !== undefined)?.target
  const sent = session.turns.at(-1)?.attachments.length ?? 0
  switch (interpretation.ask) {
    case 'value':
      return `What should I change ${target === undefined ? 'it' : withThe(nameOf(target))} to?`
    case 'image':
      return whichPicture(session, interpretation)
    case 'upload':
      return 'I need the picture that you mean for this. Please send it and say it again.'
    case 'conflict':
      return 'Those two wishes exclude each other. Which one shall I follow?'
    case 'target':
      return whichThing(session, interpretation)
    case 'change':
    default:
      if (sent > 0)
        return `I have the picture${sent > 1 ? 's' : ''}. What would you like me to do with ${sent > 1 ? 'them' : 'it'}?`
      if (pictureAt(session, 'current') === undefined)
        return 'What would you like to see? Describe the picture.'
      return 'What would you like me to change in the picture?'
  }
}

const mostChoices = 6

function whichThing(session: Session, interpretation: Interpretation): string {
  const ids = interpretation.refers_to.flatMap((reference) => /^el:(.+)$/.exec(reference)?.[1] ?? [])
  const known = new Map(knownElements(session).map((one) => [one.id, one]))
  const scene = elementsOf(pictureAt(session, 'current')?.summary)
  for (const one of scene) known.set(one.id, one)
  const meant = ids.flatMap((id) => known.get(id) ?? [])
  const choices = tellApart(meant.length > 1 ? meant : scene)
  const absent = meant.length > 0 ? null : namedAtTheEnd(session.turns.at(-1)?.message ?? '', scene)
  const first = absent === null ? '' : `I see no ${absent} in the picture. `
  if (choices.length > 1)
    return `${first}Which one do you mean: ${list(choices.slice(0, mostChoices), 'or')}?`
  if (choices.length === 1) return `${first}Do you mean ${choices[0]}?`
  return 'What in the picture do you mean? Name it, for example “the sky” or “the house on the left”.'
}

/** The noun after an article that ends a message ("remove the elephant"), where nothing that is shown is called so. */
function namedAtTheEnd(message: string, scene: readonly Element[]): string | null {
  const noun = /\b(?:the|my|your|his|her|their)\s+((?:\p{L}+\s)?\p{L}+)\s*[.!?]*\s*$/iu.exec(message)?.[1]
  const last = noun?.split(/\s/).at(-1)?.toLowerCase()
  if (
    noun === undefined ||
    last === undefined ||
    ['one', 'ones', 'other', 'others', 'thing', 'picture', 'image', 'photo'].includes(last)
  )
    return null
  return scene.some(({ name }) => last.startsWith(name.toLowerCase().split(/\s/).at(-1)!)) ? null : noun
}

/** Names that tell things apart: by colour, else by place, else by number; each once. */
export function tellApart(things: readonly Element[]): readonly string[] {
  const named = things.map((one) => {
    const twins = things.filter(({ name }) => name === one.name)
    if (twins.length === 1) return withThe(one.name)
    const distinct = (key: 'color' | 'region' | 'state'): boolean =>
      one[key] !== undefined && twins.filter((twin) => twin[key] === one[key]).length === 1
    if (distinct('color')) return `the ${one.color} ${one.name}`
    if (distinct('region')) return `the ${one.name} at the ${one.region}`
    if (distinct('state')) return `the ${one.state} ${one.name}`
    return `${one.name} ${twins.indexOf(one) + 1}`
  })
  return [...new Set(named)]
}

function whichPicture(session: Session, interpretation: Interpretation): string {
  const named = picturesIn(interpretation)
  const choices = (named.length > 1 ? named : picturesOf(session)).slice(-mostChoices)
  return choices.length > 1
    ? `Which picture do you mean: ${list(
        choices.map((one) => nameOfPicture(session, one)),
        'or',
      )}?`
    : 'Which picture do you mean? Say what it shows, or its number.'
}

const picturesOf = (session: Session): readonly string[] =>
  session.turns.filter(({ pictures }) => pictures.length > 0).map(({ number }) => `turn:${number}`)

const longest = 40
/** "picture 2 (“make it winter”)", "the picture that you sent". */
export function nameOfPicture(session: Session, reference: string): string {
  const at = parsePlace(reference)
  if (at === null) return 'the picture'
  if (at.kind === 'image')
    return at.number === 1 ? 'the picture that you sent' : `picture ${at.number} of those that you sent`
  const message = turnAt(session, reference)?.message.replace(/\s+/g, ' ').trim() ?? ''
  const short = message.length > longest ? `${message.slice(0, longest).trimEnd()}…` : message
  const several = at.picture > 1 ? `, number ${at.picture}` : ''
  return `picture ${at.number}${several}${short === '' ? '' : ` (“${short}”)`}`
}

const reasons: Readonly<Record<Reason, string>> = {
  sexual: 'I do not make sexual pictures of people.',
  minor: 'I do not make that.',
  deception: 'I do not make pictures that would pass off as true something that is not.',
  document: 'I do not make or change identity papers, money or official records.',
  harassment: 'I do not make pictures that humiliate or threaten somebody.',
  hate: 'I do not make pictures that degrade people for what they are.',
  violence: 'I do not make pictures that revel in violence.',
  self_harm:
    'I do not make pictures of self-harm. If you are thinking of hurting yourself, please talk to somebody near you or to a crisis line.',
  dangerous: 'I do not help with things that can hurt people.',
  copyright: 'I do not take off the marks of pictures that have to be paid for, or copy works to sell them.',
}
/** The reason in a sentence, and that nothing was changed. */
export function refuse({ reason }: Interpretation, hasPicture: boolean): string {
  const why = reason === undefined ? 'I do not make that.' : reasons[reason]
  return hasPicture ? `${why} The picture stays as it is.` : why
}
