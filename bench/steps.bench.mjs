// One denoising step: our runtime, bare onnxruntime and PyTorch, same weights, same threads, taken in turns in one run.
//   node bench/steps.bench.mjs [composer] [unet]     TRAINING_PYTHON: a Python with torch and onnxscript; without one it says so
// The UNet is a full-size one of Stable Diffusion 1.5 with random weights at 256 x 256 (3.4 GB on disk, made once, in the temporary folder).
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onnxNode } from '../packages/diffusion/dist/runtimes/onnx-node.js'

const here = dirname(fileURLToPath(import.meta.url))
const ort = createRequire(join(here, '../packages/diffusion/package.json'))('onnxruntime-node')
const THREADS = 1
const python = [process.env.TRAINING_PYTHON, join(here, '../.venv/bin/python'), 'python3'].find(
  (path) => path && spawnSync(path, ['-c', 'import torch, onnxscript']).status === 0,
)

const shapes = {
  composer: { hidden_states: [1, 9, 132], timestep: [1], source: [1, 9, 132], hold: [1, 9, 132], encoder_hidden_states: [1, 16, 192], unit_features: [1, 16, 432] },
  unet: { sample: [1, 4, 32, 32], timestep: [], encoder_hidden_states: [1, 77, 768] },
}
const rounds = { composer: 60, unet: 4 } // with PyTorch
const pairs = { composer: 400, unet: 8 } // ours and bare alone
const cpu = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000 }

async function measure(name) {
  const file = join(tmpdir(), `plantain-bench-${name}`, 'model.onnx')
  const reference = spawn(python, [join(here, 'reference/steps.py'), name, String(THREADS), file], { stdio: ['pipe', 'pipe', 'ignore'] })
  const lines = createInterface({ input: reference.stdout })[Symbol.asyncIterator]()
  for (;;) {
    const { value, done } = await lines.next()
    if (done) throw new Error(`the PyTorch side of ${name} stopped; run bench/reference/steps.py by hand to see why`)
    if (value === 'ready') break
  }
  const output = name === 'unet' ? 'out_sample' : 'out_hidden_states'
  const inputs = Object.entries(shapes[name]).map(([key, shape]) => {
    const bytes = readFileSync(join(dirname(file), `${key}.f32`))
    return [key, new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)), shape]
  })
  const signal = new AbortController().signal
  const ours = await (await onnxNode({ threads: THREADS })).open(file, 'cpu')
  const bare = await ort.InferenceSession.create(file, { intraOpNumThreads: THREADS, interOpNumThreads: 1, enableCpuMemArena: false, extra: { session: { intra_op: { allow_spinning: '0' } } } })
  const feeds = Object.fromEntries(inputs.map(([key, data, shape]) => [key, { data, shape }]))
  const run = {
    ours: async () => {
      const [wall, used] = [performance.now(), cpu()]
      const { [output]: out } = await ours.run(feeds, [output], signal)
      return [performance.now() - wall, cpu() - used, out.data.reduce((sum, x) => sum + Math.abs(x), 0)]
    },
    bare: async () => {
      const [wall, used] = [performance.now(), cpu()]
      const tensors = Object.fromEntries(inputs.map(([key, data, shape]) => [key, new ort.Tensor('float32', data, shape)]))
      const { [output]: out } = await bare.run(tensors, [output])
      return [performance.now() - wall, cpu() - used, out.data.reduce((sum, x) => sum + Math.abs(x), 0)]
    },
    torch: async () => {
      reference.stdin.write('\n')
      return (await lines.next()).value.split(' ').map(Number)
    },
  }
  const taken = { ours: [], bare: [], torch: [] }
  const sums = {}
  for (let round = -1; round < rounds[name]; round++)
    // Who runs after PyTorch finds cold caches: ours and bare take turns at that.
    for (const side of round % 2 ? ['torch', 'bare', 'ours'] : ['torch', 'ours', 'bare']) {
      const [wall, used, sum] = await run[side]()
      if (round >= 0) taken[side].push([wall, used])
      sums[side] = sum
    }
  const alone = { ours: [], bare: [] }
  for (let pair = -2; pair < pairs[name]; pair++)
    for (const side of pair % 2 ? ['bare', 'ours'] : ['ours', 'bare']) {
      const [wall, used] = await run[side]()
      if (pair >= 0) alone[side].push([wall, used])
    }
  reference.stdin.end()
  await ours[Symbol.asyncDispose]()
  await bare.release()
  const best = (side, column) => Math.min(...taken[side].map((pair) => pair[column]))
  const median = (list, column = 0) => list.map((pair) => pair[column]).sort((a, b) => a - b)[list.length >> 1]
  const overhead = (column) => +((median(alone.ours, column) / median(alone.bare, column) - 1) * 100).toFixed(1)
  if (Math.abs(sums.ours / sums.torch - 1) > 1e-3) throw new Error(`${name}: our output differs from PyTorch's (${sums.ours} against ${sums.torch})`)
  return {
    name, threads: THREADS, rounds: rounds[name],
    millisecondsMedian: { ours: +median(taken.ours).toFixed(2), bare: +median(taken.bare).toFixed(2), torch: +median(taken.torch).toFixed(2) },
    cpuMillisecondsLeast: { ours: +best('ours', 1).toFixed(2), bare: +best('bare', 1).toFixed(2), torch: +best('torch', 1).toFixed(2) },
    timesAsFastAsTorch: +(best('torch', 1) / best('ours', 1)).toFixed(2),
    // Medians of runs in pairs; of processor time too, which a busy machine disturbs less.
    pairs: pairs[name], overheadOverBarePercent: { wall: overhead(0), cpu: overhead(1) },
  }
}

if (!python) console.log('bench steps: skipped, no Python with torch and onnxscript here (set TRAINING_PYTHON)')
else for (const name of process.argv.length > 2 ? process.argv.slice(2) : ['composer', 'unet']) console.log(JSON.stringify(await measure(name)))
