import { deriveSeed, type Scene, type Usage, type Wish } from '@plantain/core'
import { tellScene, type Asked } from '@plantain/scene/words'
import type {
  Composed,
  ComposeRequest,
  Outcome,
  PerformEvent,
  Performed,
  PictureState,
  Task,
  Tools,
} from '../perform.ts'
import { sizeFor, type PixelSize } from '../reading/size.ts'
import type { Vocabulary } from '../reading/vocabulary.ts'
import { findTargets } from '../scene-edit/targets.ts'
import { withoutThings } from '../scene-edit/things.ts'
import { inElement } from './element.ts'
import { pastScenes, viewOf, type Draft } from './draft.ts'
import { guidedTask, paletteLike, palettesOf, sketch, type Guiding } from './guides.ts'
import { askedIn, lacksField, promptFor, unwantedWords } from './prompt.ts'
import { renderDraft } from './render.ts'
import { partNames, saidOf, stateNames } from './said.ts'
import { changes, doWishes } from './steps.ts'
import { cutOfStar, notSeen, placeFor, starring, type Star } from './starring.ts'
import { recast, subjectOf, withSubject, type Subject } from './subject.ts'
import { showing } from './show.ts'
import { orbIn, tidied } from './tidy.ts'
import { totalUsage } from './usage.ts'

/** The most pictures of one message. */
const MOST = 8

/** Makes new pictures from words; a known subject comes along as it was. */
export async function* performGenerate(
  asking: Task,
  tools: Tools,
  signal: AbortSignal,
): AsyncGenerator<PerformEvent, Outcome> {
  const words = await tools.vocabulary()
  const { task, guides, notes: guidance } = guidedTask(asking, words)
  const create = task.interpretation.ops.find(({ op }) => op === 'create')
  const subject = subjectOf(create, task, words)
  const notes: string[] = [
    ...guidance,
    ...(subject !== null && 'refused' in subject ? [subject.refused] : []),
  ]
  const known = subject === null || !('things' in subject) ? null : subject
  const star = subject !== null && 'name' in subject ? subject : null
  const asked = countOf(task)
  if (asked > MOST) notes.push(`I make up to ${MOST} pictures at a time.`)
  const pictures: Performed[] = []
  const usage: Usage[] = []
  for (let index = 0; index < Math.min(MOST, asked); index++) {
    const seed = index === 0 ? task.seed : deriveSeed(task.seed, 'picture', index)
    const made = yield* one(task, { create, known, star, guides, seed, words, picture: index }, tools, signal)
    pictures.push(made.picture)
    usage.push(...made.usage)
    notes.push(...made.notes)
  }
  return {
    pictures,
    source: known?.source ?? star?.source ?? null,
    notes: [...new Set(notes)],
    usage: totalUsage(usage, pictures.length),
  }
}

interface Making {
  readonly create: Wish | undefined
  readonly known: Subject | null
  /** Someone of a photograph, who is set into the picture. */
  readonly star: Star | null
  readonly guides: readonly Guiding[]
  readonly seed: number
  readonly words: Vocabulary
  readonly picture: number
}

async function* one(
  task: Task,
  { create, known, star, guides, seed, words, picture }: Making,
  tools: Tools,
  signal: AbortSignal,
): AsyncGenerator<
  PerformEvent,
  { readonly picture: Performed; readonly usage: readonly Usage[]; readonly notes: readonly string[] }
> {
  const size = sizeOf(task, known?.source ?? null)
  const prompt = promptFor(task, create, words)
  const negativePrompt = unwantedWords(task)
  const request: ComposeRequest = {
    prompt,
    seed,
    ...size,
    ...(negativePrompt === '' ? {} : { negativePrompt }),
    ...(known === null ? {} : withSubject(known, prompt, words)),
  }
  const composed = yield* numbered(tools.compose(request, signal), picture)
  const peopled =
    known === null
      ? composed.scene
      : { ...recast(composed.scene, known, prompt, words), seed: seed % 2 ** 32 }
  const asked = askedIn(prompt, words)
  const neat = tidied(without(peopled, task, words), asked, prompt, words)
  const orb = orbIn(asked, neat, words.text.units(prompt))
  const shown = orb === null ? neat : await showing(neat, orb, tools, signal)
  const scene = await inElement(shown, words, tools, signal, { said: prompt })
  const style =
    known === null || !lacksField(prompt, 'style', words)
      ? {}
      : { style: known.source.summary.style ?? scene.world.style }
  const background = task.interpretation.constraints?.background
  const start: Draft = {
    scene,
    photo: null,
    ...size,
    operations: lettered(asked, scene, `${prompt} ${task.message}`),
    said: { ...saidOf(asked, scene, words), ...style, ...(background === undefined ? {} : { background }) },
    states: stateNames(prompt, scene, words),
    colors: {},
    notes: [],
  }
  const bare: PictureState = {
    document: { base: { kind: 'scene', scene, ...size, artifact: '' }, operations: [] },
    artifact: '',
    ...size,
    summary: { things: [] },
  }
  const rest = task.interpretation.ops.filter((wish) => changes(wish) && wish.op !== 'insert')
  const past = pastScenes(task)
  const { draft, usage } = yield* doWishes(
    rest,
    start,
    { words, seed, view: (now) => viewOf(now, bare, task, words, past) },
    tools,
    signal,
  )
  const cut = star === null ? null : await cutOfStar(star, draft, { words, seed }, tools, signal)
  const { place, spot } = cut === null ? { place: draft, spot: null } : placeFor(cut, draft, words)
  const palettes = await palettesFor(place, guides, tools, signal)
  const graded = cut === null ? { ...place, operations: [...palettes, ...place.operations] } : place
  const names = partNames(asked, scene, prompt, words)
  const painted = await renderDraft(graded, { words, seed, source: null, keep: [], names }, tools, signal)
  const cast =
    cut === null
      ? { picture: painted, notes: star === null ? [] : [notSeen(star)] }
      : await starring(cut, painted, { task, spot, words, seed, over: palettes }, tools, signal)
  return {
    picture: cast.picture,
    usage: [composed.usage, ...usage],
    notes: [
      ...draft.notes,
      ...cast.notes,
      ...told(
        composed,
        missingIn(prompt, scene, start, words),
        known ?? (star === null ? null : { names: [star.name] }),
        scene,
        words,
      ),
    ],
  }
}

/** The palette of the pictures that it goes by, over all that is drawn now and later. */
async function palettesFor(
  draft: Draft,
  guides: readonly Guiding[],
  tools: Tools,
  signal: AbortSignal,
): Promise<Draft['operations']> {
  const [first, ...more] = palettesOf(guides)
  if (first === undefined) return []
  const params = await paletteLike(await sketch(draft, tools, signal), [first, ...more], tools)
  return [{ operator: 'tone-palette', params, region: { kind: 'all' } }]
}

async function* numbered(
  events: AsyncGenerator<PerformEvent, Composed>,
  picture: number,
): AsyncGenerator<PerformEvent, Composed> {
  for (;;) {
    const next = await events.next()
    if (next.done === true) return next.value
    yield { ...next.value, picture }
  }
}

/** What is not wanted and was drawn all the same is taken out. */
function without(scene: Scene, { interpretation }: Task, words: Vocabulary): Scene {
  const unwanted = interpretation.ops.flatMap(({ op, target }) =>
    op === 'avoid' && target !== undefined ? [target] : [],
  )
  const found = unwanted.flatMap((target) =>
    findTargets(target, { scene, elements: [], words, refers: [] }).flatMap((one) =>
      one.kind === 'thing' ? [one.index] : [],
    ),
  )
  return found.length === 0 ? scene : withoutThings(scene, [...new Set(found)])
}

/** How many pictures: of the message, else the session's default. */
export function countOf({ interpretation, options }: Task): number {
  const asked =
    interpretation.constraints?.count ?? interpretation.ops.find(({ op }) => op === 'variation')?.count
  const count = Math.round(asked ?? Number(options['count'] ?? 1))
  return Number.isFinite(count) ? Math.max(1, count) : 1
}

/** Pixels: of the message, else of the subject's own picture, else of the session. */
function sizeOf({ interpretation, options }: Task, source: PictureState | null): PixelSize {
  const { aspect, size, use } = interpretation.constraints ?? {}
  if (source !== null && aspect === undefined && size === undefined)
    return { width: source.document.base.width, height: source.document.base.height }
  return sizeFor(aspect ?? options['aspect'] ?? use, size ?? options['size'])
}

/** What the words ask for and the picture lacks, held against the scene as it is painted. */
function missingIn(
  prompt: string,
  scene: Scene,
  { operations }: Draft,
  words: Vocabulary,
): readonly string[] {
  const written = operations.map(({ params }) => `"${String(params['value'])}"`)
  const clothes = scene.things.flatMap((thing) => (thing.clothes === undefined ? [] : [thing.clothes]))
  const colors = new Set(scene.things.flatMap(({ group, color }) => (group === undefined ? [] : [color])))
  return tellScene(words.text, prompt, scene).notDrawn.filter(
    (word) =>
      !written.includes(word) &&
      !clothes.some((worn) => worn.includes(word)) &&
      // Each of them has its own colour, so those of one colour are fewer.
      !(colors.size > 1 && word.endsWith(' drawn)')),
  )
}

/** What has a title at its head, large; else wording is a caption at its foot. */
const HEADED =
  /\b(?:poster|flyer|flier|invitation|(?:book|album|magazine) cover|banner|title|headline|heading|thumbnail)\b/i
const HEAD = { sizePercent: 11, topPercent: 5, vertical: 'top' }
const FOOT = { sizePercent: 8, topPercent: 78, vertical: 'bottom' }

/** Wording that no thing of the scene bears is laid over the picture. */
function lettered({ lettering }: Asked, scene: Scene, prompt: string): Draft['operations'] {
  const written = new Set(scene.things.map(({ text }) => text))
  return lettering
    .filter((value) => value.trim() !== '' && !written.has(value))
    .map((value) => ({
      operator: 'text',
      params: {
        value,
        leftPercent: 5,
        widthPercent: 90,
        heightPercent: 18,
        ...(HEADED.test(prompt) && !/\b(?:caption|subtitle)\b/i.test(prompt) ? HEAD : FOOT),
      },
      region: { kind: 'all' },
    }))
}

/** What could not be drawn, and what was drawn as something near to it. */
function told(
  { drawnAs }: Composed,
  notDrawn: readonly string[],
  known: Pick<Subject, 'names'> | null,
  scene: Scene,
  { kinds }: Vocabulary,
): readonly string[] {
  const lost = notDrawn.filter((word) => known === null || !known.names.some((name) => word.includes(name)))
  return [
    ...(lost.length === 0 ? [] : [`I could not draw: ${lost.join(', ')}.`]),
    ...drawnAs
      .filter(
        ({ word, kind }) =>
          kinds.get(kind)?.names.includes(word) !== true && scene.things.some((thing) => thing.kind === kind),
      )
      .map(({ word, kind }) => `I have no ${word}; I drew a ${kind}, the nearest that I have.`),
  ]
}
