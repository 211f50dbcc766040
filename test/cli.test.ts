import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decode, readRecipe } from '@plantain/codecs'
import { afterAll, describe, expect, test } from 'vitest'

// The program as it is installed: the compiled command line in a process of its own, with a tiny model of random weights.
const root = join(import.meta.dirname, '..')
const program = join(root, 'packages/cli/dist/bin.js')
const model = join(root, 'packages/diffusion/golden/pipelines/sd15')
const folder = mkdtempSync(join(tmpdir(), 'plantain-cli-'))
const env = { ...process.env, PLANTAIN_DATA: join(folder, 'data'), PLANTAIN_MODEL: model }
afterAll(() => rmSync(folder, { recursive: true }))

function run(...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    cwd: folder,
    env,
  })
  return { code: status, out: stdout, err: stderr }
}
const file = (name: string): string => join(folder, name)
const bytes = (name: string): Buffer => readFileSync(file(name))
const sha256 = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex')
/** One sentence on stderr, nothing else, no stack trace. */
const sentence = (text: string): void => {
  expect(text).toMatch(/^plantain: [^\n]+\n$/)
}

describe('generate', () => {
  test('writes a 24-bit PNG with its recipe and says where, with which seed', async () => {
    const { code, out, err } = run('generate', 'a hill', '-o', 'a.png', '--seed', '7', '--steps', '3')
    expect({ code, out, err }).toEqual({
      code: 0,
      out: `${join(process.platform === 'darwin' ? '/private' : '', file('a.png'))}  64 x 64, seed 7\n`,
      err: '',
    })
    expect([...bytes('a.png').subarray(24, 26)]).toEqual([8, 2])
    expect(await readRecipe(bytes('a.png'))).toMatchObject({
      prompt: 'a hill',
      seed: 7,
      steps: 3,
      model: 'sd15',
      scheduler: 'PNDMScheduler',
    })
  })
  test('the same seed gives the same bytes, another one another picture', () => {
    run('generate', 'a hill', '-o', 'b.png', '--seed', '7', '--steps', '3')
    run('generate', 'a hill', '-o', 'c.png', '--seed', '8', '--steps', '3')
    expect(bytes('b.png')).toEqual(bytes('a.png'))
    expect(bytes('c.png')).not.toEqual(bytes('a.png'))
  })
  test('--json prints what was made and nothing else; several pictures are numbered', () => {
    const { code, out, err } = run(
      'generate',
      'a cat',
      '-o',
      'n.jpg',
      '--count',
      '2',
      '--steps',
      '2',
      '--seed',
      '3',
      '--json',
    )
    expect([code, err]).toEqual([0, ''])
    const report = JSON.parse(out)
    expect(report).toMatchObject({
      interpretation: { kind: 'generate' },
      notDrawn: [],
      usage: { promptTokens: 2, outputImageTokens: 2580, steps: 4 },
    })
    expect(report.images.map(({ path }: { path: string }) => path.slice(-7))).toEqual(['n-1.jpg', 'n-2.jpg'])
    for (const { path, sha256: hash } of report.images) expect(sha256(readFileSync(path))).toBe(hash)
    expect(report.images[0].sha256).not.toBe(report.images[1].sha256)
    const again = run(
      'generate',
      'a cat',
      '-o',
      'again.jpg',
      '--steps',
      '2',
      '--seed',
      String(report.images[1].seed),
      '--json',
    )
    expect(JSON.parse(again.out).images[0].sha256).toBe(report.images[1].sha256)
  })
  test('starts from a reference and keeps its ratio', async () => {
    const { code } = run(
      'generate',
      'a hill',
      '--ref',
      'a.png',
      '--size',
      '96x64',
      '--steps',
      '2',
      '-o',
      'r.webp',
    )
    expect(code).toBe(0)
    expect(await decode(bytes('r.webp'))).toMatchObject({ width: 96, height: 64 })
  })
  test('without -o the name comes from the prompt', () => {
    expect(run('generate', 'A small boat!', '--steps', '1').code).toBe(0)
    expect(existsSync(file('a-small-boat.png'))).toBe(true)
  })
  test.each([
    ['an unknown scheduler', ['--scheduler', 'Nope'], 2],
    ['a size that the model cannot make', ['--size', '65x65'], 2],
    ['151 steps', ['--steps', '151'], 2],
    ['an unknown model', ['--model', 'nobody'], 1],
    ['a reference that is not there', ['--ref', 'gone.png'], 1],
    ['a reference that is no picture', ['--ref', program], 1],
  ])('%s: a sentence, the exit code, no file', (_, options, expected) => {
    const { code, out, err } = run('generate', 'x', ...options, '-o', 'bad.png')
    expect([code, out]).toEqual([expected, ''])
    sentence(err)
    expect(existsSync(file('bad.png'))).toBe(false)
  })
  test.each([
    ['cut short', (copy: string) => truncateSync(join(copy, 'unet/model.onnx'), 300_000)],
    ['without its decoder', (copy: string) => rmSync(join(copy, 'vae_decoder'), { recursive: true })],
    ['with a broken index', (copy: string) => writeFileSync(join(copy, 'model_index.json'), '{ "_class')],
  ])('a model %s: a sentence, exit 1, no file', (name, damage) => {
    const copy = file(`model ${name}`)
    cpSync(model, copy, { recursive: true })
    damage(copy)
    const { code, err } = run('generate', 'x', '--model', copy, '-o', 'bad.png')
    expect(code).toBe(1)
    sentence(err)
    expect(existsSync(file('bad.png'))).toBe(false)
  })
  test('Ctrl-C stops within a step and leaves nothing', async () => {
    const data = file('data of its own')
    const args = ['generate', 'x', '--steps', '150', '--size', '512x512', '-o', 'stopped.png']
    const child = spawn(process.execPath, [program, ...args], {
      cwd: folder,
      env: { ...env, PLANTAIN_DATA: data },
    })
    let err = ''
    child.stderr.on('data', (text) => (err += text))
    const closed = new Promise((resolve) => child.once('close', resolve))
    // The hashes of the weights are there: the picture is under way.
    await expect.poll(() => existsSync(join(data, 'cache/hashes.json')), { timeout: 20_000 }).toBe(true)
    child.kill('SIGINT')
    expect([await closed, err]).toEqual([1, 'plantain: the run was cancelled\n'])
    expect(readdirSync(folder).filter((name) => /stopped|part/.test(name))).toEqual([])
  })
  test('nothing but the asked files is left', () => {
    expect(readdirSync(folder).filter((name) => /part|tmp/.test(name))).toEqual([])
  })
})

describe('models', () => {
  test('list and info tell what there is', () => {
    const listed = JSON.parse(run('models', 'list', '--json').out).models
    expect(listed).toContainEqual(
      expect.objectContaining({ id: 'sd15', className: 'StableDiffusionPipeline' }),
    )
    expect(JSON.parse(run('models', 'info', 'sd15', '--json').out)).toMatchObject({
      id: 'sd15',
      family: 'stable-diffusion',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(run('models', 'info', model).out).toContain('stable-diffusion (StableDiffusionPipeline)')
  })
  test('verify prints the largest error of each case and exits 0', () => {
    const { code, out } = run('models', 'verify', join(model, '../lcm'), '--json')
    expect(code).toBe(0)
    const { cases } = JSON.parse(out)
    expect(cases).toHaveLength(2)
    for (const { name, maxError } of cases)
      expect([name, maxError <= 1e-3]).toEqual([expect.stringMatching(/^lcm\//), true])
  })
  test('verify exits 1 over the tolerance, and where there is nothing to verify', () => {
    const copy = file('wrong')
    cpSync(join(model, '../lcm'), copy, { recursive: true })
    const golden = join(copy, 'golden.json')
    writeFileSync(
      golden,
      readFileSync(golden, 'utf8').replace(/"guidance_scale": [\d.]+/, '"guidance_scale": 1.25'),
    )
    const { code, out, err } = run('models', 'verify', copy, '--json')
    expect(code).toBe(1)
    sentence(err)
    expect(
      Math.max(...JSON.parse(out).cases.map(({ maxError }: { maxError: number }) => maxError)),
    ).toBeGreaterThan(1e-3)
    expect(run('models', 'verify', join(folder, 'data')).code).toBe(1)
  })
})

test('doctor looks at everything and says that all is well', () => {
  const { code, out } = run('doctor', '--json')
  expect(JSON.parse(out)).toMatchObject({ ok: true })
  expect(code).toBe(0)
})

test('bench measures each stage', () => {
  const { code, out } = run('bench', '--runs', '1', '--steps', '2', '--json')
  expect(code).toBe(0)
  const { stages, steps, peakMegabytes } = JSON.parse(out)
  expect([steps, stages.map(({ name }: { name: string }) => name)]).toEqual([
    2,
    ['text', 'step', 'decode', 'encode file', 'whole picture'],
  ])
  expect(peakMegabytes).toBeGreaterThan(50)
})

describe('serve', () => {
  test('serves, makes a picture, and stops when told', async () => {
    const child = spawn(process.execPath, [program, 'serve', '--port', '0'], { cwd: folder, env })
    const closed = new Promise((resolve) => child.once('close', resolve))
    try {
      const url = await new Promise<string>((resolve) =>
        child.stdout.on('data', (text) => resolve(/http:\S+/.exec(String(text))![0])),
      )
      expect(await (await fetch(`${url}/healthz`)).json()).toMatchObject({ status: 'ok' })
      const body = JSON.stringify({ prompt: 'a hill', steps: 2, size: '64x64', seed: 7 })
      const response = await fetch(`${url}/v1/native/generate`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body,
      })
      const text = await response.text()
      expect([...text.matchAll(/^event: (.*)$/gm)].map(([, event]) => event).at(-1)).toBe('generate-end')
      expect(
        spawnSync(process.execPath, [program, 'serve', '--port', new URL(url).port], {
          encoding: 'utf8',
          env,
        }).stderr,
      ).toMatch(/^plantain: port \d+ of 127.0.0.1 is in use; [^\n]+\n$/)
    } finally {
      child.kill('SIGTERM')
    }
    expect(await closed).toBe(0)
  })
  test('a bad setting stops the start', () => {
    const { status, stderr } = spawnSync(process.execPath, [program, 'serve'], {
      encoding: 'utf8',
      cwd: folder,
      env: { ...env, PLANTAIN_PORT: 'abc' },
    })
    expect(status).toBe(2)
    sentence(stderr)
  })
})
