import type { Scene, Thing, Wish, World } from '@plantain/core'
import { describe, expect, test } from 'vitest'
import {
  after,
  farm,
  notesOf,
  operationsOf,
  plan,
  sceneOf,
  thing,
  vocabulary,
} from '../small-scene.contract.ts'
import { placeBy } from '../scene-edit/where.ts'

const [house, cows, man] = farm.things as [Thing, Thing, Thing]
const named = (scene: Scene, id: string): Thing | undefined => scene.things.find((one) => one.id === id)

/** What of a scene is another, by path. */
function changed(before: Scene, now: Scene): string[] {
  const world = (Object.keys(before.world) as (keyof World)[])
    .filter((field) => before.world[field] !== now.world[field])
    .map((field) => `world.${field}`)
  const things = before.things.flatMap((one) => {
    const other = named(now, one.id)
    if (other === undefined) return [`${one.id} gone`]
    return [...new Set([...Object.keys(one), ...Object.keys(other)])]
      .filter(
        (field) => JSON.stringify(one[field as keyof Thing]) !== JSON.stringify(other[field as keyof Thing]),
      )
      .map((field) => `${one.id}.${field}`)
  })
  const added = now.things.filter(({ id }) => named(before, id) === undefined).map(({ id }) => `${id} new`)
  return [...world, ...things, ...added, ...(before.seed === now.seed ? [] : ['seed'])].toSorted()
}

describe('a wish changes what it names and nothing else', () => {
  const table: readonly (readonly [string, Wish, readonly string[]])[] = [
    ['paint the house blue', { op: 'recolor', target: 'house', value: 'blue' }, ['t1.color']],
    ['a crimson hat', { op: 'recolor', target: 'hat', value: 'crimson' }, ['t4.color']],
    ['by a hex figure', { op: 'recolor', target: 'house', value: '#ffd42a' }, ['t1.color']],
    ['by its id', { op: 'recolor', target: 'el:t3', value: 'green' }, ['t3.color']],
    ['a wooden house', { op: 'material', target: 'house', value: 'wooden' }, ['t1.looks', 't1.material']],
    ['its roof alone', { op: 'recolor', target: 'roof', value: 'green' }, ['t1.parts']],
    ['whose hair', { op: 'recolor', target: "the man's hair", value: 'blonde' }, ['t3.parts']],
    ['the hair in other words', { op: 'modify', target: 'man', value: 'red hair' }, ['t3.parts']],
    ['a sun that smiles', { op: 'expression', target: 'sun', value: 'smiling' }, ['sun new', 'world.sun']],
    ['let him laugh', { op: 'expression', target: 'man', value: 'laughing' }, ['t3.state']],
    ['sit down', { op: 'pose', target: 'man', value: 'sitting' }, ['t3.state']],
    ['look to the left', { op: 'pose', target: 'man', value: 'looking left' }, ['t3.right']],
    ['the old house', { op: 'modify', target: 'house', value: 'old and run down' }, ['t1.state']],
    ['lights on', { op: 'modify', target: 'house', value: 'lit' }, ['t1.state']],
    ['the lights, of whatever has some', { op: 'modify', target: 'the lights', value: 'on' }, ['t1.state']],
    ['a bigger house', { op: 'scale', target: 'house', direction: 'up' }, ['t1.height']],
    ['the house to the right', { op: 'move', target: 'house', region: 'right' }, ['t1.x']],
    ['a bit to the left', { op: 'move', target: 'house', direction: 'right', amount: 'slight' }, ['t1.x']],
    [
      'a cat in place of the house',
      { op: 'replace', target: 'house', value: 'cat' },
      ['t1.color', 't1.height', 't1.kind'],
    ],
    ['no hat', { op: 'remove', target: 'hat' }, ['t4 gone', 't5.parent'].slice(0, 1)],
    ['take the house away', { op: 'remove', target: 'house' }, ['t1 gone', 't4.parent', 't5.parent']],
    ['two cows', { op: 'set_count', target: 'cow', count: 2 }, ['t2.count', 't2.group']],
    ['a fourth cow', { op: 'set_count', target: 'cow', count: 4 }, ['t2-more new']],
    ['night', { op: 'time_of_day', value: 'night' }, ['world.moon', 'world.sun', 'world.sunY', 'world.time']],
    [
      'rain',
      { op: 'weather', value: 'rain' },
      ['world.clouds', 'world.haze', 'world.intensity', 'world.sun', 'world.weather'],
    ],
    ['winter', { op: 'season', value: 'winter' }, ['world.cover', 'world.season']],
    ['watercolor', { op: 'restyle', value: 'watercolor' }, ['world.style']],
    ['studio light', { op: 'light', value: 'studio' }, ['world.light']],
    ['light from the left', { op: 'light', region: 'left' }, ['world.sunX']],
    ['a rainbow', { op: 'add', target: 'rainbow' }, ['world.rainbow']],
    ['a river', { op: 'replace', target: 'lake', value: 'river' }, ['world.water']],
    ['no lake', { op: 'remove', target: 'lake' }, ['world.water']],
    ['flowers', { op: 'add', target: 'flowers' }, ['world.cover']],
    [
      'a more dramatic sky',
      { op: 'modify', target: 'sky', value: 'more dramatic' },
      ['world.clouds', 'world.drama'],
    ],
    [
      'dramatic light in the sky',
      { op: 'light', target: 'sky', value: 'dramatic' },
      ['world.clouds', 'world.drama'],
    ],
    ['the lights in the house', { op: 'modify', target: 'house', value: 'lights' }, ['t1.state']],
    ['a rougher lake', { op: 'modify', target: 'lake', value: 'rougher' }, ['world.weather']],
    ['on a beach', { op: 'background', value: 'a beach' }, ['world.cover', 'world.land', 'world.water']],
  ]
  test.each(table)('%s', (_, wish, fields) => {
    expect(changed(farm, after(wish))).toEqual(fields)
  })

  test('a rough water is calmed, a calm one says so', () => {
    const rough = after({ op: 'modify', target: 'lake', value: 'stormy' })
    expect(rough.world.weather).toBe('windy')
    expect(after({ op: 'modify', target: 'lake', value: 'calm' }, rough)).toEqual(farm)
    expect(notesOf({ op: 'modify', target: 'lake', value: 'calm' })).toEqual([
      'The water is as calm as I can make it.',
    ])
  })

  test('the winter of a farm has snow, and no green is left lying', () => {
    const winter = after({ op: 'season', value: 'winter' })
    expect(winter.world.cover).toBe('snow')
    expect(after({ op: 'season', value: 'spring' }, winter).world.cover).toBe('grass')
  })

  test('the sun goes with the rain and comes back with clear weather', () => {
    const rain = after({ op: 'weather', value: 'rain' })
    expect(rain.world.sun).toBe(false)
    expect(after({ op: 'weather', value: 'clear' }, rain).world).toMatchObject({
      sun: true,
      weather: 'clear',
    })
  })
})

describe('groups', () => {
  test('one of three is painted, and the others stay where and what they were', () => {
    const scene = after({ op: 'recolor', target: 'el:t2.2', value: 'white' })
    expect(named(scene, 't2')).toEqual({ ...cows, count: 2, group: { id: 't2', size: 3, members: [0, 2] } })
    expect(named(scene, 't2.2')).toEqual({
      ...cows,
      id: 't2.2',
      count: 1,
      color: 'white',
      group: { id: 't2', size: 3, members: [1] },
    })
  })

  test('the left one is the one on the left', () => {
    expect(
      after({ op: 'recolor', target: 'cow', region: 'left', value: 'white' }).things.at(-1),
    ).toMatchObject({ id: 't2.1', color: 'white' })
    expect(after({ op: 'recolor', target: 'the right cow', value: 'white' }).things.at(-1)).toMatchObject({
      id: 't2.3',
      color: 'white',
    })
  })

  test('what the message points at is meant', () => {
    expect(
      after({ op: 'recolor', target: 'cow', value: 'white' }, farm, { refers: ['el:t2.2'] }).things.at(-1)!
        .id,
    ).toBe('t2.2')
  })

  test('one is taken out and the count follows', () => {
    const scene = after({ op: 'remove', target: 'cow', count: 1 })
    expect(scene.things[1]).toMatchObject({ count: 2, group: { members: [0, 1] } })
    expect(after({ op: 'remove', target: 'cow' }, scene).things.map(({ id }) => id)).toEqual([
      't1',
      't3',
      't4',
      't5',
    ])
  })
})

describe('what holds what', () => {
  test('what is worn and held goes with who wears and holds it', () => {
    expect(after({ op: 'remove', target: 'man' }).things.map(({ id }) => id)).toEqual(['t1', 't2'])
  })

  test('what stood on a table stands on the floor when the table is gone', () => {
    const room = sceneOf(
      [thing('a', 'table', { y: 0.9 }), thing('b', 'vase', { parent: 0, support: 'on', y: 0.6 })],
      { land: 'room' },
    )
    expect(after({ op: 'remove', target: 'table' }, room).things).toEqual([
      thing('b', 'vase', { support: 'ground', parent: null, y: 0.9 }),
    ])
  })

  test('a scarf goes on the man who is named, sunglasses on the one who is there', () => {
    expect(
      after({ op: 'add', target: 'scarf', color: 'red', region: 'on the man' }).things.at(-1),
    ).toMatchObject({ kind: 'scarf', color: 'red', support: 'worn', parent: 2 })
    expect(
      after({ op: 'add', target: 'sunglasses' }, sceneOf([thing('t1', 'dog')])).things.at(-1),
    ).toMatchObject({ kind: 'sunglasses', support: 'worn', parent: 0 })
  })

  test('a hat in a portrait moves nothing of who wears it, be there room above or not', () => {
    const portrait = sceneOf([thing('t1', 'man', { height: 0.96, y: 1 })], { viewpoint: 'portrait' })
    expect(after({ op: 'add', target: 'hat', region: 'on the man' }, portrait).things[0]).toEqual(
      portrait.things[0],
    )
  })

  test('another hat takes the place of the hat', () => {
    const scene = after({ op: 'outfit', target: 'man', value: 'crown' })
    expect(
      scene.things
        .filter(({ parent, support }) => parent === 2 && support === 'worn')
        .map(({ kind }) => kind),
    ).toEqual(['crown'])
  })
})

describe('adding', () => {
  test('what was said is given, and the composer is asked for the rest', () => {
    const [step] = plan({ op: 'add', target: 'boat', size: 'small', color: 'white', region: 'on the lake' })
    expect(step).toMatchObject({
      do: 'add',
      kind: 'boat',
      given: { color: 'white', count: 1 },
      where: { kind: 'part', part: 'water', relation: 'on' },
      sized: 0.65,
    })
  })

  test.each([
    ['next to the house', { kind: 'thing', relation: 'next to', index: 0 }],
    ['in front of the house', { kind: 'thing', relation: 'in front of', index: 0 }],
    ['to the left of the man', { kind: 'thing', relation: 'left of', index: 2 }],
    ['in the sky', { kind: 'part', part: 'sky' }],
    ['left', { kind: 'area', area: { column: 'left', row: null, depth: null } }],
    ['in the top right corner', { kind: 'area', area: { column: 'right', row: 'top', depth: null } }],
    ['foreground', { kind: 'area', area: { column: null, row: null, depth: 'foreground' } }],
  ] as const)('%s is a place', (region, where) => {
    expect(plan({ op: 'add', target: 'dog', region })[0]).toMatchObject({ do: 'add', where })
  })

  test('the bench that was there before comes back as it was', () => {
    const bench = thing('t9', 'bench', { x: 0.31, y: 0.88, color: 'green' })
    const before = { ...farm, things: [...farm.things, bench] }
    expect(
      after({ op: 'add', target: 'bench' }, farm, {
        message: 'I want the bench back',
        past: [farm, before],
      }).things.at(-1),
    ).toEqual(bench)
  })

  test('what the model has no drawing for is told', () => {
    expect(notesOf({ op: 'add', target: 'flux capacitor' })).toEqual([
      'I have no drawing of flux capacitor; name something near to it.',
    ])
  })

  test('a ninth thing is refused in one sentence', () => {
    const full = sceneOf(Array.from({ length: 8 }, (_, n) => thing(`t${n}`, 'dog', { x: n / 8 })))
    expect(notesOf({ op: 'add', target: 'sunglasses', region: 'on the left dog' }, full)).toEqual([
      'The picture is full; take something out first.',
    ])
  })

  test('a part that is drawn as one takes a colour alone', () => {
    const [house] = after({ op: 'recolor', target: 'roof', value: 'green' }).things
    expect([house!.color, house!.parts]).toEqual(['red', { roof: 'green' }])
  })
})

describe('sentences where nothing can be done', () => {
  const table: readonly (readonly [Wish, RegExp])[] = [
    [{ op: 'recolor', target: 'elephant', value: 'blue' }, /no elephant/],
    [{ op: 'recolor', target: 'house', value: 'flurple' }, /do not know the colour flurple/],
    [{ op: 'recolor', target: 'house', value: 'red' }, /red already/],
    [{ op: 'recolor', target: 'beak', value: 'green' }, /not its beak alone/],
    [{ op: 'material', target: 'house', value: 'cheese' }, /cannot make things of cheese/],
    [{ op: 'restyle', value: 'xyzzy' }, /do not know the style/],
    [{ op: 'restyle', value: 'watercolor', target: 'house' }, /whole picture/],
    [{ op: 'viewpoint', value: 'from behind' }, /cannot show it from behind/],
    [{ op: 'pose', target: 'man', value: 'playing chess' }, /cannot draw the man/],
    [{ op: 'set_count', target: 'cow', count: 40 }, /up to 12/],
  ]
  test.each(table)('%j', (wish, sentence) => {
    expect(notesOf(wish).join(' ')).toMatch(sentence)
    expect(plan(wish).every((step) => step.do === 'note')).toBe(true)
  })

  test('an upload is told what it would take', () => {
    const told = (op: Wish['op']): string => notesOf({ op, target: 'dog', value: 'cat' }, null)[0] ?? ''
    for (const op of ['expression', 'pose', 'outfit', 'modify', 'viewpoint'] as const)
      expect([op, told(op)]).toEqual([op, expect.stringMatching(/uploaded picture|photograph|photo/)])
  })
})

test('a house of two colours in two turns has the second', () => {
  expect(
    after(
      { op: 'recolor', target: 'house', value: 'yellow' },
      after({ op: 'recolor', target: 'house', value: 'blue' }),
    ).things[0],
  ).toEqual({ ...house, color: 'yellow' })
  expect(man.kind).toBe('man')
})

describe('what is said of looks', () => {
  test('a stuff is told by the word for it, and has the colour that it usually has', () => {
    const chair = sceneOf([thing('t1', 'armchair')])
    expect(after({ op: 'material', target: 'armchair', value: 'leather' }, chair).things[0]).toMatchObject({
      material: 'fabric',
      looks: 'leather',
      color: 'brown',
    })
    const put = after({ op: 'replace', target: 'house', value: 'leather armchair' })
    expect(named(put, 't1')).toMatchObject({ kind: 'armchair', looks: 'leather' })
  })
  test('what replaces a person has none of the person’s clothes and hair', () => {
    const dressed = sceneOf([thing('t1', 'man', { clothes: 'white shirt', parts: { hair: 'black' } })])
    const now = after({ op: 'replace', target: 'man', value: 'dog' }, dressed).things[0]!
    expect(now).not.toHaveProperty('clothes')
    expect(now).not.toHaveProperty('parts')
  })
  test('another colour of clothes is another colour in their name', () => {
    const dressed = sceneOf([thing('t1', 'man', { color: 'white', clothes: 'white shirt' })])
    expect(after({ op: 'recolor', target: 'shirt', value: 'green' }, dressed).things[0]).toMatchObject({
      color: 'green',
      clothes: 'green shirt',
    })
  })
  test('a plural without a number is some; sunglasses are one', () => {
    const count = (target: string): unknown =>
      plan({ op: 'add', target }).flatMap((step) => (step.do === 'add' ? [step.given.count] : []))
    expect([count('birds'), count('bird'), count('trees')]).toEqual([[3], [1], [3]])
    expect(after({ op: 'add', target: 'sunglasses', region: 'on the man' }).things.at(-1)?.count).toBe(1)
  })
})

test('a smile stays when its owner sits down or grows old, and takes neither away', () => {
  const wishes = {
    smile: { op: 'expression', target: 'man', value: 'smiling' },
    sit: { op: 'pose', target: 'man', value: 'sitting' },
    stand: { op: 'pose', target: 'man', value: 'standing' },
    old: { op: 'modify', target: 'man', value: 'old' },
    neutral: { op: 'expression', target: 'man', value: 'neutral' },
    sad: { op: 'expression', target: 'man', value: 'sad' },
  } as const satisfies Record<string, Wish>
  const told = (...names: (keyof typeof wishes)[]): string => {
    const now = names.reduce((scene, name) => after(wishes[name], scene), farm)
    const { state, mood = 'none' } = named(now, 't3')!
    return `${state} ${mood}`
  }
  expect(told('smile', 'sit')).toBe('sitting happy')
  expect(told('sit', 'smile')).toBe('sitting happy')
  expect(told('sit', 'smile', 'sad')).toBe('sitting sad')
  expect(told('sit', 'smile', 'stand')).toBe('happy none')
  expect(told('old', 'smile', 'neutral')).toBe('old none')
  expect(told('smile', 'old', 'sit')).toBe('sitting happy')
  expect(told('smile', 'neutral')).toBe('none none')
})

test('what has no younger look is not changed, and that is said', () => {
  expect(notesOf({ op: 'modify', target: 'house', value: 'younger' })).toEqual([
    'I have no younger look of the house.',
  ])
})

test('a hat for one of a group is on that one alone', () => {
  const kids = sceneOf([thing('t1', 'boy', { count: 2 })])
  const wish: Wish = { op: 'add', target: 'hat', region: 'on the boy' }
  const one = after(wish, kids, { refers: ['el:t1.2'] })
  const hat = one.things.find(({ kind }) => kind === 'hat')!
  expect(hat.count).toBe(1)
  expect(one.things[hat.parent!]).toMatchObject({ kind: 'boy', count: 1, group: { members: [1] } })
  expect(after(wish, kids).things.find(({ kind }) => kind === 'hat')).toMatchObject({ count: 2, parent: 0 })
})

test('the same colour once more is a stronger one, where more is said', () => {
  const pink: Wish = { op: 'recolor', target: 'sky', value: 'pink' }
  const once = operationsOf(pink)
  expect(operationsOf(pink, farm, { operations: once })).toEqual(once)
  const more = operationsOf(pink, farm, { operations: once, message: 'more pink' })
  expect(more).toHaveLength(2)
  expect(more[1]).toMatchObject({ operator: 'saturation', region: once[0]!.region })
  // A red house: more red.
  const red: Wish = { op: 'recolor', target: 'house', value: 'red' }
  expect(operationsOf(red, farm, { message: 'make the house even redder' })).toMatchObject([
    { operator: 'saturation' },
  ])
})

test('what comes along is in the hand or on the head; a house is not', () => {
  const steps = (value: string): readonly unknown[] =>
    plan({ op: 'add', target: 'woman', value }).flatMap((step) =>
      step.do === 'add' ? [[step.kind, step.where]] : [],
    )
  const index = farm.things.length
  expect(steps('with an umbrella')).toEqual([
    ['woman', null],
    ['umbrella', { kind: 'thing', relation: 'holding', index }],
  ])
  expect(steps('wearing a hat')[1]).toEqual(['hat', { kind: 'thing', relation: 'wearing', index }])
  expect(steps('with a house')).toHaveLength(1)
  const told = plan({ op: 'add', target: 'woman wearing a hat', region: 'on the man' })
  expect(told).toMatchObject([
    { kind: 'woman', where: null },
    { kind: 'hat', where: { relation: 'wearing' } },
  ])
})

test('food goes into the basket that has room for it, else on the table', () => {
  const kitchen = [thing('t1', 'table'), thing('t2', 'bowl', { parent: 0, support: 'on' })]
  const where = (target: string, things: readonly Thing[]): unknown =>
    plan({ op: 'add', target }, sceneOf(things)).flatMap((step) => (step.do === 'add' ? [step.where] : []))[0]
  expect(where('apple', kitchen)).toEqual({ kind: 'thing', relation: 'in', index: 1 })
  expect(where('birthday cake', kitchen)).toEqual({ kind: 'thing', relation: 'on', index: 0 })
  expect(where('dog', kitchen)).toBeNull()
})

test('they look at what they are to look at, each from its side; between two things is a place', () => {
  const scene = sceneOf([
    thing('t1', 'dog', { count: 1, x: 0.2, right: false }),
    thing('t2', 'ball', { x: 0.5 }),
    thing('t3', 'dog', { x: 0.8, right: true }),
  ])
  const look = after({ op: 'pose', target: 'dogs', value: 'looking at the ball' }, scene, {
    refers: ['el:t1', 'el:t3'],
  })
  expect([named(look, 't1')!.right, named(look, 't3')!.right]).toEqual([true, false])
  const [step] = plan(
    { op: 'add', target: 'lantern', region: 'between the two' },
    sceneOf([scene.things[0]!, scene.things[1]!]),
  )
  expect(step).toMatchObject({ do: 'add', where: { kind: 'between', indices: [0, 1] } })
})

test('what takes the place of a thing has room above what it stands on, and no face of the one before', () => {
  const scene = sceneOf([
    thing('t1', 'table', { y: 0.8, height: 0.6 }),
    thing('t2', 'cup', { parent: 0, support: 'on', y: 0.2, height: 0.3 }),
    thing('t3', 'man', { state: 'sitting', mood: 'happy' }),
  ])
  expect(named(after({ op: 'replace', target: 'cup', value: 'basket' }, scene), 't2')!.height).toBeLessThan(
    0.2,
  )
  expect(named(after({ op: 'replace', target: 'man', value: 'dog' }, scene), 't3')!.mood ?? 'none').toBe(
    'none',
  )
})

test('black and white is no colour of a thing; "above them" is above what is there', () => {
  expect(operationsOf({ op: 'recolor', value: 'black and white' })).toMatchObject([
    { operator: 'monochrome' },
  ])
  const [step] = plan({ op: 'add', target: 'balloon', region: 'above them' }, farm, { refers: ['el:t3'] })
  expect(step).toMatchObject({ do: 'add', where: { kind: 'thing', relation: 'above', index: 2 } })
})

test('what is in a hand is held, what is on a back or head is on it, of whoever is there', () => {
  const at = (region: string, refers: readonly string[] = []) => {
    const [step] = plan({ op: 'add', target: 'lantern', region }, farm, { refers })
    return step?.do === 'add' ? step.where : step
  }
  expect(at('in his hand')).toMatchObject({ kind: 'thing', relation: 'holding', index: 2 })
  expect(at("in the man's left hand")).toMatchObject({ relation: 'holding', index: 2 })
  expect(at('on the back of the cow')).toMatchObject({ relation: 'on', index: 1 })
  expect(at('on its back', ['el:t2'])).toMatchObject({ relation: 'on', index: 1 })
})

test('a bit less drama is a part of the way back, and brings out no sun', () => {
  const drama = sceneOf([], { drama: 0.8, clouds: 0.7, sun: false, weather: 'cloudy' })
  const less = (amount?: string) =>
    after({ op: 'modify', target: 'sky', value: 'less dramatic', ...(amount ? { amount } : {}) }, drama).world
  expect(less('slight').clouds).toBeGreaterThan(less().clouds)
  expect(less('slight').drama).toBeGreaterThan(less().drama)
  expect(less('slight').sun).toBe(false)
})

test('what lies under a thing that is made larger stays as large as it is; its hat grows', () => {
  const scene = sceneOf([
    thing('t1', 'man'),
    thing('t2', 'gift', { parent: 0, support: 'under', height: 0.1 }),
    thing('t3', 'hat', { parent: 0, support: 'worn', height: 0.05 }),
  ])
  const { things } = after({ op: 'scale', target: 'man', direction: 'up' }, scene)
  expect(things.map(({ height }, at) => height > scene.things[at]!.height)).toEqual([true, false, true])
})

test('to the other side is across the middle, or across what is named', () => {
  const x = (region: string): number => named(after({ op: 'move', target: 'house', region }), 't1')!.x
  expect(x('other side')).toBeCloseTo(0.75)
  expect(x('to the other side of the man')).toBeCloseTo(0.75)
  expect(x('the opposite side of the cows')).toBeCloseTo(0.95) // the frame ends there
})

test('beside a thing is on the side where less stands; an hour is of the picture, not of a lamp', () => {
  const { kinds } = vocabulary
  const at = (scene: Scene): number =>
    placeBy({ kind: 'thing', relation: 'next to', index: 0 }, scene, kinds.get('lamp')!, kinds, 1).x!
  const sofa = thing('t1', 'sofa', { x: 0.45, y: 0.8, height: 0.3 })
  expect(at(sceneOf([sofa]))).toBeGreaterThan(0.45)
  expect(at(sceneOf([sofa, thing('t2', 'table', { x: 0.75, y: 0.85, height: 0.25 })]))).toBeLessThan(0.45)
  const evening = after({ op: 'modify', target: 'house', value: 'evening' })
  expect(evening.world.time).not.toBe(farm.world.time)
  expect(evening.things).toEqual(farm.things)
})

test('roof, door and chimney are those of a building: on the ridge, at the door, over the chimney', () => {
  const at = (region: string, kind: string) => {
    const [step] = plan({ op: 'add', target: kind, region }, farm)
    if (step?.do !== 'add' || step.where === null) throw new Error(JSON.stringify(step))
    const { kinds } = vocabulary
    return placeBy(step.where, farm, kinds.get(kind)!, kinds, 1)
  }
  expect(at('on the roof', 'bird')).toMatchObject({ support: 'on', parent: 0 })
  expect(at('on the door', 'wreath')).toMatchObject({ support: 'held', parent: 0 })
  const smoke = at('from the chimney', 'smoke')
  expect(smoke).toMatchObject({ support: 'air', parent: null })
  expect(smoke.y).toBeLessThanOrEqual(house.y - house.height)
  expect(Math.abs(smoke.x! - house.x)).toBeGreaterThan(0.01)
  expect(notesOf({ op: 'add', target: 'bird', region: 'on the roof' }, sceneOf([man]))).toEqual([
    expect.stringContaining('roof'),
  ])
})
