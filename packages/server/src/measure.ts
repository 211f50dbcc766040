import type { GenerateEvent, GenerateResult } from './generate/events.ts'
import type { GenerateRequest } from './generate/request.ts'
import type { Plantain } from './plantain.ts'

export interface Stage {
  readonly name: string
  /** Median. */
  readonly milliseconds: number
  /** How often it was measured. */
  readonly times: number
}

export interface Measured {
  readonly model: string
  readonly width: number
  readonly height: number
  readonly steps: number
  /** From the request to the first file, engine and weights read on the way. */
  readonly coldMilliseconds: number
  readonly stages: readonly Stage[]
  /** Of the whole process. */
  readonly peakMegabytes: number
}

/** Makes one picture cold, then `count` warm ones through the way of everybody's pictures, and takes the time of each stage. */
export async function measureGenerate(
  plantain: Plantain,
  request: GenerateRequest,
  signal: AbortSignal,
): Promise<Measured> {
  const began = performance.now()
  await timed(plantain, { ...request, count: 1 }, signal)
  const coldMilliseconds = performance.now() - began
  const times = new Map<string, number[]>()
  let last: GenerateResult | null = null
  for (let run = 0; run < request.count; run++) {
    const warm = await timed(plantain, { ...request, count: 1 }, signal)
    for (const [name, values] of warm.times) times.set(name, [...(times.get(name) ?? []), ...values])
    last = warm.result
  }
  const [image] = last!.images
  return {
    model: plantain.models.get(request.model).id,
    width: image!.width,
    height: image!.height,
    steps: last!.usage.steps,
    coldMilliseconds,
    stages: [...times].map(([name, values]) => ({
      name,
      milliseconds: median(values),
      times: values.length,
    })),
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  }
}

/** The stage that ends with each event; the time since the event before it is that stage's. */
const stageEndedBy: Readonly<Partial<Record<GenerateEvent['type'], string>>> = {
  'load-end': 'read weights',
  'picture-start': 'text',
  step: 'step',
  'picture-end': 'decode',
  'image-ready': 'encode file',
}

async function timed(
  plantain: Plantain,
  request: GenerateRequest,
  signal: AbortSignal,
): Promise<{ result: GenerateResult; times: Map<string, number[]> }> {
  const times = new Map<string, number[]>()
  const began = performance.now()
  let mark = began
  const run = plantain.generate(request, signal)
  for (;;) {
    const next = await run.next()
    const now = performance.now()
    if (next.done) {
      times.set('whole picture', [now - began])
      return { result: next.value, times }
    }
    const stage = stageEndedBy[next.value.type]
    if (stage !== undefined) times.set(stage, [...(times.get(stage) ?? []), now - mark])
    mark = now
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2
}
