import type { Interpretation, Message } from '@plantain/core'

/** English, by words that begin wishes for pictures. */
const ENGLISH =
  /^(?:please |can you |could you |now )*(?:an?|some|two|three|create|generate|make|draw|paint|design|render|show|produce|give|imagine)\b/i
/** By which someone or something of a picture is pointed at. */
const POINTING =
  /\b(?:this|these|those|same|him|her|his|hers|she|he|my|me|them|their|its|it|attached|uploaded|photo|picture|image|from)\b/i

/**
 * "A castle on a hill", with a picture sent: its castle is nobody of the picture, unless the message says so. English; of other languages the reading stands.
 */
export function unpointed(reading: Interpretation, { message }: Message): Interpretation {
  const create = reading.ops.find(({ op }) => op === 'create')
  const ref = create?.subject_ref
  if (reading.kind !== 'generate' || ref === undefined || !ref.startsWith('image:')) return reading
  if (!ENGLISH.test(message) || POINTING.test(message)) return reading
  const subject = create!.subject ?? []
  const isDefinite = subject.some((one) => new RegExp(`\\bthe ${escaped(one)}\\b`, 'i').test(message))
  if (isDefinite) return reading
  return {
    ...reading,
    ops: reading.ops.map((wish) => {
      const { subject_ref: _, ...rest } = wish
      return wish === create ? rest : wish
    }),
    refers_to: reading.refers_to.filter((one) => one !== ref),
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
