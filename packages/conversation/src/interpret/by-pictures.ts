import type { Interpretation, Message, Wish } from '@plantain/core'
import { guidanceIn, guided, guidesFor, pictureMeant, speaksOfPicture } from '../guidance.ts'
import { sentSubject, starred } from '../sent-subject.ts'

type Read = (message: Message) => Promise<Interpretation>

/**
 * A wish for a new picture that goes by others, or shows whom they show: what is left of it without them is read, and they are added to what that means.
 * null: no such wish.
 */
export async function byPictures(message: Message, read: Read): Promise<Interpretation | null> {
  const guidance = guidanceIn(message.message)
  const guides = guidance === null ? [] : guidesFor(guidance, message)
  if (guides === null) return null
  const asked = guidance?.rest ?? message.message
  const isSent = Math.max(message.images, message.uploads.length) > 0
  const subject = isSent ? sentSubject(asked) : null
  const ref = subject === null ? null : pictureMeant(subject.which, message)
  if (guidance === null && ref === null) return null
  const left = subject === null || ref === null ? asked : subject.rest
  // "Render the first one like the second": what is sent is changed, and no picture made anew.
  if (left === '' || speaksOfPicture(left)) return null
  const rest = await restOf(left, message, read)
  if (rest.kind !== 'generate') return null
  const about = subject === null || ref === null ? rest : starred(rest, subject, ref)
  return guides.length === 0 ? about : guided(about, guides)
}

/** "Something like this": nothing is said but that a picture is to be made. */
const SOMETHING =
  /^(?:(?:please |can you |could you )*(?:create|generate|make|draw|paint|produce|give me|show me|i want|i'd like)\b)?(?: me)?\s*(?:something|one|another(?: one)?|(?:an?|another)(?: new)? (?:picture|image|scene|photo))?(?=$|[,.;] |\s(?:but|in|at|as|with)\s)/i
/** Words of a subject that name nothing. */
const NOTHING_SAID =
  /^(?:an? )?(?:new |other |different )*(?:new|something|scene|picture|image|photo|one|version|another)?$/i

/** What is left of a message when the pictures that a new one goes by are taken out of it. */
async function restOf(rest: string, message: Message, read: Read): Promise<Interpretation> {
  const [something] = SOMETHING.exec(rest) ?? []
  if (something === rest) return { kind: 'generate', ops: [{ op: 'create' }], refers_to: [] }
  const said = something === undefined ? rest : `a picture${rest.slice(something.length)}`
  const reading = await read({ ...message, message: said, images: 0, uploads: [] })
  if (something !== undefined) return anyPicture(reading)
  const ops = reading.ops.map((wish) =>
    wish.subject === undefined
      ? wish
      : { ...wish, subject: wish.subject.filter((one) => !NOTHING_SAID.test(one)) },
  )
  return { ...reading, ops }
}

/** "Something like this, at night": a new picture, of which what is said is said as of any. */
function anyPicture({ ops, constraints = {} }: Interpretation): Interpretation {
  const said = (name: Wish['op']): string | undefined => ops.find(({ op }) => op === name)?.value
  const of = {
    size: said('resize'),
    aspect: said('aspect'),
    time_of_day: said('time_of_day'),
    season: said('season'),
    weather: said('weather'),
    style: said('restyle'),
  }
  const known = Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined))
  return {
    kind: 'generate',
    ops: [{ op: 'create' }],
    refers_to: [],
    constraints: { ...known, ...constraints },
  }
}
