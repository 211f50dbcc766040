import { PlantainError } from '@plantain/core'
import { noPlacing, placings, schedulerAliases } from './aliases.ts'
import { schedulerFromConfig } from './from-config.ts'
import type { ConfiguredScheduler } from './from-config.ts'
import { schedulers } from './index.ts'

/** Rules that run in the space of other models: the same rule, under the name it has there. */
const inFlow: Readonly<Record<string, string>> = { EulerDiscreteScheduler: 'FlowMatchEulerDiscreteScheduler' }
const inEdm: Readonly<Record<string, string>> = {
  EulerDiscreteScheduler: 'EDMEulerScheduler',
  DPMSolverMultistepScheduler: 'EDMDPMSolverMultistepScheduler',
}

type Json = Readonly<Record<string, unknown>>

/**
 * A scheduler by name, for a model whose own scheduler_config.json is `base`: what the file says about the training stays.
 *
 * name:   a class ("DDIMScheduler") or what A1111 and ComfyUI call it ("DPM++ 2M Karras", "dpmpp_2m karras"); case is ignored
 * throws: INVALID_ARGUMENT for an unknown name and for one that cannot run this model, listing those that can
 */
export function schedulerNamed(name: string, base: Json): ConfiguredScheduler {
  const asked = resolve(name)
  const json = { ...base, ...(asked.placing && noPlacing), ...asked.settings, ...asked.placing }
  const made = schedulerFromConfig(inSpaceOf(base, { ...json, _class_name: asked.className }, name))
  const missing = Object.keys(asked.placing ?? {}).find((key) => !(key in made.config))
  if (missing === undefined) return made
  throw new PlantainError(
    'INVALID_ARGUMENT',
    `scheduler "${name}": ${made.scheduler.name} has no ${missing}; leave the last word out`,
  )
}

function resolve(name: string): { className: string; settings?: Json | undefined; placing?: Json } {
  const wanted = plain(name)
  const exact = find(wanted)
  if (exact) return exact
  for (const [word, placing] of Object.entries(placings)) {
    const rule = wanted.endsWith(` ${word}`) && find(wanted.slice(0, -word.length - 1))
    if (rule) return { ...rule, placing }
  }
  const known = schedulerAliases.map((alias) => alias.names[0]).join(', ')
  const words = Object.keys(placings).join(', ')
  throw new PlantainError(
    'INVALID_ARGUMENT',
    `scheduler "${name}" is not known; give one of ${known}, perhaps followed by ${words}`,
  )
}

function find(wanted: string): { className: string; settings?: Json | undefined } | undefined {
  const alias = schedulerAliases.find(({ names }) => names.some((candidate) => plain(candidate) === wanted))
  if (alias) return alias
  const scheduler = schedulers.find((candidate) => candidate.name.toLowerCase() === wanted)
  return scheduler && { className: scheduler.name }
}

const plain = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replaceAll('dpm++', 'dpmpp')
    .replaceAll(/[\s_-]+/g, ' ')

/** Moves a configuration to the space that the model was trained in: diffusion, flow or EDM. */
function inSpaceOf(base: Json, json: Json & { _class_name: string }, name: string): Json {
  const own = String(base['_class_name'])
  if (own.startsWith('EDM')) return renamed(json, inEdm, (known) => known.startsWith('EDM'), name)
  if (own.startsWith('FlowMatch') || base['use_flow_sigmas'] === true) {
    const shift = base['shift'] ?? base['flow_shift'] ?? 1
    const flow = {
      ...json,
      prediction_type: 'flow_prediction',
      use_flow_sigmas: true,
      flow_shift: shift,
      shift,
    }
    return renamed(flow, inFlow, (known) => known.startsWith('FlowMatch') || takesFlow.has(known), name)
  }
  return renamed(json, {}, (known) => !known.startsWith('FlowMatch') && !known.startsWith('EDM'), name)
}

const takesFlow: ReadonlySet<string> = new Set([
  'DPMSolverMultistepScheduler',
  'DPMSolverSinglestepScheduler',
  'UniPCMultistepScheduler',
  'DEISMultistepScheduler',
])

function renamed(
  json: Json & { _class_name: string },
  names: Readonly<Record<string, string>>,
  runs: (className: string) => boolean,
  asked: string,
): Json {
  const className = names[json._class_name] ?? json._class_name
  if (runs(className)) return { ...json, _class_name: className }
  const able = schedulers
    .map((scheduler) => scheduler.name)
    .filter(runs)
    .join(', ')
  throw new PlantainError(
    'INVALID_ARGUMENT',
    `scheduler "${asked}" cannot run this model; those that can are ${able}`,
  )
}
