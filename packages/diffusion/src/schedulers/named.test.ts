import { describe, expect, test } from 'vitest'
import { schedulerAliases } from './aliases.ts'
import { schedulerFromConfig } from './from-config.ts'
import { schedulers } from './index.ts'
import { schedulerNamed } from './named.ts'

const stableDiffusion = {
  _class_name: 'PNDMScheduler',
  _diffusers_version: '0.6.0',
  beta_end: 0.012,
  beta_schedule: 'scaled_linear',
  beta_start: 0.00085,
  num_train_timesteps: 1000,
  set_alpha_to_one: false,
  skip_prk_steps: true,
  steps_offset: 1,
  trained_betas: null,
  clip_sample: false,
}
const flux = {
  _class_name: 'FlowMatchEulerDiscreteScheduler',
  base_image_seq_len: 256,
  base_shift: 0.5,
  max_image_seq_len: 4096,
  max_shift: 1.15,
  shift: 3,
  use_dynamic_shifting: true,
}
const playground = {
  _class_name: 'EDMDPMSolverMultistepScheduler',
  sigma_data: 0.5,
  prediction_type: 'epsilon',
}

describe('from a configuration', () => {
  test('the class decides, defaults fill in, unknown keys go', () => {
    const { scheduler, config } = schedulerFromConfig(stableDiffusion)
    expect(scheduler.name).toBe('PNDMScheduler')
    expect(config).toEqual({
      beta_end: 0.012,
      beta_schedule: 'scaled_linear',
      beta_start: 0.00085,
      num_train_timesteps: 1000,
      prediction_type: 'epsilon',
      set_alpha_to_one: false,
      skip_prk_steps: true,
      steps_offset: 1,
      timestep_spacing: 'leading',
      trained_betas: null,
    })
  })

  test('what cannot be used is said', () => {
    const names = schedulers.map((scheduler) => scheduler.name).join(', ')
    expect(() => schedulerFromConfig({ _class_name: 'VQDiffusionScheduler' })).toThrow(
      `scheduler VQDiffusionScheduler is not supported; supported are ${names}`,
    )
    expect(() => schedulerFromConfig({})).toThrow('has no _class_name')
    expect(() => schedulerFromConfig({ _class_name: 'DDIMScheduler', beta_start: 'low' })).toThrow(
      /DDIMScheduler cannot be used.*beta_start/s,
    )
    expect(() => schedulerFromConfig({ _class_name: 'UniPCMultistepScheduler', predict_x0: false })).toThrow(
      'predict_x0 false is not supported',
    )
    expect(() =>
      schedulerFromConfig({ _class_name: 'DDPMScheduler', variance_type: 'learned_range' }),
    ).toThrow('variance_type')
  })

  test('a negative infinite lambda_min_clipped clips nothing, a finite one keeps the noisiest steps out', () => {
    const cosine = { _class_name: 'DPMSolverMultistepScheduler', beta_schedule: 'squaredcos_cap_v2' }
    const first = (clip: number): number => {
      const { scheduler, config } = schedulerFromConfig({ ...cosine, lambda_min_clipped: clip })
      return scheduler.levels(10, config)[0]!.timestep
    }
    expect(first(-Infinity)).toBe(999)
    expect(first(-5.1)).toBe(995)
  })
})

describe('by name', () => {
  test('every class and every alias is found, whatever its case, and has levels', () => {
    const names = schedulerAliases.flatMap((alias) => alias.names)
    for (const name of [...names, ...names.map((name) => name.toUpperCase())]) {
      const { scheduler, config } = schedulerNamed(name, stableDiffusion)
      expect(scheduler.levels(5, config).length).toBeGreaterThan(5)
    }
    for (const { name } of schedulers.filter((known) => !/^(FlowMatch|EDM)/.test(known.name)))
      expect(schedulerNamed(name, stableDiffusion).scheduler.name).toBe(name)
  })

  test('the training of the model stays, the rest is the name’s', () => {
    const { scheduler, config } = schedulerNamed('DPM++ 2M SDE Karras', stableDiffusion)
    expect(scheduler.name).toBe('DPMSolverMultistepScheduler')
    expect(config).toMatchObject({
      beta_end: 0.012,
      algorithm_type: 'sde-dpmsolver++',
      use_karras_sigmas: true,
      solver_order: 2,
    })
    expect(schedulerNamed('dpmpp_2m_sde karras', stableDiffusion).config).toEqual(config)
    expect(schedulerNamed('euler sgm_uniform', stableDiffusion).config).toMatchObject({
      timestep_spacing: 'trailing',
    })
  })

  test('a placing in the name replaces that of the file', () => {
    const base = { ...stableDiffusion, use_karras_sigmas: true }
    expect(schedulerNamed('Euler exponential', base).config).toMatchObject({
      use_karras_sigmas: false,
      use_exponential_sigmas: true,
    })
    expect(schedulerNamed('Euler', base).config).toMatchObject({ use_karras_sigmas: true })
  })

  test('a flow model keeps its shift with every rule that can run it, others are refused', () => {
    expect(schedulerNamed('Euler', flux).scheduler.name).toBe('FlowMatchEulerDiscreteScheduler')
    const { scheduler, config } = schedulerNamed('UniPC', flux)
    expect(config).toMatchObject({
      use_flow_sigmas: true,
      prediction_type: 'flow_prediction',
      use_dynamic_shifting: true,
      max_shift: 1.15,
    })
    expect(() => scheduler.levels(4, config)).toThrow('give imageTokens or mu')
    const levels = scheduler.levels(4, config, { imageTokens: 4096, sigmas: [1, 0.75, 0.5, 0.25] })
    expect(levels[1]!.sigma).toBeCloseTo(0.9045, 4) // as FlowMatchEuler places it
    expect(() => schedulerNamed('DDIM', flux)).toThrow(
      'scheduler "DDIM" cannot run this model; those that can are DEISMultistepScheduler, DPMSolverMultistepScheduler, DPMSolverSinglestepScheduler, FlowMatchEulerDiscreteScheduler, UniPCMultistepScheduler',
    )
  })

  test('a model of EDM runs EDM rules, and only it does', () => {
    expect(schedulerNamed('Euler', playground).scheduler.name).toBe('EDMEulerScheduler')
    expect(() => schedulerNamed('Heun', playground)).toThrow(
      'those that can are EDMDPMSolverMultistepScheduler, EDMEulerScheduler',
    )
    expect(() => schedulerNamed('EDMEulerScheduler', stableDiffusion)).toThrow('cannot run this model')
  })

  test('an unknown name lists the known, a placing that the rule has not is said', () => {
    expect(() => schedulerNamed('Eular', stableDiffusion)).toThrow(
      /scheduler "Eular" is not known; give one of Euler, Euler a, .*, TCD, perhaps followed by karras/,
    )
    expect(() => schedulerNamed('Euler a Karras', stableDiffusion)).toThrow(
      'EulerAncestralDiscreteScheduler has no use_karras_sigmas; leave the last word out',
    )
  })
})
