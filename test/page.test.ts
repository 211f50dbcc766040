import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPlantain, loadConfig } from '@plantain/server'
import { listen, type Listening } from '@plantain/server/http'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fakeEngine } from '../packages/server/src/fake-engine.contract.ts'

// The page in the browser that the system has; where it has none, this is skipped and the report says so.
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
)

describe.skipIf(executablePath === undefined)('the page', () => {
  const data = mkdtempSync(join(tmpdir(), 'plantain-page-'))
  const engine = fakeEngine({ stepMilliseconds: 100 })
  let browser: Browser
  let server: Listening
  let page: Page
  const problems: string[] = []

  beforeAll(async () => {
    mkdirSync(join(data, 'models', 'fake'), { recursive: true })
    writeFileSync(join(data, 'models', 'fake', 'model_index.json'), '{}')
    const config = loadConfig({ flags: { data, model: 'fake', port: 0 }, environment: {}, directory: data })
    const plantain = createPlantain(config, { openEngine: async () => engine })
    server = await listen(plantain, { log: (message) => problems.push(message) })
    browser = await chromium.launch({ executablePath: executablePath!, args: ['--no-sandbox'] })
    page = await browser.newPage({ viewport: { width: 390, height: 844 } })
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
    page.on('pageerror', (error) => problems.push(error.message))
    await page.goto(server.url)
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    rmSync(data, { recursive: true })
  })
  const done = () => page.waitForSelector('#stage:not(.drawing)')

  test('typing and Enter draw: the picture, what was understood and what is lacking', async () => {
    await page.fill('#prompt', 'a teapot on a hill')
    await page.press('#prompt', 'Enter')
    await done()
    expect(await page.getAttribute('#picture', 'src')).toMatch(/^blob:/)
    expect(await page.evaluate('document.querySelector("#picture").naturalWidth')).toBe(1024)
    expect(await page.textContent('#status')).toMatch(/^1024 × 1024 · seed \d+ · \d+\.\d s$/)
    expect(await page.textContent('#lacking')).toBe('Not drawn, as this model cannot: teapot.')
    expect(await page.textContent('#understood')).toContain('a teapot on a hill')
    expect(await page.getAttribute('#download', 'download')).toBe('a-teapot-on-a-hill.png')
  })
  test('a kept seed draws the same picture, another one is another', async () => {
    const seed = /seed (\d+)/.exec((await page.textContent('#status'))!)![1]
    await page.click('#keep')
    await page.press('#prompt', 'Enter')
    await page.waitForSelector('#stage.drawing')
    await done()
    expect(await page.textContent('#status')).toContain(`seed ${seed}`)
    await page.click('#again')
    await page.waitForSelector('#stage.drawing')
    await done()
    expect(await page.textContent('#status')).not.toContain(`seed ${seed} `)
    expect(await page.locator('#strip button').count()).toBe(3)
  })
  test('previews show while it draws; Escape stops the engine and brings back the picture before', async () => {
    const before = engine.stopped
    await page.fill('#prompt', 'an endless river')
    await page.press('#prompt', 'Enter')
    await page.waitForSelector('#picture[src^="data:image/webp"]', { state: 'attached' })
    expect(await page.textContent('#draw')).toBe('Stop')
    await page.press('#prompt', 'Escape')
    await done()
    await expect.poll(() => engine.stopped, { timeout: 10_000 }).toBe(before + 1)
    expect(await page.getAttribute('#picture', 'src')).toMatch(/^blob:/)
    expect(await page.isVisible('#problem')).toBe(false)
  })
  test('what goes wrong is a sentence on the page', async () => {
    await page.fill('#prompt', 'crash')
    await page.press('#prompt', 'Enter')
    await page.waitForSelector('#problem:not([hidden])')
    expect(await page.textContent('#problem')).toBe(
      'Something went wrong inside Plantain; the log of the server has the reason.',
    )
    expect(problems.splice(0)).toEqual([
      'something went wrong inside Plantain; the log of the server has the reason',
    ])
  })
  test('the keyboard reaches everything, and nothing is wider than a phone', async () => {
    await page.focus('#prompt')
    const reached: string[] = []
    for (let i = 0; i < 4; i++) {
      await page.keyboard.press('Tab')
      reached.push(
        (await page.evaluate('document.activeElement.id || document.activeElement.name')) as string,
      )
    }
    expect(reached).toEqual(['aspect', 'seed', 'draw', 'download'])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
  })
  test('nothing was refused by the browser on the way', () => {
    expect(problems).toEqual([])
  })
})
