import type { Interpretation, Message } from '@plantain/core'

/** Nouns of whole places, of which a picture shows one. English; a closed class is enough, as all others are read as they are. */
const PLACES =
  'street|road|alley|avenue|city|town|village|square|harbou?r|port|market|beach|coast|island|sea|ocean|lake|river|waterfall|forest|wood|jungle|meadow|field|farm|garden|park|desert|canyon|valley|mountain|hill|landscape|skyline|castle|room|bedroom|kitchen|bathroom|library|classroom|office|café|cafe|restaurant|shop|bakery|station|airport|stadium|stage|church|temple|cave|moonscape|space station|planet'
/** "A busy street with three cars", "an old harbour at dawn": a place with an article that makes it a new one, and what is in it or when. */
const SCENE = new RegExp(
  `^(an? (?:[\\p{L}-]+ ){0,4}(?:${PLACES}))(?: (?:with|full of|where|under|in|at|during) (.+))$`,
  'iu',
)

/** A place that is named as a new one is a new picture, also in the middle of a session, and no thing to be added to the one that is shown. */
export function anew(reading: Interpretation, { message, history, images }: Message): Interpretation {
  const [, place, rest] = SCENE.exec(message.trim().replace(/[.!\s]+$/, '')) ?? []
  if (place === undefined || rest === undefined || history.length === 0 || images > 0) return reading
  if (reading.kind !== 'edit' || !reading.ops.every(({ op }) => op === 'add')) return reading
  const subject = [place, ...rest.split(/,\s*(?:and )?|\s+and\s+/)].map((one) =>
    one.replace(/^(?:an?|the) /i, ''),
  )
  const { constraints } = reading
  return {
    kind: 'generate',
    ops: [{ op: 'create', subject: subject.filter((one) => one !== '') }],
    refers_to: [],
    ...(constraints === undefined ? {} : { constraints }),
  }
}
