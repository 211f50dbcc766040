import { ddim } from './ddim.ts'
import { ddpm } from './ddpm.ts'
import { deis } from './deis.ts'
import { dpmppSinglestep } from './dpmpp-singlestep.ts'
import { dpmpp } from './dpmpp.ts'
import { edmDpmpp } from './edm-dpmpp.ts'
import { edmEuler } from './edm-euler.ts'
import { eulerAncestral } from './euler-ancestral.ts'
import { euler } from './euler.ts'
import { flowEuler } from './flow-euler.ts'
import { heun } from './heun.ts'
import { kdpm2Ancestral } from './kdpm2-ancestral.ts'
import { kdpm2 } from './kdpm2.ts'
import { lcm } from './lcm.ts'
import { lms } from './lms.ts'
import { pndm } from './pndm.ts'
import type { Scheduler } from './scheduler.ts'
import { tcd } from './tcd.ts'
import { unipc } from './unipc.ts'

/** Every scheduler, by the name in scheduler_config.json. To add one: its file, and its line here. */
export const schedulers: readonly Scheduler[] = [
  ddim,
  ddpm,
  deis,
  dpmpp,
  dpmppSinglestep,
  edmDpmpp,
  edmEuler,
  euler,
  eulerAncestral,
  flowEuler,
  heun,
  kdpm2,
  kdpm2Ancestral,
  lcm,
  lms,
  pndm,
  tcd,
  unipc,
]
