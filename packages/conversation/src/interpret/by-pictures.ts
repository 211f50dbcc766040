import type { Interpretation, Message, Wish } from '@plantain/core'
import { guidanceIn, guided, guidesFor, pictureMeant, speaksOfPicture } from '../guidance.ts'
import { sentSubject, starred } from '../sent-subject.ts'

type Read = (message: Message) => Promise<Interpretation>

/**
 * A wish for a new picture that goes by others, or shows whom they show: what is left of it without them is read, and they are added to what that means.
 * `whole`: what the message as it stands is read as. It stands where it refuses, and where it changes what is there; null: no such wish.
 */
export async function byPictures(
  message: Message,
  whole: Interpretation,
  read: Read,
): Promise<Interpretation | null> {
  if (whole.kind === 'refuse') return null
  const text = message.message.replace(/\s+/g, ' ').trim()
  const guidance = guidanceIn(text)
  const guides = guidance === null ? [] : guidesFor(guidance, message)
  if (guides === null) return null
  const asked = guidance?.rest ?? text
  const isSent = Math.max(message.images, message.uploads.length) > 0
  const isNew = whole.kind === 'generate' || A_PICTURE.test(asked)
  const subject = isSent && isNew ? sentSubject(asked) : null
  const ref = subject === null ? null : pictureMeant(subject.which, message)
  const left = subject === null || ref === null ? asked : subject.rest
  if (left === text || left === '') return null
  // "Render the first one like the second", "the sky in its colours": what is sent is changed, and no picture made anew.
  if (speaksOfPicture(left) || (whole.kind !== 'generate' && CHANGES.test(left))) return null
  const rest = await restOf(left, message, read)
  if (rest.kind === 'refuse') return rest
  if (rest.kind !== 'generate') return null
  const about = subject === null || ref === null ? rest : starred(rest, subject, ref)
  return guides.length === 0 ? about : guided(about, guides)
}

/** A picture is asked for, in so many words. */
const A_PICTURE =
  /^(?:please,? |can you |could you |now )*(?:\p{L}+ )?(?:me )?an? (?:new |other )?(?:picture|image|photo|portrait|painting|drawing|illustration|poster|scene) (?:of|with|showing)\b/iu
/** Something that is there already is done something to. */
const CHANGES =
  /^(?:please,? |can you |could you |now )*\p{L}+ (?:the|his|her|its|their|my|your|all|both|every|each) /iu

/** "Something like this": nothing is said but that a picture is to be made. */
const SOMETHING =
  /^(?:(?:please |can you |could you )*(?:create|generate|make|draw|paint|produce|give me|show me|i want|i'd like)\b)?(?: me)? ?(?:something|one|another(?: one)?|(?:an?|another)(?: new)? (?:picture|image|scene|photo))?(?=$|[,.;] | (?:but|in|at|as|with) )/i
/** Words of a subject that name nothing. */
const NOTHING_SAID =
  /^(?:an? )?(?:new |other |different )*(?:new|something|scene|picture|image|photo|one|version|another)?$/i

/** What is left of a message when the pictures that a new one goes by are taken out of it. */
async function restOf(rest: string, message: Message, read: Read): Promise<Interpretation> {
  const [something] = SOMETHING.exec(rest) ?? []
  if (something === rest) return { kind: 'generate', ops: [{ op: 'create' }], refers_to: [] }
  const isAny = something !== undefined && something !== ''
  // "Make a landscape" may be a shape; what goes by a picture is one.
  const said = isAny ? `a picture${rest.slice(something.length)}` : rest.replace(/^make (?=an? )/i, 'create ')
  const reading = await read({ ...message, message: said, images: 0, uploads: [] })
  if (reading.kind === 'refuse') return reading
  if (isAny) return anyPicture(reading)
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
