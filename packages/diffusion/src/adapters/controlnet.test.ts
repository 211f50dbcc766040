import type { Tensor } from '@plantain/core'
import { expect, test } from 'vitest'
import type { Part } from '../manifest.ts'
import type { Conditions, Control } from '../model.ts'
import type { Parts } from '../parts.ts'
import type { Feeds } from '../runtimes/runtime.ts'
import { filled } from '../shape.ts'
import { controlFeeds } from './controlnet.ts'

const never = new AbortController().signal
const part = (inputs: string[], outputs: string[]): Part => {
  const specs = (names: string[]): Part['inputs'] =>
    names.map((name) => ({ name, type: 'float32', shape: ['n'] }))
  return {
    name: 'x',
    file: 'x.onnx',
    externalData: [],
    bytes: 0,
    modified: 0,
    inputs: specs(inputs),
    outputs: specs(outputs),
  }
}
const unet = part(['sample', 'down_block_additional_residual_0', 'mid_block_additional_residual'], [])
const net = part([], ['down_block_res_samples_0', 'mid_block_res_sample'])

/** A control network whose residuals are its scale times the mean of its picture. */
function fake(): { parts: Parts; runs: Feeds[] } {
  const runs: Feeds[] = []
  const run = async (_: string, feeds: Feeds, wanted: readonly string[]): Promise<Record<string, Tensor>> => {
    runs.push(feeds)
    const picture = feeds['controlnet_cond']!.data
    const mean = picture.reduce((sum, value) => sum + value, 0) / picture.length
    const value = feeds['conditioning_scale']!.data[0]! * mean
    return Object.fromEntries(wanted.map((name) => [name, filled([1], value)]))
  }
  return { parts: { run } as unknown as Parts, runs }
}

const levels = [0, 1, 2, 3, 4].map((i) => ({ timestep: 4 - i, alpha: 1, sigma: 4 - i })) // four steps
const grey = (value: number): Control['bitmap'] => ({
  width: 8,
  height: 8,
  data: new Uint8ClampedArray(256).fill(value),
})
const control = (more: Partial<Control> = {}): Control => ({
  bitmap: grey(255),
  scale: 1,
  start: 0,
  end: 1,
  ...more,
})
const conditions = (controls: Control[]): Conditions =>
  ({ controls, levels, size: { width: 8, height: 8 } }) as unknown as Conditions

/** The residual of each step. */
async function residuals(controls: Control[]): Promise<{ values: number[]; runs: Feeds[] }> {
  const { parts, runs } = fake()
  const more = controlFeeds(parts, unet, net, conditions(controls))!
  const values: number[] = []
  for (const level of levels.slice(0, 4)) {
    const feeds = await more({ feeds: { sample: filled([1]) }, level }, never)
    expect(Object.keys(feeds)).toEqual(['down_block_additional_residual_0', 'mid_block_additional_residual'])
    values.push(feeds['mid_block_additional_residual']!.data[0]!)
  }
  return { values, runs }
}

test('a control acts with its scale, on a picture in 0 to 1', async () => {
  const { values, runs } = await residuals([control({ scale: 0.5 })])
  expect(values).toEqual([0.5, 0.5, 0.5, 0.5])
  expect(runs[0]!['controlnet_cond']).toMatchObject({ shape: [1, 3, 8, 8] })
  expect(Math.max(...runs[0]!['controlnet_cond']!.data)).toBe(1)
})

test('outside its share of the steps it is silent', async () => {
  expect((await residuals([control({ start: 0.25, end: 0.75 })])).values).toEqual([0, 1, 1, 0])
  expect((await residuals([control({ end: 0.6 })])).values).toEqual([1, 1, 0, 0])
})

test('several add up', async () => {
  const { values } = await residuals([control(), control({ scale: 2, end: 0.5 })])
  expect(values).toEqual([3, 3, 1, 1])
})

test('without a control the network is asked once, and gives zeros', async () => {
  const { values, runs } = await residuals([])
  expect(values).toEqual([0, 0, 0, 0])
  expect(runs).toHaveLength(1)
})

test('a model without control network takes none, and says so', () => {
  const { parts } = fake()
  const plain = part(['sample'], [])
  expect(controlFeeds(parts, plain, null, conditions([]))).toBeUndefined()
  expect(() => controlFeeds(parts, plain, null, conditions([control()]))).toThrow(/takes no control picture/)
})
