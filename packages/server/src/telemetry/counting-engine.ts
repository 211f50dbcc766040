import type { Engine, Progress, Result } from '@plantain/diffusion'
import type { Tally } from './tally.ts'

/** The same engine; what it computes is counted. */
export function countingEngine(engine: Engine, tally: Tally): Engine {
  async function* run(request: Parameters<Engine['run']>[0]): AsyncGenerator<Progress, Result> {
    const events = engine.run(request)
    try {
      for (;;) {
        const next = await events.next()
        if (next.done === true) return next.value
        if (next.value.type === 'step') {
          tally.steps++
          tally.denoisingMilliseconds += next.value.milliseconds
        } else if (next.value.type === 'picture-end') tally.pictures++
        yield next.value
      }
    } finally {
      await events.return(undefined as unknown as Result) // whoever leaves early stops the engine
    }
  }
  return {
    run,
    load: (directory) => engine.load(directory),
    paint: (...given) => engine.paint(...given),
    status: () => engine.status(),
    close: () => engine.close(),
    [Symbol.asyncDispose]: () => engine[Symbol.asyncDispose](),
  }
}
