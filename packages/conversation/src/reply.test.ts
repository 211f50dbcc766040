import { describe, expect, test } from 'vitest'
import { reading, say, small, state, talk, thing } from './small.contract.ts'
import { can, pictureAt, standing } from './tree.ts'

const meanings = {
  'a house': reading('generate', [{ op: 'create', subject: ['red house', 'two pine trees'] }]),
  'make it night': reading('edit', [{ op: 'time_of_day', value: 'night' }]),
  'make it rain': reading('edit', [{ op: 'weather', value: 'rain' }]),
  more: reading('edit', [{ op: 'weather', value: 'rain' }], { refers_to: ['edit:last'] }),
  undo: reading('undo', [{ op: 'undo' }]),
  'undo two': reading('undo', [{ op: 'undo', steps: 2 }]),
  'undo five times': reading('undo', [{ op: 'undo', steps: 5 }]),
  redo: reading('redo', [{ op: 'redo' }]),
  'back to the first': reading('revert_to', [], { refers_to: ['turn:1'] }),
  'back to my photo': reading('revert_to', [], { refers_to: ['image:1'] }),
  'back to turn 9': reading('revert_to', [], { refers_to: ['turn:9'] }),
  'go back there': reading('revert_to'),
  'keep this, and try snow from the first': reading('branch', [{ op: 'weather', value: 'snow' }], {
    refers_to: ['turn:1'],
  }),
  'work on a copy': reading('branch'),
  'no, I meant snow': reading('edit', [{ op: 'undo' }, { op: 'weather', value: 'snow' }], {
    refers_to: ['edit:last'],
  }),
  'make the first one snowy': reading('edit', [{ op: 'weather', value: 'snow' }], { refers_to: ['turn:1'] }),
  'four variations': reading('vary', [{ op: 'variation', count: 4 }]),
  'the second one, but at night': reading('edit', [{ op: 'time_of_day', value: 'night' }]),
  'go back to the third one': reading('revert_to', [], { refers_to: ['turn:2'] }),
  'make the current one rainy': reading('edit', [{ op: 'weather', value: 'rain' }], {
    refers_to: ['turn:2'],
  }),
  'the fourth one as a jpeg': reading('export', [{ op: 'export', format: 'jpeg' }], {
    refers_to: ['turn:2'],
  }),
  'how many turns were there?': reading('question'),
  'what did you change?': reading('question', [], { refers_to: ['edit:last'] }),
  'make it orange': reading('clarify', [], { ask: 'target', refers_to: ['el:dog1', 'el:cat1'] }),
  'remove the pot': reading('clarify', [], { ask: 'target', refers_to: ['el:pot1', 'el:pot2', 'el:pot3'] }),
  naked: reading('refuse', [], { reason: 'sexual' }),
  'from now on 16:9': reading('set_option', [{ op: 'set_option', option: 'aspect', value: '16:9' }]),
  'subtle from now on': reading('set_option', [{ op: 'set_option', option: 'strength', value: 'subtle' }]),
  'much brighter': reading('edit', [{ op: 'brightness', direction: 'up', amount: 'strong' }]),
  'from now on 7:5': reading('set_option', [{ op: 'set_option', option: 'aspect', value: '7:5' }]),
  'use seed 1234': reading('set_option', [{ op: 'set_option', option: 'seed', value: '1234' }]),
  'as a jpeg at 80': reading('export', [{ op: 'export', format: 'jpeg', quality: '80' }]),
  'as an svg': reading('export', [{ op: 'export', format: 'svg' }]),
  'all as a zip': reading('export', [{ op: 'export', format: 'zip' }]),
  'png with nothing behind': reading('export', [
    { op: 'background', value: 'transparent' },
    { op: 'export', format: 'png' },
  ]),
  'flip this': reading('edit', [{ op: 'flip', direction: 'horizontal' }], { refers_to: ['image:1'] }),
  'brighten it': reading('edit', [{ op: 'brightness', direction: 'up' }]),
  'with the light of this photo': reading('edit', [{ op: 'light' }], { refers_to: ['image:1'] }),
  'the impossible': reading('edit', [{ op: 'remove', target: 'boat' }]),
  'please fail': reading('edit', [{ op: 'remove', target: 'boat' }]),
  'give the same woman a hat': reading('edit', [{ op: 'add', target: 'hat' }]),
  'give the woman a hat': reading('edit', [{ op: 'add', target: 'hat' }]),
  'write "Mia" on the wall': reading('edit', [{ op: 'add_text', value: 'Mia' }]),
} as const
const use = (...more: Parameters<typeof small>[1][]) => small(meanings, ...(more as []))
const shown = ({ session }: Awaited<ReturnType<typeof talk>>): string | undefined =>
  pictureAt(session, 'current')?.artifact

describe('pictures', () => {
  test('a message makes a picture and a sentence, and edits add up', async () => {
    const told = await talk(use(), 'a house', 'make it night', 'make it rain')
    expect(shown(told)).toBe('nothing > create > time_of_day night > weather rain')
    expect(told.turn).toMatchObject({
      number: 3,
      parent: 'turn:2',
      kind: 'edit',
      text: 'I made it rain.',
      reader: 'small',
    })
    expect(told.events.map(({ type }) => type)).toEqual([
      'interpretation-ready',
      'progress',
      'image-ready',
      'text',
    ])
    expect((await talk(use(), 'a house')).turn.text).toBe('I made a red house and two pine trees.')
  })
  test('the first picture has the seed of the session, later turns have others, a set seed is kept to', async () => {
    const parts = use()
    await talk(
      parts,
      'how many turns were there?',
      'a house',
      'make it night',
      'make it rain',
      'use seed 1234',
      'make it night',
    )
    const seeds = parts.tasks.map(({ seed }) => seed)
    expect([seeds[0], seeds[3]]).toEqual([7, 1234])
    expect(new Set(seeds).size).toBe(4)
  })
  test('"more" is told which edit it means and what that was made from', async () => {
    const parts = use()
    await talk(parts, 'a house', 'make it rain', 'more')
    expect(parts.tasks[2]!.last).toEqual({
      ops: [{ op: 'weather', value: 'rain' }],
      source: expect.objectContaining({ artifact: 'nothing > create' }),
    })
    expect(parts.tasks[2]!.current?.artifact).toBe('nothing > create > weather rain')
    expect(parts.tasks[0]!.last).toBeNull()
  })
  test('a correction goes on from the picture before the wrong change, and the wrong one is kept', async () => {
    const parts = use()
    const told = await talk(parts, 'a house', 'make it rain', 'no, I meant snow')
    expect(shown(told)).toBe('nothing > create > weather snow')
    expect(parts.tasks[2]!.interpretation.ops).toEqual([{ op: 'weather', value: 'snow' }])
    expect(told.turn.parent).toBe('turn:1')
    expect(pictureAt(told.session, 'turn:2')?.artifact).toBe('nothing > create > weather rain')
  })
  test('an edit of a named earlier picture changes that one', async () => {
    const told = await talk(use(), 'a house', 'make it night', 'make the first one snowy')
    expect([shown(told), told.turn.parent]).toEqual(['nothing > create > weather snow', 'turn:1'])
  })
  test('one of several variations is taken by its number', async () => {
    const told = await talk(use(), 'a house', 'four variations', 'the second one, but at night')
    expect(told.turn.parent).toBe('turn:2.2')
    expect(shown(told)).toBe('nothing > create > variation #2 > time_of_day night')
    expect(shown(await say(told.session, use(), 'undo'))).toBe('nothing > create > variation #2')
  })
  test('one of several is gone to, exported and gone on from by its number', async () => {
    const parts = use()
    const told = await talk(parts, 'a house', 'four variations', 'go back to the third one')
    expect([shown(told), told.turn.move]).toEqual([
      'nothing > create > variation #3',
      { type: 'jump', to: 'turn:2.3' },
    ])
    expect(shown(await say(told.session, parts, 'make the current one rainy'))).toBe(
      'nothing > create > variation #3 > weather rain',
    )
    expect((await say(told.session, parts, 'the fourth one as a jpeg')).turn.files[0]?.name).toBe(
      'turn-2-4.jpeg',
    )
    expect((await say(told.session, parts, 'all as a zip')).turn.files).toHaveLength(5)
  })
  test('what cannot be done is said, and nothing changes', async () => {
    const told = await talk(use(), 'a house', 'make it night', 'undo', 'the impossible')
    expect(told.turn).toMatchObject({
      pictures: [],
      text: 'There is nothing here that this could be done to.',
    })
    expect([shown(told), can(told.session)]).toEqual(['nothing > create', { undo: false, redo: true }])
  })
  test('an error reaches the caller, and the session goes on as if nothing had been said', async () => {
    const before = await talk(use(), 'a house')
    await expect(say(before.session, use(), 'please fail')).rejects.toThrow('the performer broke')
    expect(shown(await say(before.session, use(), 'make it night'))).toBe(
      'nothing > create > time_of_day night',
    )
  })
})

describe('pictures that were sent', () => {
  const photo = state('photo', [thing('cat1', 'cat')])
  test('an edit of the one that came with the message; undo gives the photo back', async () => {
    const parts = use()
    const told = await talk(parts, { message: 'flip this', attachments: [photo] })
    expect([shown(told), told.turn.parent]).toEqual(['photo > flip', 'image:1'])
    expect(parts.asked[0]).toMatchObject({ images: 1, uploads: [[{ id: 'cat1', name: 'cat' }]] })
    const back = await say(told.session, parts, 'undo')
    expect([shown(back), can(back.session)]).toEqual(['photo', { undo: false, redo: true }])
  })
  test('it need not be named where nothing else can be meant', async () => {
    expect(shown(await talk(use(), { message: 'brighten it', attachments: [photo] }))).toBe(
      'photo > brightness',
    )
    expect(shown(await talk(use(), 'a house', { message: 'brighten it', attachments: [photo] }))).toBe(
      'photo > brightness',
    )
  })
  test('one that is only to go by does not take the place of the picture', async () => {
    const told = await talk(use(), 'a house', {
      message: 'with the light of this photo',
      attachments: [photo],
    })
    expect(shown(told)).toBe('nothing > create > light')
  })
  test('a picture without a word is kept, and one is asked what to do with it', async () => {
    const parts = use()
    const told = await talk(parts, { attachments: [photo] })
    expect(told.turn).toMatchObject({
      kind: 'clarify',
      text: 'I have the picture. What would you like me to do with it?',
    })
    expect(shown(await say(told.session, parts, 'brighten it'))).toBe('photo > brightness')
    expect(shown(await say(told.session, parts, 'back to my photo'))).toBe('photo')
  })
})

describe('moves', () => {
  test('undo, redo and going back bring the earlier picture itself', async () => {
    const parts = use()
    const told = await talk(parts, 'a house', 'make it night', 'make it rain')
    const second = pictureAt(told.session, 'turn:2')
    const back = await say(told.session, parts, 'undo')
    expect(pictureAt(back.session, 'current')).toBe(second)
    expect(back.turn).toMatchObject({
      kind: 'undo',
      pictures: [],
      text: 'I took that back (I had made it rain). This is picture 2 (“make it night”) again.',
    })
    expect(shown(await say(back.session, parts, 'redo'))).toBe(shown(told))
    const first = await say(told.session, parts, 'back to the first')
    expect([shown(first), first.turn.text]).toEqual(['nothing > create', 'Back to picture 1 (“a house”).'])
    expect((await say(told.session, parts, 'undo two')).turn.text).toBe(
      'I took the last two changes back. This is picture 1 (“a house”) again.',
    )
    expect(parts.tasks).toHaveLength(3) // nothing was made anew
  })
  test.each([
    [['undo'], 'There is nothing to undo: there is no picture yet.'],
    [['a house', 'undo'], 'There is nothing to undo: this is the first picture.'],
    [['a house', 'redo'], 'There is nothing to redo.'],
    [['a house', 'back to turn 9'], 'There is no picture 9 in this session: pictures were made in turn 1.'],
    [['back to the first'], 'There is no picture 1 in this session: none was made yet.'],
    [
      ['a house', 'make it night', 'go back there'],
      'Which picture do you mean: picture 1 (“a house”) or picture 2 (“make it night”)?',
    ],
  ])('%j: %s', async (messages, text) => {
    const told = await talk(use(), ...messages)
    expect(told.turn).toMatchObject({ text, move: { type: 'stay' }, pictures: [] })
    expect(can(told.session).redo).toBe(false)
  })
  test('more steps than there are go to the first picture', async () => {
    const told = await talk(use(), 'a house', 'make it night', 'make it rain', 'undo five times')
    expect([shown(told), can(told.session)]).toEqual(['nothing > create', { undo: false, redo: true }])
  })
  test('a branch keeps the line that is, with an edit or without', async () => {
    const told = await talk(use(), 'a house', 'make it night', 'keep this, and try snow from the first')
    expect([shown(told), told.turn.parent, standing(told.session).lines]).toEqual([
      'nothing > create > weather snow',
      'turn:1',
      2,
    ])
    const copy = await talk(use(), 'a house', 'work on a copy', 'make it night')
    expect([shown(copy), standing(copy.session).lines]).toEqual(['nothing > create > time_of_day night', 2])
  })
  test('the bare name of a command is one, however it is written', async () => {
    const parts = use()
    for (const message of ['Undo', 'UNDO!', 'rückgängig', '撤销']) {
      const told = await talk(parts, 'a house', 'make it night', message)
      expect([told.turn.kind, shown(told)]).toEqual(['undo', 'nothing > create'])
      expect(parts.asked.at(-1)!.message).toBe('make it night')
    }
  })
  test('a command needs no reading', async () => {
    const parts = use()
    const told = await talk(parts, 'a house', 'make it night', {
      message: '/undo',
      interpretation: reading('undo'),
    })
    expect([shown(told), parts.asked.length]).toEqual(['nothing > create', 2])
  })
})

describe('words', () => {
  test('a question changes nothing, also not what can be redone', async () => {
    const told = await talk(use(), 'a house', 'make it night', 'undo', 'how many turns were there?')
    expect(told.turn).toMatchObject({
      text: 'There were three turns before this one, with two pictures.',
      pictures: [],
    })
    expect(can(told.session)).toEqual({ undo: false, redo: true })
  })
  test('what was changed', async () => {
    expect((await talk(use(), 'a house', 'make it night', 'what did you change?')).turn.text).toBe(
      'I made it night.',
    )
  })
  test('asking back names the choices, by what tells them apart', async () => {
    const animals = () => [thing('dog1', 'dog'), thing('cat1', 'cat'), thing('rug1', 'rug')]
    expect((await talk(use(animals), 'a house', 'make it orange')).turn.text).toBe(
      'Which one do you mean: the dog or the cat?',
    )
    const pots = () =>
      ['red', 'blue', 'white'].map((color, i) => thing(`pot${i + 1}`, 'flower pot', { color }))
    expect((await talk(use(pots), 'a house', 'remove the pot')).turn.text).toBe(
      'Which one do you mean: the red flower pot, the blue flower pot or the white flower pot?',
    )
  })
  test('a refusal has its reason and leaves the picture', async () => {
    const told = await talk(use(), 'a house', 'naked')
    expect(told.turn.text).toBe('I do not make sexual pictures of people. The picture stays as it is.')
    expect([shown(told), can(told.session)]).toEqual(['nothing > create', { undo: false, redo: false }])
  })
})

describe('settings and files', () => {
  test('a setting holds from then on, through edits, and after undo', async () => {
    const parts = use()
    const told = await talk(parts, 'from now on 16:9', 'a house', 'make it night', 'undo', 'make it rain')
    expect(told.session.turns[0]!.text).toBe('From now on new pictures are 16:9.')
    expect(parts.tasks.map(({ options }) => options['aspect'])).toEqual(['16:9', '16:9', '16:9'])
  })
  test('one that cannot be is not kept, and what can be is told', async () => {
    const parts = use()
    const told = await talk(parts, 'from now on 7:5', 'a house')
    expect(told.session.turns[0]!.text).toBe(
      'The aspect cannot be “7:5”; give 1:1, 2:3, 3:2, 3:4, 4:3, 4:5, 5:4, 9:16, 16:9 or 21:9.',
    )
    expect(parts.tasks[0]!.options).toEqual({})
  })
  test('a strength holds for changes that do not say how much, and for those alone', async () => {
    const parts = use()
    await talk(parts, 'subtle from now on', 'a house', 'brighten it', 'make it night', 'much brighter')
    expect(parts.tasks.map(({ interpretation: { ops } }) => ops[0]!.amount)).toEqual([
      undefined,
      'slight',
      undefined,
      'strong',
    ])
  })
  test('a file of the current picture; no picture is made', async () => {
    const told = await talk(use(), 'a house', 'make it night', 'as a jpeg at 80')
    expect(told.turn).toMatchObject({
      kind: 'export',
      pictures: [],
      files: [{ artifact: 'jpeg of nothing > create > time_of_day night', name: 'turn-2.jpeg' }],
      text: 'Here is the picture as a JPEG file at quality 80, 40 x 30 pixels.',
    })
  })
  test('a file after an edit, in one message', async () => {
    const told = await talk(use(), 'a house', 'png with nothing behind')
    expect(shown(told)).toBe('nothing > create > background transparent')
    expect(told.turn.files).toMatchObject([{ artifact: 'png of nothing > create > background transparent' }])
    expect(told.turn.text).toBe('I cut the subject out. Here is the picture as a PNG file, 40 x 30 pixels.')
  })
  test('all pictures at once, and nothing where there is none', async () => {
    const told = await talk(use(), 'a house', 'four variations', 'all as a zip')
    expect(told.turn.files).toHaveLength(5)
    expect((await talk(use(), 'as a jpeg at 80')).turn.text).toBe(
      'There is no picture to export yet. Tell me what to draw first.',
    )
    expect((await talk(use(), 'a house', 'as an svg')).turn.text).toContain(
      'Pictures are not written as SVG; ask for PNG, JPEG or WebP',
    )
  })
})

describe('names', () => {
  const woman = () => [thing('woman1', 'woman'), thing('dog1', 'dog'), thing('sky1', 'sky')]
  test('a name that was given is kept and stands for the thing, but not in quotation marks', async () => {
    const parts = use(woman)
    const told = await talk(parts, 'a house', 'call her Mia', 'give Mia a hat', 'write "Mia" on the wall')
    expect(told.session.turns[1]).toMatchObject({
      names: { woman1: 'Mia' },
      text: 'The woman is called Mia from now on.',
      pictures: [],
    })
    expect(parts.asked.map(({ message }) => message)).toEqual([
      'a house',
      'give the woman a hat',
      'write "Mia" on the wall',
    ])
    expect(told.session.turns[2]!.message).toBe('give Mia a hat')
  })
  test('in a picture without her she is the same woman', async () => {
    let first = true
    const parts = use(() => (first ? ((first = false), woman()) : []))
    await talk(parts, 'a house', 'call her Mia', 'make it night', 'give Mia a hat')
    expect(parts.asked.at(-1)!.message).toBe('give the same woman a hat')
  })
  test('who can be several is asked about', async () => {
    const two = () => [
      thing('woman1', 'woman', { region: 'left' }),
      thing('woman2', 'woman', { region: 'right' }),
    ]
    const told = await talk(use(two), 'a house', 'call her Mia')
    expect(told.turn).toMatchObject({
      kind: 'clarify',
      names: {},
      text: 'Whom do you mean: the woman at the left or the woman at the right?',
    })
  })
})

describe('messages that cannot be meant', () => {
  test.each([
    ['', 'the message is empty; say what to draw, or what to change'],
    [' \n\t ', 'the message is empty'],
    ['\u0000\u001b[31m\u200b', 'the message is empty'],
    ['x'.repeat(50_000), 'the message has 50000 characters; say it in up to 20000'],
  ])('%j', async (message, error) => {
    await expect(talk(use(), message.slice(0, 60_000))).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
      message: expect.stringContaining(error),
    })
  })
  test('a fourth picture', async () => {
    const attachments = [1, 2, 3, 4].map((n) => state(`photo ${n}`))
    await expect(talk(use(), { message: 'brighten it', attachments })).rejects.toThrow(
      '4 pictures came with the message; send up to 3',
    )
  })
  test('control characters are dropped, emoji and joined letters stay', async () => {
    const parts = small({ 'a house 👨‍👩‍👧 क्‍ष': reading('question') })
    await talk(parts, '\u001b[1ma\u0007 house\r\n 👨‍👩‍👧 क्‍ष\u202e')
    expect(parts.asked[0]!.message).toBe('a house 👨‍👩‍👧 क्‍ष')
  })
  test('a signal that has fired stops the turn', async () => {
    const stop = new AbortController()
    stop.abort()
    const { reply } = await import('./reply.ts')
    const run = reply(
      { id: 's', seed: 1, turns: [] },
      { message: 'a house', attachments: [], painted: null },
      use(),
      stop.signal,
    )
    await run.next()
    await expect(run.next()).rejects.toMatchObject({ code: 'CANCELLED' })
  })
})

test('of a long session the latest turns are told, and the first picture', async () => {
  const parts = use()
  let told = await talk(parts, 'a house')
  for (let i = 0; i < 40; i++) told = await say(told.session, parts, 'make it night')
  const { history } = parts.asked.at(-1)!
  expect(history).toHaveLength(50)
  expect(history[0]).toMatchObject({ role: 'user', text: 'a house' })
  expect(history[1]).toEqual({
    role: 'assistant',
    turn: 1,
    ops: meanings['a house'].ops,
    scene: [{ id: 'house1', name: 'house' }],
  })
  expect(history[3]).toMatchObject({ role: 'assistant', turn: 17 })
  expect(JSON.stringify(history).length).toBeLessThan(10_000)
})
