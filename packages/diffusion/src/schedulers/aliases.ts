/** What other programs call the schedulers. A name is a rule, then perhaps a placing of its levels: "DPM++ 2M SDE Karras". */
export interface Alias {
  readonly names: readonly string[]
  readonly className: string
  readonly settings?: Readonly<Record<string, unknown>>
}

const dpm = (order: number, algorithm: string, solver = 'midpoint'): Record<string, unknown> => ({
  solver_order: order,
  algorithm_type: algorithm,
  solver_type: solver,
})

/** The first name is the one we show; ComfyUI's follow. */
export const schedulerAliases: readonly Alias[] = [
  { names: ['Euler', 'euler'], className: 'EulerDiscreteScheduler' },
  { names: ['Euler a', 'euler_ancestral', 'Euler ancestral'], className: 'EulerAncestralDiscreteScheduler' },
  { names: ['Heun', 'heun'], className: 'HeunDiscreteScheduler' },
  { names: ['LMS', 'lms'], className: 'LMSDiscreteScheduler' },
  { names: ['DPM2', 'dpm_2'], className: 'KDPM2DiscreteScheduler' },
  { names: ['DPM2 a', 'dpm_2_ancestral'], className: 'KDPM2AncestralDiscreteScheduler' },
  {
    names: ['DPM++ 2M', 'dpmpp_2m'],
    className: 'DPMSolverMultistepScheduler',
    settings: dpm(2, 'dpmsolver++'),
  },
  { names: ['DPM++ 3M'], className: 'DPMSolverMultistepScheduler', settings: dpm(3, 'dpmsolver++') },
  {
    names: ['DPM++ 2M SDE', 'dpmpp_2m_sde'],
    className: 'DPMSolverMultistepScheduler',
    settings: dpm(2, 'sde-dpmsolver++'),
  },
  {
    names: ['DPM++ 2M SDE Heun', 'dpmpp_2m_sde_heun'],
    className: 'DPMSolverMultistepScheduler',
    settings: dpm(2, 'sde-dpmsolver++', 'heun'),
  },
  {
    names: ['DPM++ 3M SDE', 'dpmpp_3m_sde'],
    className: 'DPMSolverMultistepScheduler',
    settings: dpm(3, 'sde-dpmsolver++'),
  },
  { names: ['DPM++ 2S'], className: 'DPMSolverSinglestepScheduler', settings: dpm(2, 'dpmsolver++') },
  { names: ['UniPC', 'uni_pc_bh2'], className: 'UniPCMultistepScheduler', settings: { solver_type: 'bh2' } },
  { names: ['UniPC bh1', 'uni_pc'], className: 'UniPCMultistepScheduler', settings: { solver_type: 'bh1' } },
  { names: ['DEIS', 'deis'], className: 'DEISMultistepScheduler' },
  { names: ['DDIM', 'ddim'], className: 'DDIMScheduler' },
  { names: ['DDPM', 'ddpm'], className: 'DDPMScheduler' },
  { names: ['PLMS', 'PNDM'], className: 'PNDMScheduler', settings: { skip_prk_steps: true } },
  { names: ['LCM', 'lcm'], className: 'LCMScheduler' },
  { names: ['TCD'], className: 'TCDScheduler' },
]

/** Words after the name of a rule, and the settings they stand for. */
export const placings: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  karras: { use_karras_sigmas: true },
  exponential: { use_exponential_sigmas: true },
  beta: { use_beta_sigmas: true },
  normal: { timestep_spacing: 'linspace' },
  simple: { timestep_spacing: 'trailing' },
  'sgm uniform': { timestep_spacing: 'trailing' },
}

/** Whatever a base configuration says about placing, a named placing replaces it. */
export const noPlacing: Readonly<Record<string, unknown>> = {
  use_karras_sigmas: false,
  use_exponential_sigmas: false,
  use_beta_sigmas: false,
  use_lu_lambdas: false,
}
