#!/usr/bin/env node
// Turns the compact text files authored/*-b.txt into labelled messages, one JSON a line, and checks them.
//   node expand-b.mjs [--only NAME-b.txt] [--against FILE.jsonl ...]     FILE: messages that none of ours may equal or nearly equal
//
// A text file is a list of contexts. A line is one of
//   @@ name [lang]                   a new context: an empty conversation; lang is en where left out
//   U words | picture | picture      a user turn, with the pictures sent along
//   A op(...) op(...) -- scene       an assistant turn: what was done, and the scene or what changed in it
//   A "words"                        an assistant turn in words
//   ^ picture                        a picture sent with each of the messages that follow
//   words :: reading || reading      a message, its label and other labels that are right too
//   // words                         a note
// A picture or scene is a list of elements `id name/color/region/state/"lettering"`, parted by `;`. A change of a scene is a
// list of `+id name/...`, `-id`, `id.field=value`; `=T1` is the scene of turn 1.
// A reading is `[category] kind: op(value; slot=value) @ref {constraint=value; ...} ?ask !reason ~op,/slot,%constraint`:
// values without a slot name stand in the order of OPS; the kind is left out where the ops tell it; `@i2` is image:2, `@t1`
// turn:1, `@last` edit:last, any other an element; a single picture sent is taken as meant unless `@-` is said; `~` is may.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bare, check, likeness, wordSet } from './checks-b.mjs'
import { fail, readOps, readReading } from './readings-b.mjs'
import { nextScene, readScene } from './scenes-b.mjs'
import { KIND_CATEGORY, OP_CATEGORY } from './words-b.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))

function expand(file) {
  const items = []
  const prefix = file.replace(/\.txt$/, '')
  let lang = 'en'
  let history = []
  let scenes = []
  let uploads = []
  readFileSync(join(here, 'authored', file), 'utf8')
    .split('\n')
    .forEach((text, i) => {
      const line = { file, number: i + 1, text }
      if (!text.trim() || text.startsWith('//')) return
      const context = /^@@ \S+ ?(\w*)/.exec(text)
      if (context) {
        lang = context[1] || 'en'
        history = []
        scenes = []
        uploads = []
        return
      }
      const at = text.indexOf(' :: ')
      if (at < 0 && text.startsWith('U ')) {
        const [words, ...pictures] = text.slice(2).split(' | ')
        history = [
          ...history,
          {
            role: 'user',
            text: words.trim(),
            ...(pictures.length && {
              images: pictures.length,
              uploads: pictures.map((p) => readScene(p, line)),
            }),
          },
        ]
        return
      }
      const words = /^A "(.*)"$/.exec(text)
      if (words) {
        history = [...history, { role: 'assistant', text: words[1] }]
        return
      }
      if (at < 0 && text.startsWith('A ')) {
        const [ops, change = ''] = text.slice(2).split(' -- ')
        const done = readOps(ops, line)
        if (!done.length) fail(line, 'a turn that does nothing')
        const scene = nextScene(change, scenes.at(-1) ?? [], scenes, line)
        scenes = [...scenes, scene]
        history = [...history, { role: 'assistant', turn: scenes.length, ops: done, scene }]
        return
      }
      if (text.startsWith('^ ')) {
        uploads = [...uploads, readScene(text.slice(2), line)]
        return
      }
      if (at < 0) fail(line, 'not a message')
      const message = text.slice(0, at).trim()
      const earlier = history.reduce((n, t) => n + (t.images ?? 0), 0)
      const [first, ...others] = text.slice(at + 4).split(' || ')
      const isNew = /create\(/.test(first) && !/ref=/.test(first)
      const sent = uploads.length === 1 && !isNew ? [`image:${earlier + 1}`] : []
      const main = readReading(first, line, sent)
      const also = others
        .map((o) => readReading(o, line, sent, main.label))
        .map(({ label }) => {
          const { constraints, ...rest } = label
          return { ...rest, ...(Object.keys(constraints).length && { constraints }) }
        })
      const { kind, ops } = main.label
      const concept =
        main.category ??
        (kind === 'generate' && ops.some((o) => o.subject_ref)
          ? 'character'
          : (KIND_CATEGORY[kind] ??
            (kind === 'style_transfer'
              ? ops.some((o) => o.source)
                ? 'multi_image'
                : 'style'
              : (OP_CATEGORY[ops[0]?.op] ?? 'multi'))))
      const item = {
        id: `${prefix}-${String(items.length + 1).padStart(4, '0')}`,
        category: lang === 'en' ? concept : 'language',
        lang,
        history,
        message,
        images: uploads.length,
        ...(uploads.length && { uploads }),
        expect: {
          ...main.label,
          ...(Object.keys(main.may).length && { may: main.may }),
          ...(also.length && { also }),
        },
        ...(lang !== 'en' && { tags: [concept] }),
        source: 'own',
      }
      check(item, line)
      items.push(item)
    })
  return items
}

function lines(path) {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((l) => JSON.parse(l))
    .flatMap((d) => d.message ?? d.turns?.map((t) => t.say) ?? d.prompt ?? [])
}

const against = process.argv.slice(process.argv.indexOf('--against') + 1)
const others = (process.argv.includes('--against') ? against : [])
  .flatMap(lines)
  .map((text) => ({ text, key: bare(text), set: wordSet(text) }))
const only = process.argv.includes('--only') && process.argv[process.argv.indexOf('--only') + 1]
const seen = new Map()
let total = 0
let like = 0
for (const file of readdirSync(join(here, 'authored'))
  .filter((f) => f.endsWith('-b.txt') && (!only || f === only))
  .sort()) {
  const items = expand(file)
  for (const item of items) {
    const key = bare(item.message)
    const set = wordSet(item.message)
    const twin = others.find(
      (o) => o.key === key || (set.size >= 5 && o.set.size >= 5 && likeness(set, o.set) >= 0.75),
    )
    if (twin) {
      like += 1
      console.log(`${item.id}: "${item.message}" is like "${twin.text}"`)
    }
    // the same words may come again where the conversation makes them mean something else
    const situation = `${key} ${JSON.stringify([item.history, item.uploads])}`
    if (seen.has(situation)) {
      like += 1
      console.log(`${item.id}: "${item.message}" again, first ${seen.get(situation)}`)
    }
    seen.set(situation, item.id)
  }
  writeFileSync(
    join(here, file.replace('.txt', '.jsonl')),
    items.map((d) => `${JSON.stringify(d)}\n`).join(''),
  )
  console.log(`${file}: ${items.length}`)
  total += items.length
}
console.log(`${total} messages, ${like} likenesses`)
