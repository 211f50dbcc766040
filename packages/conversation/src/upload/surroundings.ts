import {
  SEASONS,
  STYLES,
  TIMES,
  WEATHERS,
  type Bitmap,
  type Mask,
  type Operation,
  type Rect,
} from '@plantain/core'
import { cutOut, paste, transferLook } from '@plantain/imaging'
import { restylePhoto, weatherOver } from '@plantain/scene'
import type { Draft } from '../carry-out/draft.ts'
import { stepsOf } from '../reading/amount.ts'
import { dyeOf } from '../reading/colors.ts'
import { readPhrase, valueOf } from '../reading/phrase.ts'
import { cssColor } from '../ops/pixels.ts'
import type { PerformEvent } from '../perform.ts'
import { commonArea } from './common-area.ts'
import { findIn, photoMask, type Photo } from './photo.ts'
import { HOURS, replaced, told, type Asked } from './state.ts'

const maskOf = (photo: Photo, phrase: string): Mask | null =>
  findIn(photo, phrase) === null ? null : photoMask(photo, phrase)
const partsOf = (photo: Photo) => ({ subject: maskOf(photo, 'subject'), sky: maskOf(photo, 'sky') })

/** "as a watercolor", or in the look of another picture. */
export async function restyle(asked: Asked): Promise<Draft> {
  const { wish, draft, photo, words, task, tools } = asked
  const source = wish.source === undefined ? undefined : task.picture(wish.source)
  const phrase = readPhrase(words, wish.value ?? '')
  const style = wish.value === undefined ? null : valueOf(phrase, 'style', STYLES)
  if (source !== undefined && style === null) {
    const done = await replaced(asked, transferLook(photo.bitmap, await tools.load(source.artifact), 0.9), {
      said: { ...draft.said, style: 'like the other picture' },
    })
    return told(
      done,
      'I took over the colours, tones and crispness of the other picture; its brushwork would need open weights (plantain models).',
    )
  }
  if (style === null)
    return told(
      draft,
      `I do not know the style "${wish.value ?? ''}"; I know ${STYLES.join(', ')} and what is near to them.`,
    )
  return replaced(asked, restylePhoto(photo.bitmap, partsOf(photo), style, task.seed % 2 ** 32), {
    said: { ...draft.said, style: wish.value! },
  })
}

/** "make it snow": what falls lies over the picture; a clear sky cannot be seen through clouds that are there. */
export async function weather(asked: Asked): Promise<Draft> {
  const { wish, draft, photo, words, task } = asked
  const wording = wish.value ?? ''
  const said = /\b(?:no|stop|without|end)\b/i.test(wording)
    ? 'clear'
    : valueOf(readPhrase(words, wording), 'weather', WEATHERS)
  if (said === null)
    return told(draft, `I do not know the weather "${wording}"; I know ${WEATHERS.join(', ')}.`)
  if (said === 'clear' || said === 'cloudy' || said === 'overcast')
    return told(
      draft,
      `I can let it rain, snow, storm, be foggy or windy over a photograph, but not give it a ${said === 'clear' ? 'clear' : 'cloudy'} sky; open weights (plantain models) could.`,
    )
  const intensity = Math.min(1, 0.55 * stepsOf(wish.amount))
  const image = weatherOver(photo.bitmap, partsOf(photo), {
    weather: said,
    intensity,
    time: HOURS[draft.hour ?? ''] ?? 'noon',
    seed: task.seed % 2 ** 32,
  })
  return replaced(asked, image, { said: { ...draft.said, weather: wording } })
}

const all = { kind: 'all' } as const
type Grade = readonly (readonly [operator: string, params: Operation['params']])[]

/** What an hour does to the light of a photograph: as a film graded day for night. */
const BY_HOUR: Readonly<Record<(typeof TIMES)[number], Grade>> = {
  dawn: [
    ['temperature', { mired: 30 }],
    ['exposure', { stops: -0.4 }],
    ['saturation', { percent: -15 }],
  ],
  morning: [
    ['temperature', { mired: 20 }],
    ['exposure', { stops: 0.2 }],
  ],
  noon: [
    ['exposure', { stops: 0.35 }],
    ['contrast', { percent: 8 }],
  ],
  afternoon: [['temperature', { mired: 25 }]],
  'golden hour': [
    ['temperature', { mired: 75 }],
    ['saturation', { percent: 12 }],
    ['exposure', { stops: -0.1 }],
  ],
  sunset: [
    ['temperature', { mired: 100 }],
    ['exposure', { stops: -0.55 }],
    ['saturation', { percent: 15 }],
    ['contrast', { percent: 8 }],
  ],
  dusk: [
    ['temperature', { mired: -45 }],
    ['exposure', { stops: -1.1 }],
    ['saturation', { percent: -20 }],
  ],
  night: [
    ['exposure', { stops: -2 }],
    ['saturation', { percent: -30 }],
    ['temperature', { mired: -70 }],
    ['tint', { color: '#2c4fa0', percent: 45 }],
    ['contrast', { percent: 12 }],
  ],
}

export function timeOfDay({ wish, draft, words }: Asked): Draft {
  const time = valueOf(readPhrase(words, wish.value ?? ''), 'time', TIMES)
  if (time === null)
    return told(draft, `I do not know the hour "${wish.value ?? ''}"; I know ${TIMES.join(', ')}.`)
  const graded = withGrade(draft, BY_HOUR[time])
  return told(
    { ...graded, said: { ...draft.said, time_of_day: wish.value! } },
    `I graded the light for ${time}; shadows and lamps stay as they were, which open weights (plantain models) could change.`,
  )
}

const withGrade = (draft: Draft, grade: Grade): Draft => ({
  ...draft,
  operations: [
    ...draft.operations,
    ...grade.map(([operator, params]): Operation => ({ operator, params, region: all })),
  ],
})

/** Leaves turn, snow falls, light warms: what can be done without painting anew. */
export async function season(asked: Asked): Promise<Draft> {
  const { wish, draft, photo, words, task } = asked
  const wanted = valueOf(readPhrase(words, wish.value ?? ''), 'season', SEASONS)
  if (wanted === null)
    return told(draft, `I do not know the season "${wish.value ?? ''}"; I know ${SEASONS.join(', ')}.`)
  const said = { said: { ...draft.said, season: wish.value! } }
  if (wanted === 'winter') {
    const image = weatherOver(photo.bitmap, partsOf(photo), {
      weather: 'snow',
      intensity: 0.5,
      time: HOURS[draft.hour ?? ''] ?? 'noon',
      seed: task.seed % 2 ** 32,
    })
    const snowy = await replaced(asked, image, said)
    return told(
      withGrade(snowy, [
        ['temperature', { mired: -35 }],
        ['saturation', { percent: -30 }],
      ]),
      'Snow falls and the light is cold; snow that lies would need open weights (plantain models).',
    )
  }
  const green = wanted === 'autumn' ? findIn(photo, 'plants') : null
  const turned: Draft =
    green === null
      ? draft
      : {
          ...draft,
          operations: [
            ...draft.operations,
            {
              operator: 'recolor',
              params: { color: '#c8701e', percent: 70 },
              region: { kind: 'phrase', phrase: 'plants' },
            },
          ],
        }
  const grade: Grade =
    wanted === 'autumn'
      ? [['temperature', { mired: 30 }]]
      : wanted === 'spring'
        ? [
            ['exposure', { stops: 0.2 }],
            ['vibrance', { percent: 30 }],
          ]
        : [
            ['temperature', { mired: 25 }],
            ['vibrance', { percent: 25 }],
          ]
  return { ...withGrade(turned, grade), ...said }
}

/** "put it on a beach", "white background": the subject before a colour or a painted place. */
export async function* background(asked: Asked): AsyncGenerator<PerformEvent, Draft> {
  const { wish, draft, photo, words, task, tools, signal } = asked
  const wording = wish.value ?? ''
  const name =
    wish.target === undefined || /background/i.test(wish.target) ? 'subject' : wish.target.replace(/^el:/, '')
  const found = findIn(photo, name)
  if (found === null)
    return told(draft, `I see no ${name} in the picture that could stand before another background.`)
  const subject = photoMask(photo, name)
  const cut = cutOut(photo.bitmap, subject)
  if (cut === null) return told(draft, `I see no ${name} in the picture.`)
  const { width, height } = photo.bitmap
  const phrase = readPhrase(words, wording)
  const place = phrase.meanings.some(
    ({ field }) => field === 'land' || field === 'water' || field === 'time' || field === 'weather',
  )
  const dye = dyeOf(words, wording)
  const kept = {
    things: asked.things.filter((thing) => isWithin(thing.box, cut.rect, photo.bitmap)),
    said: { ...draft.said, background: wording },
  }
  if (!place && dye !== null) {
    const plain = flat(width, height, cssColor(words, wording))
    return replaced(asked, paste(plain, cut.bitmap, { ...cut.rect, match: 0, shadow: false }).image, kept)
  }
  if (!place)
    return told(draft, `I do not know the place "${wording}"; name a landscape, a room, or a colour.`)
  const prompt = wording.replace(GLOBE, 'on the $1')
  const composed = yield* tools.compose({ prompt, seed: task.seed, width, height }, signal)
  const scene = {
    ...composed.scene,
    things: composed.scene.things.filter(({ height: tall }) => tall < 0.3).slice(0, 4),
    world: { ...composed.scene.world, focus: Math.max(0.45, composed.scene.world.focus) },
  }
  const painted = await tools.paint(scene, { width, height }, signal)
  const set = paste(painted.bitmap, cut.bitmap, {
    ...cut.rect,
    match: 0.5,
    shadow: cut.rect.y + cut.rect.height < 0.99 * height,
  }).image
  const notes = [
    'The place is painted, not photographed; open weights (plantain models) could make it look like a photograph.',
    ...composed.notDrawn.map((one) => `I could not draw ${one}.`),
  ]
  return told(await replaced(asked, set, kept), ...notes)
}

/** As a place one stands on it: by its name alone it hangs in the sky. */
const GLOBE = /^(?:the |an? )?(moon|planet|sun)$/i

/** Whether most of a thing was cut out along with the subject. */
function isWithin(
  [left, top, wide, high]: readonly [number, number, number, number],
  rect: Rect,
  { width, height }: Bitmap,
): boolean {
  const box = { x: left * width, y: top * height, width: wide * width, height: high * height }
  return commonArea(box, rect) > 0.6 * box.width * box.height
}

function flat(width: number, height: number, css: string) {
  const rgb = [1, 3, 5].map((at) => Number.parseInt(css.slice(at, at + 2), 16))
  const data = new Uint8ClampedArray(width * height * 4)
  for (let i = 0; i < data.length; i += 4) data.set([rgb[0]!, rgb[1]!, rgb[2]!, 255], i)
  return { width, height, data }
}
