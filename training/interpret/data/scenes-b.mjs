// Reads scenes and what changes in them from turn to turn.
import { fail } from './readings-b.mjs'

function readElement(text, line) {
  const [, id, rest] = /^(\w+) (.+)$/.exec(text.trim()) ?? fail(line, `element ${text}`)
  const lettering = /\/"(.*)"$/.exec(rest)
  const [name, color, region, state] = rest.slice(0, lettering?.index).split('/')
  return {
    id,
    name,
    ...(color && { color }),
    ...(region && { region }),
    ...(state && { state }),
    ...(lettering && { value: lettering[1] }),
  }
}

export const readScene = (text, line) =>
  text
    .split(';')
    .filter((e) => e.trim())
    .map((e) => readElement(e, line))

export function nextScene(text, before, scenes, line) {
  const copy = /^=T(\d+)$/.exec(text.trim())
  if (copy) return scenes[Number(copy[1]) - 1] ?? fail(line, 'no such turn')
  const parts = text
    .split(';')
    .map((p) => p.trim())
    .filter(Boolean)
  if (!parts.length) return before
  if (!/^([+-]|\w+\.\w+=)/.test(parts[0])) return readScene(text, line)
  let scene = before.map((e) => ({ ...e }))
  for (const p of parts) {
    const set = /^(\w+)\.(name|color|region|state|value)=(.*)$/.exec(p)
    if (p[0] === '+') scene.push(readElement(p.slice(1), line))
    else if (p[0] === '-') scene = scene.filter((e) => e.id !== p.slice(1).trim())
    else if (set) (scene.find((e) => e.id === set[1]) ?? fail(line, `no element ${set[1]}`))[set[2]] = set[3]
    else fail(line, `change ${p}`)
  }
  return scene
}
