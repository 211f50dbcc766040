/** A part of a mounted path: fixed text, or a parameter with what it may be. */
interface Segment {
  readonly text: string
  readonly parameter: boolean
}

/** `/:version/models/:call{.+}` → its parts; the pattern of a parameter may hold braces and slashes. */
function segmentsOf(path: string): readonly Segment[] {
  const segments: Segment[] = []
  for (let at = 0; at < path.length;) {
    const colon = /^:([A-Za-z0-9_]+)/.exec(path.slice(at))
    if (colon === null || path[at - 1] !== '/') {
      segments.push({ text: path[at]!, parameter: false })
      at++
      continue
    }
    segments.push({ text: colon[1]!, parameter: true })
    at += colon[0].length
    if (path[at] !== '{') continue
    let depth = 0
    do {
      if (path[at] === '{') depth++
      if (path[at] === '}') depth--
      at++
    } while (depth > 0 && at < path.length)
  }
  return segments
}

/** A path as routers write it → as OpenAPI does. */
export const templateOf = (path: string): string =>
  segmentsOf(path)
    .map(({ text, parameter }) => (parameter ? `{${text}}` : text))
    .join('')

export const parametersIn = (template: string): readonly string[] =>
  [...template.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name!)

/** The canonical path of a surface (`canonical-path.ts`) → the address that clients know. */
export const publicPath = (path: string): string =>
  path.replace(/^\/(gemini|vertex)(?=\/)/, '').replace(/^\/openai(?=\/)/, '/v1')
