import type { Session } from '@plantain/server'

const longest = 60

/** The pictures of a session as a tree, one a line, with what was said; `current`: the turn whose picture is the current one. */
export function drawTree({ turns }: Session, current: number | null): string {
  const made = turns.filter(({ pictures }) => pictures.length > 0)
  if (made.length === 0) return 'There is no picture in this session yet.\n'
  const parentOf = (parent: string | null): number => Number(/^turn:(\d+)/.exec(parent ?? '')?.[1] ?? 0)
  const label = (turn: Session['turns'][number]): string => {
    const text = turn.message.length > longest ? `${turn.message.slice(0, longest)}…` : turn.message
    const several = turn.pictures.length > 1 ? `  (${turn.pictures.length} pictures)` : ''
    return `${turn.number}  ${text}${several}${turn.number === current ? '  ← here' : ''}`
  }
  const lines: string[] = []
  // The first of several that go on from one picture stays in its line; the others branch off.
  const draw = (number: number, before: string): void => {
    const children = made.filter(({ parent }) => parentOf(parent) === number)
    for (const child of children.slice(1).toReversed()) {
      lines.push(`${before}├─ ${label(child)}`)
      draw(child.number, `${before}│  `)
    }
    const [first] = children
    if (first === undefined) return
    lines.push(`${before}${label(first)}`)
    draw(first.number, before)
  }
  draw(0, '')
  return `${lines.join('\n')}\n`
}
