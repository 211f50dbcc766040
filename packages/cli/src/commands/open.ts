import { createPlantain, environment, loadConfig, type Config, type Plantain } from '@plantain/server'
import { usage } from '../failure.ts'

/**
 * `--model`: a name goes into the request; the folder of a model goes into the configuration, as a request never names one.
 */
export function byModel(model: string | undefined): {
  readonly flags: { model?: string }
  readonly id: string | undefined
} {
  return model !== undefined && /[\\/]/.test(model)
    ? { flags: { model }, id: undefined }
    : { flags: {}, id: model }
}

/** Plantain in this process, with options of the command line over the rest of the configuration. */
export function open(flags: Readonly<Partial<Record<keyof Config, unknown>>> = {}): Plantain {
  return createPlantain(
    usage(() => loadConfig({ flags, environment: environment(), directory: process.cwd() })),
  )
}

/** Fires on Ctrl-C and on SIGTERM, so that work stops within a step and cleans up; a second Ctrl-C kills. */
export function interruption(): AbortSignal {
  const controller = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.once(name, () => controller.abort(new Error(name)))
  return controller.signal
}

/** A number where the text is one, else the text, so that the border can say what was typed. */
export const numeric = (text: string): number | string =>
  /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : text

export const printJson = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}
