import { describe } from 'vitest'
import { deis } from './deis.ts'
import { dpmppSinglestep } from './dpmpp-singlestep.ts'
import { dpmpp } from './dpmpp.ts'
import { euler } from './euler.ts'
import { flowEuler } from './flow-euler.ts'
import { schedulers } from './index.ts'
import { pndm } from './pndm.ts'
import { schedulerContract } from './scheduler.contract.ts'
import type { Way } from './scheduler.contract.ts'
import { unipc } from './unipc.ts'

const ways: Readonly<Record<string, Way>> = {
  DDIMScheduler: 'first order',
  EulerDiscreteScheduler: 'first order',
  EDMEulerScheduler: 'first order',
  FlowMatchEulerDiscreteScheduler: 'first order',
  DDPMScheduler: 'fresh noise',
  EulerAncestralDiscreteScheduler: 'fresh noise',
  KDPM2AncestralDiscreteScheduler: 'fresh noise',
  LCMScheduler: 'jumps',
  TCDScheduler: 'jumps',
}

describe('schedulers', () => {
  for (const scheduler of schedulers) schedulerContract(scheduler, ways[scheduler.name])
})

describe('settings that make another rule', () => {
  schedulerContract(euler, 'first order', { use_karras_sigmas: true })
  schedulerContract(dpmpp, 'fresh noise', { algorithm_type: 'sde-dpmsolver++' })
  schedulerContract(dpmpp, 'any order', { solver_order: 3, solver_type: 'heun' })
  schedulerContract(dpmpp, 'higher order', { algorithm_type: 'dpmsolver' })
  schedulerContract(dpmpp, 'any order', {
    algorithm_type: 'dpmsolver',
    solver_order: 3,
    use_karras_sigmas: true,
  })
  schedulerContract(dpmpp, 'any order', { use_flow_sigmas: true, flow_shift: 3 })
  schedulerContract(dpmppSinglestep, 'higher order', { solver_order: 3 })
  schedulerContract(dpmppSinglestep, 'higher order', {
    solver_order: 3,
    solver_type: 'heun',
    lower_order_final: true,
  })
  schedulerContract(deis, 'any order', { solver_order: 3, use_flow_sigmas: true })
  schedulerContract(unipc, 'higher order', { solver_order: 3, solver_type: 'bh1' })
  schedulerContract(flowEuler, 'first order', { use_dynamic_shifting: true, shift_terminal: 0.02 })
  schedulerContract(pndm, 'higher order', { skip_prk_steps: false })
})
