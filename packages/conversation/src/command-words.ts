import type { Interpretation } from '@plantain/core'

// Names of the two buttons, as programs write them in the languages that are read: alone they are commands and need no reading.
const words: Readonly<Record<'undo' | 'redo', readonly string[]>> = {
  undo: ['undo', 'rückgängig', 'deshacer', 'annuler', '撤销', '元に戻す'],
  redo: ['redo', 'wiederholen', 'rehacer', 'rétablir', '重做', 'やり直す'],
}

/** A message that is nothing but the name of a command; null: it has to be read. */
export function commandIn(message: string): Interpretation | null {
  const bare = message.toLowerCase().replace(/^[/\s]+|[\s.!。！]+$/gu, '')
  for (const op of ['undo', 'redo'] as const)
    if (words[op].includes(bare)) return { kind: op, ops: [{ op }], refers_to: [] }
  return null
}
