/** A piece of a prompt and how much it counts; BREAK starts a new row of tokens. */
export type Weighted = { readonly text: string; readonly weight: number } | 'BREAK'

/**
 * (a) counts 1.1 times, [a] 1 / 1.1 times, (a:1.3) 1.3 times; nesting multiplies; a backslash makes a bracket text; an
 * unclosed bracket acts to the end, a closing one without an opening is text.
 *
 * Source: the grammar of AUTOMATIC1111's web UI, which the field's prompts are written in.
 */
export function parseWeights(prompt: string): readonly Weighted[] {
  const parts: { text: string; weight: number }[] = []
  const round: number[] = [] // indexes of `parts` at which the open brackets began
  const square: number[] = []
  const multiply = (from: number, factor: number): void => {
    for (const part of parts.slice(from)) part.weight *= factor
  }
  for (const [token, explicit] of tokens(prompt)) {
    if (token === '(') round.push(parts.length)
    else if (token === '[') square.push(parts.length)
    else if (explicit !== undefined && round.length > 0) multiply(round.pop()!, Number(explicit))
    else if (token === ')' && round.length > 0) multiply(round.pop()!, 1.1)
    else if (token === ']' && square.length > 0) multiply(square.pop()!, 1 / 1.1)
    else parts.push({ text: /^\\[\\()[\]]/.test(token) ? token.slice(1) : token, weight: 1 })
  }
  for (const from of round) multiply(from, 1.1)
  for (const from of square) multiply(from, 1 / 1.1)
  return joined(parts)
}

function* tokens(prompt: string): Generator<[string, string | undefined]> {
  const pattern = /\\[\\()[\]]|\\|\(|\[|:\s*([+-]?[.\d]+)\s*\)|\)|]|[^\\()[\]:]+|:/g
  for (const match of prompt.matchAll(pattern)) yield [match[0], match[1]]
}

/** Neighbours of equal weight become one piece; BREAK is taken out with the spaces around it. */
function joined(parts: readonly { text: string; weight: number }[]): readonly Weighted[] {
  const result: Weighted[] = []
  const add = (text: string, weight: number): void => {
    const last = result.at(-1)
    if (last !== undefined && last !== 'BREAK' && last.weight === weight)
      result[result.length - 1] = { text: last.text + text, weight }
    else result.push({ text, weight })
  }
  for (const { text, weight } of parts) {
    const pieces = text.split(/\s*\bBREAK\b\s*/)
    pieces.forEach((piece, i) => {
      if (i > 0) result.push('BREAK')
      if (piece !== '') add(piece, weight)
    })
  }
  return result.length > 0 ? result : [{ text: '', weight: 1 }]
}
