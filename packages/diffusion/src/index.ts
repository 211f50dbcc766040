export * from './guidance.ts'
export { addNoise, bitmapOf, latentMask, pixelsOf, unitPixels } from './latents.ts'
export { DRAW, listedNoise, philoxNoise, torchNoise } from './noise.ts'
export type { NoiseSource } from './noise.ts'
export * from './prediction.ts'
export { schedulerAliases } from './schedulers/aliases.ts'
export type { Alias } from './schedulers/aliases.ts'
export { flowSigmas } from './schedulers/flow.ts'
export { schedulerFromConfig } from './schedulers/from-config.ts'
export type { ConfiguredScheduler } from './schedulers/from-config.ts'
export { schedulers } from './schedulers/index.ts'
export { schedulerNamed } from './schedulers/named.ts'
export { defineScheduler, IMAGE, MAX_STEPS } from './schedulers/scheduler.ts'
export type {
  Denoise,
  LevelOptions,
  NoiseLevel,
  SampleOptions,
  Scheduler,
  SchedulerConfig,
  SchedulerStep,
} from './schedulers/scheduler.ts'
