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
export type {
  Engine,
  EngineOptions,
  EngineStatus,
  ModelHandle,
  Result,
  ResultPicture,
  RunParams,
  RunRequest,
} from './engine.ts'
export { nearestSize } from './families/latent-model.ts'
export type { FreeThing, SceneEdit } from './families/plantain/edit-hints.ts'
export { readScene } from './families/plantain/scene-schema.ts'
export type { ThingField, WorldField } from './families/plantain/scene-schema.ts'
export { hashModel, openHashCache } from './hash.ts'
export type { FileHash, HashCache, ModelHash } from './hash.ts'
export type { ModelManifest, Part, SizeRule } from './manifest.ts'
export { readVocabulary } from './families/plantain/vocabulary.ts'
export type { Adapter, Control, Details, PaintedScene, Size } from './model.ts'
export { openEngine } from './open-engine.ts'
export type { Progress } from './progress.ts'
export { readManifest } from './read-manifest.ts'
export { DEVICES } from './runtimes/runtime.ts'
export type { Device } from './runtimes/runtime.ts'
export { openSight } from './sight.ts'
export type { Sight } from './sight.ts'
export { taskNames } from './tasks/index.ts'
export { verify } from './verify.ts'
export type { Verification, VerifiedCase, VerifyOptions } from './verify.ts'
