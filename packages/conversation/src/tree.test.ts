import type { Usage } from '@plantain/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Picture, PictureState } from './perform.ts'
import type { Move, Place, Session, Turn } from './session.ts'
import { append, can, findPlace, glances, optionsOf, pictureAt, standing } from './tree.ts'

const usage: Usage = { promptTokens: 0, inputImageTokens: 0, outputImageTokens: 0, steps: 0, milliseconds: 0 }
const state = (name: string): PictureState => ({
  document: { base: { kind: 'picture', artifact: name, width: 1, height: 1 }, operations: [] },
  artifact: name,
  width: 1,
  height: 1,
  summary: { things: [] },
})

/** A session told in short: 'make' from where one is, or 'make turn:1'; 'undo 2'; 'redo'; 'go turn:1'; 'line turn:1'; 'say'; 'send'. */
function tell(...steps: readonly string[]): Session {
  return steps.reduce<Session>((session, step) => append(session, turnOf(session, step)), {
    id: 's',
    seed: 1,
    turns: [],
  })
}
function turnOf(session: Session, step: string): Turn {
  const [verb, argument] = step.split(' ')
  const number = session.turns.length + 1
  const made: Picture = { ...state(`picture ${number}`), seed: number, mask: null }
  const attachments = verb === 'send' ? [state(`sent with ${number}`)] : []
  const current = standing(session).current
  const moves: Readonly<Record<string, Move>> = {
    make: { type: 'make' },
    undo: { type: 'undo', steps: Number(argument ?? 1) },
    redo: { type: 'redo', steps: Number(argument ?? 1) },
    go: { type: 'jump', to: argument! },
    line: { type: 'jump', to: argument!, line: true },
  }
  const move = moves[verb!] ?? { type: 'stay' }
  const parent: Place | null = move.type === 'make' ? (argument ?? current) : current
  return {
    number,
    parent,
    kind: 'edit',
    message: step,
    attachments,
    painted: null,
    interpretation: { kind: 'edit', ops: [], refers_to: [] },
    move,
    pictures: move.type === 'make' ? [made, { ...made, artifact: `${made.artifact}, second` }] : [],
    source: null,
    text: '',
    files: [],
    options: {},
    names: {},
    seed: 1,
    usage,
    reader: 'test',
    version: '0',
  }
}
const shown = (session: Session): string | undefined => pictureAt(session, 'current')?.artifact

describe('undo and redo', () => {
  test('undo gives back the very picture, redo the one after it, a new picture ends redo', () => {
    expect(shown(tell('make', 'make', 'make', 'undo'))).toBe('picture 2')
    expect(shown(tell('make', 'make', 'make', 'undo 2'))).toBe('picture 1')
    expect(shown(tell('make', 'make', 'make', 'undo', 'undo', 'redo'))).toBe('picture 2')
    expect(can(tell('make', 'make', 'undo'))).toEqual({ undo: false, redo: true })
    expect(can(tell('make', 'make', 'undo', 'make'))).toEqual({ undo: true, redo: false })
  })
  test('at the first picture there is nothing to undo, and after the last nothing to redo', () => {
    expect(can(tell())).toEqual({ undo: false, redo: false })
    expect(can(tell('make'))).toEqual({ undo: false, redo: false })
    expect(shown(tell('make', 'undo'))).toBe('picture 1')
    expect(shown(tell('make', 'make', 'undo 99'))).toBe('picture 1')
    expect(shown(tell('make', 'make', 'redo 3'))).toBe('picture 2')
  })
  test('words change nothing, also not what can be redone', () => {
    expect(can(tell('make', 'make', 'undo', 'say', 'say'))).toEqual({ undo: false, redo: true })
    expect(shown(tell('make', 'make', 'undo', 'say', 'redo'))).toBe('picture 2')
  })
  test('an edit after undo is a sibling: both pictures stay', () => {
    const session = tell('make', 'make', 'undo', 'make')
    expect(standing(session)).toMatchObject({ current: 'turn:4', back: ['turn:1'], lines: 2 })
    expect(pictureAt(session, 'turn:2')?.artifact).toBe('picture 2')
  })
})

describe('going back and branching', () => {
  test('going back can be undone, and redo leads down again', () => {
    const back = tell('make', 'make', 'make', 'go turn:1')
    expect([shown(back), can(back)]).toEqual(['picture 1', { undo: true, redo: true }])
    expect(shown(tell('make', 'make', 'make', 'go turn:1', 'undo'))).toBe('picture 3')
    expect(shown(tell('make', 'make', 'make', 'go turn:1', 'redo'))).toBe('picture 2')
    expect(can(tell('make', 'make', 'go turn:1', 'make'))).toEqual({ undo: true, redo: false })
  })
  test('an edit of a named earlier picture hangs on it: undo goes there, not to what was shown', () => {
    const session = tell('make', 'make', 'make', 'make turn:1')
    expect(standing(session)).toMatchObject({ current: 'turn:4', back: ['turn:1'], lines: 2 })
  })
  test('lines are counted by their ends; one that was asked for counts from then on', () => {
    const lines = (...steps: string[]): number => standing(tell(...steps)).lines
    expect(lines()).toBe(0)
    expect(lines('say')).toBe(0)
    expect(lines('make', 'make')).toBe(1)
    expect(lines('make', 'make', 'go turn:1')).toBe(1)
    expect(lines('make', 'make', 'go turn:1', 'make')).toBe(2)
    expect(lines('make', 'make', 'line turn:2')).toBe(2)
    expect(lines('make', 'make', 'line turn:2', 'make')).toBe(2)
    expect(lines('make', 'make', 'line turn:1', 'make', 'undo', 'make')).toBe(3)
  })
})

describe('places', () => {
  test('a picture that was sent is the first one, and undo goes no further', () => {
    const session = tell('send', 'make', 'make', 'undo 5')
    expect([shown(session), can(session)]).toEqual(['sent with 1', { undo: false, redo: true }])
    expect(standing(tell('make', 'send')).current).toBe('turn:1')
  })
  test('one of several pictures of a turn, and nothing where there is none', () => {
    const session = tell('make', 'say', 'undo')
    expect(pictureAt(session, 'turn:1.2')?.artifact).toBe('picture 1, second')
    expect(findPlace(session, 'turn:1.1')).toBe('turn:1')
    expect(findPlace(session, 'turn:2')).toBe('turn:1') // only words: what was shown then
    for (const nowhere of [
      'turn:9',
      'turn:0',
      'turn:1.3',
      'turn:1.0',
      'image:1',
      'el:house1',
      'turn:-1',
      'turn:1e9',
      '',
    ])
      expect(pictureAt(session, nowhere), nowhere).toBeUndefined()
  })
  test('a turn that does not follow, and one that hangs on nothing, are refused', () => {
    const session = tell('make')
    expect(() => append(session, session.turns[0]!)).toThrow('turn 1 does not follow turn 1')
    expect(() => append(session, turnOf(session, 'make turn:7'))).toThrow('there is no picture turn:7')
    expect(() => append(session, turnOf(session, 'go image:2'))).toThrow('there is no picture image:2')
  })
})

test('options: the latest holds, and what to avoid adds up', () => {
  const session = tell('say', 'say', 'say')
  const options = [{ aspect: '16:9', avoid: 'text' }, { avoid: 'people' }, { aspect: '1:1', avoid: 'text' }]
  const turns = session.turns.map((turn, i) => ({ ...turn, options: options[i]! }))
  expect(optionsOf({ ...session, turns })).toEqual({ aspect: '1:1', avoid: 'text, people' })
})

// Any sequence of moves.
const steps = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.constant('make') },
    fc.constantFrom('say', 'send', 'redo', 'redo 2'),
    fc.nat(4).map((n) => `undo ${n + 1}`),
    fc.nat(8).map((n) => `go turn:${n + 1}`),
    fc.nat(8).map((n) => `line turn:${n + 1}`),
    fc.nat(8).map((n) => `make turn:${n + 1}`),
  ),
  { maxLength: 25 },
)
/** Steps to a picture that is not there are left out, as reply.ts answers them with a sentence. */
const possible = (all: readonly string[]): Session =>
  all.reduce<Session>(
    (session, step) => {
      const place = /turn:\d+/.exec(step)?.[0]
      const found = place === undefined ? place : findPlace(session, place)
      if (place !== undefined && found === undefined) return session
      return append(session, turnOf(session, place === undefined ? step : step.replace(place, found!)))
    },
    { id: 's', seed: 1, turns: [] },
  )
const then = (session: Session, ...more: string[]): Session =>
  more.reduce((before, step) => append(before, turnOf(before, step)), session)

test('undo then redo is where we were, from anywhere, any number of steps', () => {
  fc.assert(
    fc.property(steps, fc.integer({ min: 1, max: 6 }), (all, many) => {
      const session = possible(all)
      const deep = Math.min(many, standing(session).back.length)
      const again = then(session, ...Array<string>(deep).fill('undo'), ...Array<string>(deep).fill('redo'))
      expect(standing(again)).toMatchObject({
        current: standing(session).current,
        back: standing(session).back,
        forward: standing(session).forward,
      })
    }),
  )
})
test('whatever happens, every picture stays the same under its name, and the current one is one of them', () => {
  fc.assert(
    fc.property(steps, fc.nat(25), (all, cut) => {
      const session = possible(all)
      const before = { ...session, turns: session.turns.slice(0, cut) }
      for (const { number, pictures } of before.turns)
        if (pictures.length > 0) expect(pictureAt(session, `turn:${number}`)).toBe(pictures[0])
      const { current, back, forward } = standing(session)
      for (const place of [...(current === null ? [] : [current]), ...back, ...forward])
        expect(pictureAt(session, place), place).toBeDefined()
      expect(current === null && back.length + forward.length > 0).toBe(false)
    }),
  )
})
test('a session that was written down and read again stands where it stood', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const session = possible(all)
      expect(standing(JSON.parse(JSON.stringify(session)) as Session)).toEqual(standing(session))
    }),
  )
})

test('a glance at each turn is how the session stood after it', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const session = possible(all)
      for (const [index, glance] of glances(session).entries()) {
        const until = { ...session, turns: session.turns.slice(0, index + 1) }
        const { current, lines } = standing(until)
        expect(glance).toEqual({ current, can: can(until), lines })
      }
    }),
  )
})
test('a session of thousands of turns is walked in one go', () => {
  const turns: Turn[] = []
  const session: Session = { id: 's', seed: 1, turns }
  const one = tell('make').turns[0]!
  for (let number = 1; number <= 5000; number++)
    turns.push({ ...one, number, parent: number === 1 ? null : `turn:${number - 1}` })
  const began = performance.now()
  expect(glances(session)).toHaveLength(5000)
  expect(standing(session)).toMatchObject({ current: 'turn:5000', lines: 1 })
  expect(standing(session).back).toHaveLength(4999)
  expect(performance.now() - began).toBeLessThan(5000) // a quadratic walk takes minutes
})
