import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzip, type ZlibOptions } from 'node:zlib'
import { PlantainError, type Scene, type Tensor, type Thing } from '@plantain/core'
import { loadFonts } from '@plantain/codecs/fonts'
import { openTypesetter, type Typesetter } from '@plantain/imaging'
import { type Art, LATENT_TOKENS, LATENT_WIDTH, type LatentSpace, decodeScene, encodeScene, openArt, render, renderSteps } from '@plantain/scene'
import { openLexicon, readAsked, type TextFeatures, tellScene, type Unit } from '@plantain/scene/words'
import { z } from 'zod'
import type { ModelDirectory } from '../directory.ts'
import type { ModelManifest } from '../manifest.ts'
import type { Conditioned, Conditions, DecodeTarget, Details, Model, Picture, Source } from '../model.ts'
import type { Parts } from '../parts.ts'
import type { NoiseLevel } from '../schedulers/scheduler.ts'
import { describeModel } from './describe.ts'
import type { Family } from './family.ts'
import { givenByEdit, mergeEdit, readEdit } from './plantain/edit-hints.ts'
import { nothingGiven, withGiven } from './plantain/given.ts'
import { guidedVelocity } from './plantain/guidance.ts'
import { type Known, readKnown } from './plantain/known.ts'
import { bearersOf, isPrinted } from './plantain/lettering.ts'
import { groupAspect, steer } from './plantain/steer.ts'
import { laid } from './plantain/table-top.ts'

const SIZES = { multiple: 1, minimum: 64, maximum: 6144 } as const
const PREVIEW_SIDE = 256
const TENSOR_SHAPE = [1, LATENT_TOKENS, LATENT_WIDTH] as const

const TransformerConfig = z.object({ statistics: z.record(z.string(), z.tuple([z.number(), z.number()])) })

/**
 * The embedded model. Latents are scene tokens, [1, tokens, width]; the denoiser is the composer, the decoder a renderer,
 * so any size can be asked for. See docs/how-it-works.md; trained by training/train.py.
 */
export const plantain: Family = {
  name: 'plantain',
  matches: ({ className }) => className === 'PlantainPipeline',
  describe(directory) {
    const parts = [directory.requirePart('text_encoder'), directory.requirePart('transformer')]
    for (const file of NEEDED) {
      if (!directory.has(file))
        throw new PlantainError('NOT_FOUND', `the model ${directory.path} has no ${file}; install the model again`)
    }
    return describeModel(directory, {
      family: 'plantain',
      parts,
      tasks: ['generate', 'image-to-image'],
      inpaint: 'hold',
      anyScheduler: true,
      edit: false,
      size: SIZES,
      defaults: { width: 1024, height: 1024, steps: 28, guidanceScale: 3 },
    })
  },
  open,
}

const NEEDED = [
  ...['tokenizer', 'lexicon', 'features'].map((name) => `text_encoder/${name}.json`),
  'text_encoder/vectors.bin', 'transformer/config.json', 'renderer/catalog.json', 'renderer/art.bin',
]

function open(directory: ModelDirectory, manifest: ModelManifest, parts: Parts): Model {
  const json = (name: string): object => {
    const value = directory.json(name)
    if (value === null) throw new PlantainError('NOT_FOUND', `the model ${directory.path} has no ${name}; install it again`)
    return value
  }
  // Read when first asked for: a listing of models opens none of this.
  const text = once<TextFeatures>(() =>
    openLexicon({
      tokenizer: json('text_encoder/tokenizer.json'),
      lexicon: json('text_encoder/lexicon.json'),
      features: json('text_encoder/features.json'),
      vectors: readFileSync(directory.file('text_encoder/vectors.bin')),
    }),
  )
  const drawn = once<ReadonlyMap<string, Drawn>>(() => drawableKinds(catalogOf(directory)))
  const space = once<LatentSpace>(() => {
    const config = TransformerConfig.safeParse(json('transformer/config.json'))
    if (!config.success)
      throw new PlantainError('DATA_LOSS', `transformer/config.json of ${directory.path} lacks its statistics; install the model again`)
    // What has no drawing (yet) must not be chosen: its nearest neighbour is, and the answer says so.
    const codes = new Map([...text().codes].filter(([kind]) => drawn().has(kind)))
    return { statistics: config.data.statistics, codes }
  })
  const art = once<Promise<Art>>(async () => openArt(catalogOf(directory), await readFile(directory.file('renderer/art.bin')), gunzipAside))
  const typesetter = once<Promise<Typesetter>>(async () => openTypesetter(await loadFonts()))
  /** The art for a scene: fonts only where something is written. */
  const artFor = async ({ things }: Scene): Promise<Art> =>
    things.some((thing) => thing.text !== undefined) ? { ...(await art()), typesetter: await typesetter() } : art()
  const sceneOf = (latents: Tensor, { seed, hints, prompt }: DecodeTarget): Scene => {
    const edit = readEdit(hints)
    if (edit === null) return laid(decodeScene(latents.data, space(), seed), prompt)
    return mergeEdit(edit, decodeScene(withGiven(latents.data, givenByEdit(edit, space())), space(), seed))
  }
  const toldScene = async (latents: Tensor, target: DecodeTarget): Promise<Scene> => {
    const scene = sceneOf(latents, target)
    const before = readEdit(target.hints)?.scene.things ?? []
    const isKept = (thing: Thing): boolean => before.some(({ id, kind }) => id === thing.id && kind === thing.kind)
    const units = text().units(target.prompt)
    const texts = units.some(({ lettering }) => lettering !== null)
      ? bearersOf(scene.things, (thing) => !isKept(thing), readAsked(units), { kinds: (await art()).kinds, typesetter: await typesetter(), printed: isPrinted(target.prompt) })
      : new Map<number, string>()
    return named(scene, units, isKept, texts)
  }

  return {
    manifest,
    async *load(stage, signal) {
      // Unpacked beside the network's work, by another thread; a failure is told by who needs it.
      if (stage === 'condition') art().catch(() => {})
      if (stage === 'condition') yield* parts.load(['text_encoder'], signal)
      if (stage === 'denoise') yield* parts.load(['transformer'], signal)
      if (stage === 'decode') await art()
    },
    latentShape: () => TENSOR_SHAPE,
    levelOptions: () => ({}),
    condition: (conditions, signal) => condition(conditions, parts, { text: text(), space: space(), drawn: drawn() }, signal),
    encodeImage: async (source) => ({ data: encodeScene(sceneFrom(source), space()), shape: TENSOR_SHAPE }),
    async decode(latents, target, signal): Promise<Picture> {
      const scene = await toldScene(latents, target)
      const { bitmap } = render(scene, { ...target.size, art: await artFor(scene), signal })
      return { bitmap, details: { ...tellScene(text(), target.prompt, scene) } }
    },
    async paint(scene, { width, height }, signal) {
      const steps = renderSteps(scene, { width, height, art: await artFor(scene), signal })
      for (let step = steps.next(); ; step = steps.next()) {
        if (step.done === true) return step.value
        await turnOfEvents() // so that an abort can come in
      }
    },
    async preview(latents, target, signal) {
      const { width, height } = target.size
      const scale = Math.min(1, PREVIEW_SIDE / Math.max(width, height))
      const size = { width: Math.max(16, Math.round(width * scale)), height: Math.max(16, Math.round(height * scale)) }
      return render(sceneOf(latents, target), { ...size, art: await art(), signal }).bitmap
    },
  }
}

/** In a thread of its own, in pieces large enough that few are joined. */
const gunzipAside = (bytes: Uint8Array): Promise<Uint8Array> => promisify<Uint8Array, ZlibOptions, Buffer>(gunzip)(bytes, { chunkSize: 1 << 22 })

const turnOfEvents = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

interface Drawn {
  /** Width over height, as drawn. */
  readonly aspect: number
  /** Real, in metres. */
  readonly height: number
}

const Catalog = z.array(z.object({ id: z.string(), aspect: z.number(), height: z.number(), art: z.object({ default: z.array(z.string()) }) }))

/** The kinds that have a drawing. */
function drawableKinds(catalog: unknown): ReadonlyMap<string, Drawn> {
  const entries = Catalog.safeParse(catalog)
  if (!entries.success) throw new PlantainError('DATA_LOSS', 'renderer/catalog.json is not as expected; install the model again')
  return new Map(entries.data.flatMap(({ id, aspect, height, art }) => (art.default.length > 0 ? [[id, { aspect, height }] as const] : [])))
}

function catalogOf(directory: ModelDirectory): unknown {
  try {
    return JSON.parse(directory.text('renderer/catalog.json'))
  } catch (cause) {
    throw new PlantainError('DATA_LOSS', `renderer/catalog.json of ${directory.path} is damaged; install the model again`, { cause })
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}

/** The scene that came with a picture of ours. Throws UNIMPLEMENTED for a picture without one. */
function sceneFrom(source: Source): Scene {
  const scene = source.details?.['scene']
  if (typeof scene !== 'object' || scene === null)
    throw new PlantainError(
      'UNIMPLEMENTED',
      'plantain-tiny starts from pictures that it made itself (they carry their scene); for other pictures choose a model with an encoder by --model',
    )
  return scene as Scene
}

/** What is known before anything is denoised. */
interface Knowledge {
  readonly text: TextFeatures
  readonly space: LatentSpace
  readonly drawn: ReadonlyMap<string, Drawn>
}

/** What the run starts from: a scene to change; else what the words say outright; with `hints.concepts` false nothing, the words alone. */
function knownOf(hints: Details, said: readonly Unit[], { text, space, drawn }: Knowledge): Known {
  const metres = new Map([...drawn].map(([kind, { height }]) => [kind, height]))
  const { concepts = true } = hints
  if (typeof concepts !== 'boolean') throw new PlantainError('INVALID_ARGUMENT', 'hints.concepts must be true or false')
  const edit = readEdit(hints)
  if (edit !== null) return { given: givenByEdit(edit, space), wishes: [], things: [] }
  return concepts ? readKnown(readAsked(said), text.lexicon, space, metres) : { given: nothingGiven(), wishes: [], things: [] }
}

async function condition(conditions: Conditions, parts: Parts, knowledge: Knowledge, signal: AbortSignal): Promise<Conditioned> {
  const { text, space, drawn } = knowledge
  const said = text.units(conditions.prompt)
  const { given, wishes, things } = knownOf(conditions.hints, said, knowledge)
  const widths = things.map(({ kind, count }) => groupAspect(drawn.get(kind)?.aspect ?? 1, count))
  const warnings: string[] = []
  if (said.length > text.maxUnits) {
    const lost = said.slice(text.maxUnits).map((unit) => unit.word).join(' ')
    warnings.push(`the prompt is long; this was not read: ${lost.slice(0, 200)}`)
  }
  if (conditions.references.length > 0)
    throw new PlantainError('UNIMPLEMENTED', 'plantain-tiny cannot follow reference pictures; choose another model by --model, or leave --ref out')
  const encode = async (units: ReturnType<TextFeatures['units']>): Promise<EncodedText> => {
    const { ids, values, width } = text.features(units)
    const features: Tensor = { data: values, shape: [1, ids.length, width] }
    const feeds = { input_ids: { data: Float32Array.from(ids, Number), shape: [1, ids.length] }, unit_features: features }
    const { last_hidden_state } = await parts.run('text_encoder', feeds, ['last_hidden_state'], signal)
    return { hidden: last_hidden_state!, features }
  }
  const wanted = await encode(said)
  // What is not wanted takes the place of no wording: guidance leads away from it.
  const unwanted = await encode(text.units(conditions.negativePrompt ?? ''))
  const source: Tensor = { data: given.values.map((x, i) => x * given.hold[i]!), shape: TENSOR_SHAPE }
  const hold: Tensor = { data: given.hold, shape: TENSOR_SHAPE }
  const allGiven = given.hold.every((held) => held === 1)
  const velocity = async (latents: Tensor, timestep: number, by: EncodedText, stop: AbortSignal): Promise<Tensor> => {
    const feeds = {
      hidden_states: latents, timestep: { data: Float32Array.of(timestep), shape: [1] }, source, hold,
      encoder_hidden_states: by.hidden, unit_features: by.features,
    }
    const { out_hidden_states } = await parts.run('transformer', feeds, ['out_hidden_states'], stop)
    return out_hidden_states!
  }
  return {
    warnings,
    async denoise(latents, level, stop) {
      if (allGiven) return source
      const { onFlow, sigma } = toFlow(latents, level)
      const towards = await velocity(onFlow, 1000 * sigma, wanted, stop)
      const away = conditions.guidanceScale > 1 && sigma > GUIDED_DOWN_TO ? await velocity(onFlow, 1000 * sigma, unwanted, stop) : null
      const guided = guidedVelocity(towards, away, conditions.guidanceScale)
      const clean = onFlow.data.map((x, i) => x - sigma * guided.data[i]!)
      return { data: withGiven(steer(clean, wishes, widths, space), given), shape: latents.shape }
    },
  }
}

interface EncodedText {
  readonly hidden: Tensor
  readonly features: Tensor
}

/** In the last fifth what is drawn is settled; guidance there only over-states it. */
const GUIDED_DOWN_TO = 0.2

/**
 * The same latents on the line between image and noise that the composer was trained on: alpha · image + sigma · noise, divided by
 * alpha + sigma, is (1 − s) · image + s · noise. So every scheduler, of whatever convention, drives this model.
 */
function toFlow(latents: Tensor, { alpha, sigma }: NoiseLevel): { onFlow: Tensor; sigma: number } {
  const sum = alpha + sigma
  const onFlow = Math.abs(sum - 1) < 1e-9 ? latents : { data: latents.data.map((x) => x / sum), shape: latents.shape }
  return { onFlow, sigma: sigma / sum }
}

/** Gives things the words and the lettering that the person used; those that an edit kept have theirs. */
function named(scene: Scene, units: readonly Unit[], isKept: (thing: Thing) => boolean, texts: ReadonlyMap<number, string>): Scene {
  const spoken = new Map<string, string>()
  for (const unit of units)
    for (const meaning of unit.meanings)
      if (meaning.field === 'thing' && !spoken.has(meaning.value)) spoken.set(meaning.value, unit.word)
  return {
    ...scene,
    things: scene.things.map((thing, index) => {
      if (isKept(thing)) return thing
      const word = spoken.get(thing.kind)
      const text = texts.get(index)
      return { ...thing, ...(word !== undefined && word !== thing.kind ? { word } : {}), ...(text === undefined ? {} : { text }) }
    }),
  }
}
