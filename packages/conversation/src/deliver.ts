import { PlantainError, type Interpretation, type Wish } from '@plantain/core'
import { hasEdits, words, type Context, type Reply } from './context.ts'
import { readExport, type ExportRequest } from './exporting.ts'
import { make } from './make.ts'
import { namedPlace, picturesIn } from './references.ts'
import type { Delivered, Place, Session, SessionOptions } from './session.ts'
import { append, optionsOf, pictureAt, withOptions } from './tree.ts'

/** Files of the pictures that are meant, after the edits that are asked for with them. */
export async function* exported(context: Context): Reply {
  const { draft, use, signal } = context
  const wish = draft.interpretation.ops.find(({ op }) => op === 'export') ?? { op: 'export' as const }
  const request = requestOf(wish, withOptions(optionsOf(context.session), context.said.options ?? {}))
  if (request instanceof PlantainError) return words(draft, request.message)
  const turn = hasEdits(draft.interpretation) ? yield* make(context) : draft
  const after = append(context.session, turn)
  const places = turn.pictures.length > 0 ? ['current'] : exportedPlaces(after, draft.interpretation, request)
  const pictures = places.flatMap((place) => {
    const found = namedPlace(after, place, request.format === 'zip' ? '' : draft.message)
    const picture = found === undefined ? undefined : pictureAt(after, found)
    return found === undefined || picture === undefined
      ? []
      : [{ picture, name: found.replace(/[:.]/g, '-') }]
  })
  if (pictures.length === 0)
    return words(draft, 'There is no picture to export yet. Tell me what to draw first.')
  const files = await use.deliver(pictures, request, signal)
  return { ...turn, files, text: [turn.text, delivered(files, request)].filter(Boolean).join(' ') }
}

/** A file that cannot be is an answer, not a failure: the message was understood. */
function requestOf(wish: Wish, options: SessionOptions): ExportRequest | PlantainError {
  try {
    return readExport(wish, fallbackOf(options))
  } catch (error) {
    if (error instanceof PlantainError) return error
    throw error
  }
}

const fallbackOf = ({ format, quality }: SessionOptions): ExportRequest => ({
  format: format === 'jpeg' || format === 'webp' ? format : 'png',
  ...(quality === undefined ? {} : { quality: Number(quality) }),
})

function exportedPlaces(
  session: Session,
  interpretation: Interpretation,
  { format }: ExportRequest,
): readonly Place[] {
  const named = picturesIn(interpretation)
  if (named.length > 0) return named
  if (format !== 'zip') return ['current']
  return session.turns.flatMap(({ number, pictures }) =>
    pictures.map((_, index) => `turn:${number}.${index + 1}`),
  )
}

function delivered(files: readonly Delivered[], { format, quality }: ExportRequest): string {
  const [file] = files
  const kind = format.toUpperCase()
  if (file === undefined || format === 'zip') return 'Here are the pictures as a ZIP file.'
  const grade = quality === undefined || format === 'png' ? '' : ` at quality ${quality}`
  return `Here is the picture as a ${kind} file${grade}, ${file.width} x ${file.height} pixels.`
}
