// Checks a labelled message: references resolve, kinds carry what they must, lettering is verbatim; and likeness of wording.
import { fail } from './readings-b.mjs'

const plain = (t) => t.normalize('NFKC').toLowerCase()

/** Everything a verbatim wording may have been taken from. */
const sources = (item) =>
  plain(
    [
      item.message,
      ...item.history.map((t) => t.text ?? ''),
      JSON.stringify([item.history, item.uploads ?? []]),
    ].join('\n'),
  )

export function check(item, line) {
  const ids = new Set(
    [...JSON.stringify([item.history, item.uploads ?? []]).matchAll(/"id":"(\w+)"/g)].map((m) => m[1]),
  )
  const turns = item.history.filter((t) => t.turn).length
  const images = item.images + item.history.reduce((n, t) => n + (t.images ?? 0), 0)
  const { also = [], may = {}, ...first } = item.expect
  for (const e of [first, ...also]) {
    const refs = [
      ...e.refers_to,
      ...e.ops.flatMap((o) => [o.source, o.into, o.subject_ref, ...(o.sources ?? [])].filter(Boolean)),
    ]
    for (const r of refs) {
      const [kind, name] = r.split(':')
      const there =
        r === 'current' || r === 'edit:last'
          ? turns + images > 0
          : kind === 'el'
            ? ids.has(name)
            : Number(name) >= 1 && Number(name) <= (kind === 'image' ? images : turns)
      if (!there) fail(line, `${r} names nothing`)
    }
    if (['question', 'clarify', 'refuse', 'revert_to'].includes(e.kind) && e.ops.length)
      fail(line, `${e.kind} carries ops`)
    if (e.kind === 'edit' && !e.ops.length && !may.ops) fail(line, 'edit without ops')
    if (['undo', 'redo', 'export', 'set_option'].includes(e.kind) && !e.ops.some((o) => o.op === e.kind))
      fail(line, `${e.kind} without its op`)
    if (e.kind === 'clarify' && !e.ask) fail(line, 'clarify without ask')
    const wordings = [
      ...e.ops.filter((o) => o.op === 'add_text' || o.op === 'edit_text').map((o) => o.value),
      e.constraints?.text,
    ].filter(Boolean)
    for (const w of wordings)
      if (!w.split('|').some((o) => sources(item).includes(plain(o))))
        fail(line, `"${w}" is not in the message`)
  }
}

export function wordSet(text) {
  return new Set(
    plain(text)
      .replace(/[^\p{L}\p{M}\p{N}%:]+/gu, ' ')
      .trim()
      .split(' ')
      .flatMap((w) =>
        /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(w)
          ? [...w].slice(1).map((c, i) => [...w][i] + c)
          : [w],
      ),
  )
}

export function likeness(a, b) {
  const both = [...a].filter((w) => b.has(w)).length
  return both / (a.size + b.size - both)
}

export const bare = (t) =>
  plain(t)
    .replace(/[^\p{L}\p{M}\p{N}%:]+/gu, ' ')
    .trim()
