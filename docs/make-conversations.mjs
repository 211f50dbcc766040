// The page of conversations: node docs/make-conversations.mjs, after `npx tsc -b`. Three sessions at seed 1, every turn as it came, none left
// out: writes docs/conversations.md and docs/pictures/conversation-*.webp.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createPlantain, loadConfig } from '../packages/server/dist/index.js'

const here = fileURLToPath(new URL('.', import.meta.url))
const sharp = createRequire(new URL('../packages/codecs/package.json', import.meta.url))('sharp')
const sessions = [
  {
    title: 'A lake, step by step',
    messages: [
      'create a mountain landscape',
      'add a lake in the foreground',
      'add a small red boat on the lake',
      'make the boat blue',
      'make the sky more dramatic',
      'a bit less',
      'undo',
      'now make it night',
    ],
  },
  {
    title: 'Two dogs and a birthday',
    messages: [
      'two dogs in a park in autumn',
      'give one of them a party hat',
      'add three red balloons above them',
      'remove the hat',
      'make it winter',
      'turn it into a watercolor',
      'go back to the one with the balloons',
      'make it a bit warmer and crop it to 16:9',
    ],
  },
  {
    title: 'A corner shop',
    messages: [
      'a small shop with a sign that says "BREAD" on a street in the morning',
      'put a bicycle in front of the shop',
      'paint the bicycle yellow',
      'change the sign to "CAKES"',
      'make it rain',
      'add a cat on the right',
      'what is in the picture?',
      'black and white, please',
    ],
  },
]

const data = mkdtempSync(join(tmpdir(), 'plantain-conversations-'))
const config = loadConfig({ flags: { data }, environment: {}, directory: data })
const plantain = createPlantain(config)
const page = [
  '# Three conversations, as they came',
  '',
  'Made by `node docs/make-conversations.mjs` with the shipped weights, seed 1, nothing picked and nothing left out: where a message was misread or a thing could not be drawn, it shows. ' +
    'What was understood stands under each picture.',
  '',
]
for (const [number, { title, messages }] of sessions.entries()) {
  const { id } = plantain.sessions.start({ seed: 1 })
  const rows = []
  const tiles = []
  for (const text of messages) {
    const run = plantain.sessions.send(id, { text, options: { size: '768x768' } }, new AbortController().signal)
    let next = await run.next()
    while (!next.done) next = await run.next()
    const { places, interpretation, text: reply, turn } = next.value
    const wishes = interpretation.ops.map(({ op, ...slots }) => [op, ...Object.entries(slots).map(([slot, value]) => `${slot} ${[value].flat().join(', ')}`)].join(' · '))
    rows.push(`| ${turn} | ${text} | ${[interpretation.kind, ...wishes].join('<br>')} | ${reply} |`)
    if (places.length > 0) tiles.push({ turn, bytes: (await plantain.sessions.picture(id, places[0])).bytes })
    console.log(`${title}: ${text} → ${reply}`)
  }
  const [side, columns] = [300, 4]
  const parts = await Promise.all(
    tiles.map(async ({ bytes }, n) => ({
      input: await sharp(bytes).resize(side - 4, side - 4, { fit: 'contain', background: '#fff' }).png().toBuffer(),
      left: (n % columns) * side + 2,
      top: Math.floor(n / columns) * side + 2,
    })),
  )
  const sheet = sharp({ create: { width: columns * side, height: Math.ceil(tiles.length / columns) * side, channels: 3, background: '#fff' } })
  await sheet.composite(parts).webp({ quality: 82 }).toFile(join(here, `pictures/conversation-${number + 1}.webp`))
  page.push(
    `## ${title}`,
    '',
    `![The pictures of turns ${tiles.map(({ turn }) => turn).join(', ')}](pictures/conversation-${number + 1}.webp)`,
    '',
    `*Turns ${tiles.map(({ turn }) => turn).join(', ')}, from left to right, row by row.*`,
    '',
    '| turn | said | understood | answered |',
    '|---|---|---|---|',
    ...rows,
    '',
  )
}
await plantain[Symbol.asyncDispose]()
rmSync(data, { recursive: true, force: true })
writeFileSync(join(here, 'conversations.md'), page.join('\n'))
