import type { Element, Message, Wish } from '@plantain/core'

type History = Message['history']

/** What the last answer did; nothing where there is none, or where it was in words. */
export function opsBefore(history: History): readonly Wish[] {
  const last = history.findLast((turn) => turn.role === 'assistant')
  return last?.role === 'assistant' ? (last.ops ?? []) : []
}

/** What the picture shows that was shown last. */
export function sceneBefore(history: History): readonly Element[] {
  const last = history.findLast((turn) => turn.role === 'assistant' && turn.scene !== undefined)
  return last?.role === 'assistant' ? (last.scene ?? []) : []
}
