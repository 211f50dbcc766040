// npm start, npm test, npm run bench: sets up what is missing, then does the real thing. Node only, no dependencies.
// Everything the set-up says goes to stderr, so that `npm start --silent -- generate … --json` prints nothing but JSON.
// Old syntax on purpose, up to the version check: an old Node must be able to read this far and say what is wrong.
import { spawnSync } from 'child_process'
import { createHash } from 'crypto'
import fs from 'fs'
import { dirname, join, relative } from 'path'
import { fileURLToPath } from 'url'

const root = dirname(fileURLToPath(import.meta.url))
const say = (text) => process.stderr.write(text + '\n')
const stop = (text) => {
  say('plantain: ' + text)
  process.exit(1)
}

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19))
  stop(
    `this is Node ${process.versions.node}; install Node 20.19 or newer from https://nodejs.org and try again`,
  )

const modified = (file) => {
  try {
    return fs.statSync(file).mtimeMs
  } catch {
    return 0
  }
}

// --- dependencies -----------------------------------------------------------------------------------------------------

const modules = join(root, 'node_modules')
const installedStamp = join(modules, '.plantain-installed')

/** What node_modules was made for: another lock file, system or processor needs another one. */
function wantedInstall() {
  const lock = fs.readFileSync(join(root, 'package-lock.json'))
  return [createHash('sha256').update(lock).digest('hex'), process.platform, process.arch].join(' ')
}

function install() {
  const wanted = wantedInstall()
  const present = fs.existsSync(join(modules, '.package-lock.json'))
  if (present && fs.existsSync(installedStamp) && fs.readFileSync(installedStamp, 'utf8') === wanted) return
  say(
    `plantain: ${present ? 'updating' : 'installing'} dependencies (700 MB on disk; half a minute on a fast line, minutes on a slow one) …`,
  )
  // ci takes exactly what the lock file says; where a tree is there already, install repairs it without throwing it away.
  const run = npm(
    [present ? 'install' : 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    root,
  )
  if (run.status !== 0) {
    say(`${run.stdout || ''}${run.stderr || ''}`.split(/npm error (?:Clean install|Usage:)/)[0].trim()) // not npm's whole help
    stop(
      'the dependencies could not be installed (npm says why above); check the network or proxy and try again',
    )
  }
  fs.writeFileSync(installedStamp, wantedInstall())
}

/** npm as it was called, or else the one beside this Node or in the path. */
function npm(args, cwd, options = {}) {
  const script = process.env.npm_execpath
  const own = script && /npm-cli\.[cm]?js$/.test(script)
  const [command, first] = own
    ? [process.execPath, [script]]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []]
  // npm hands its settings on in the environment; --silent of `npm start --silent` would also silence the reason of a failure.
  const env = { ...process.env, npm_config_loglevel: 'error', ...options.env }
  return spawnSync(command, [...first, ...args], {
    cwd,
    encoding: 'utf8',
    shell: !own && process.platform === 'win32',
    env,
    timeout: options.timeout,
  })
}

// --- build ------------------------------------------------------------------------------------------------------------

const entry = join(root, 'packages/cli/dist/main.js')
const builtStamp = join(root, 'packages/cli/dist/.built')

/** Time of the newest source: a look at a few hundred files, some milliseconds. */
function newestSource() {
  let newest = Math.max(
    modified(join(root, 'tsconfig.json')),
    modified(join(root, 'tsconfig.base.json')),
    modified(installedStamp),
  )
  for (const name of fs.readdirSync(join(root, 'packages'))) {
    const folder = join(root, 'packages', name)
    newest = Math.max(
      newest,
      modified(join(folder, 'package.json')),
      modified(join(folder, 'tsconfig.json')),
      newestIn(join(folder, 'src')),
    )
  }
  return newest
}

function newestIn(folder) {
  if (!fs.existsSync(folder)) return 0
  let newest = modified(folder) // changes when a file comes or goes
  for (const inside of fs.readdirSync(folder, { withFileTypes: true }))
    newest = Math.max(
      newest,
      inside.isDirectory() ? newestIn(join(folder, inside.name)) : modified(join(folder, inside.name)),
    )
  return newest
}

const compile = () =>
  spawnSync(process.execPath, [join(modules, 'typescript/bin/tsc'), '-b'], { cwd: root, encoding: 'utf8' })

function build() {
  if (modified(entry) && modified(builtStamp) >= newestSource()) return
  say('plantain: building …')
  const began = new Date()
  const run = compile()
  if (run.status !== 0) {
    say(`${run.stdout}${run.stderr}`.trim())
    stop('the sources do not compile; mend what is named above and try again')
  }
  fs.writeFileSync(builtStamp, '')
  fs.utimesSync(builtStamp, began, began) // a source saved while we were building is newer than the build
}

// --- test and bench ---------------------------------------------------------------------------------------------------

/** One check without a suite of its own: shows its output when it fails. */
function check(name, run) {
  if (run.status === 0) {
    say(`ok ${name}`)
    return { passed: 1, failed: 0 }
  }
  const told = `${run.stdout || ''}${run.stderr || ''}`.trim()
  say(`${told}\nnot ok ${name}`)
  return { passed: 0, failed: 1, told: [`${name}\n${told.slice(0, 2000)}`] }
}

/** The suite, or the files named, on a Node; what passed and failed, a file that cannot even be loaded being one failure. */
function suite(node, files) {
  const report = join(modules, `.plantain-tests-${process.pid}.json`)
  const vitest = join(modules, 'vitest/vitest.mjs')
  const args = [
    vitest,
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...files,
  ]
  const run = spawnSync(node, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
  if (!fs.existsSync(report)) return { passed: 0, failed: 1 }
  const result = JSON.parse(fs.readFileSync(report, 'utf8'))
  fs.rmSync(report)
  const unloaded = result.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length
  const failed = result.numFailedTests + unloaded
  return {
    passed: result.numPassedTests,
    failed: failed === 0 && run.status !== 0 ? 1 : failed,
    told: result.testResults.flatMap(failures),
  }
}

/** What failed in a file, a text each: its name and the beginning of what it said. */
function failures(file) {
  const name = relative(root, file.name)
  const begun = (texts) => texts.join('\n').split('\n').slice(0, 12).join('\n')
  const tests = file.assertionResults.filter((test) => test.status === 'failed')
  if (file.status === 'failed' && file.assertionResults.length === 0)
    return [`${name}\n${begun([file.message ?? ''])}`]
  return tests.map((test) => `${name}: ${test.fullName}\n${begun(test.failureMessages)}`)
}

/** Another line of Node than this one, from npm, where npm has it for this machine; null when it cannot be had. */
function otherNode() {
  const version = major >= 24 ? '20.19.6' : '24.21.0'
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const home = join(modules, '.cache/plantain', `node-${version}`)
  const binary = join(home, 'node_modules', name, process.platform === 'win32' ? 'bin/node.exe' : 'bin/node')
  if (!fs.existsSync(binary)) {
    fs.mkdirSync(home, { recursive: true })
    fs.writeFileSync(join(home, 'package.json'), '{ "private": true }') // so that npm installs here and not in the workspace
    npm(
      [
        'install',
        '--no-save',
        '--ignore-scripts',
        '--no-audit',
        '--no-fund',
        '--fetch-retries=1',
        `${name}@${version}`,
      ],
      home,
      {
        timeout: 180000,
      },
    )
  }
  const works =
    fs.existsSync(binary) && spawnSync(binary, ['--version'], { encoding: 'utf8' }).stdout === `v${version}\n`
  return works ? { binary, version } : null
}

// What does not need a model or a browser: the nouns, the mathematics, the codecs, the configuration.
const coreSuite = [
  'packages/core',
  'packages/imaging',
  'packages/codecs',
  'packages/server',
  'packages/cli',
  'packages/diffusion/src/schedulers',
]

function test(files) {
  const results = [check('types', compile())]
  results.push(
    check(
      'lint',
      spawnSync(process.execPath, [join(modules, 'oxlint/bin/oxlint')], { cwd: root, encoding: 'utf8' }),
    ),
  )
  results.push(suite(process.execPath, files))
  if (files.length === 0) {
    const other = otherNode()
    if (other) {
      say(`\nThe core of the suite once more, on Node ${other.version}`)
      results.push(suite(other.binary, coreSuite))
    } else say('skipped: the core of the suite on another line of Node, as npm could not give us one here')
  }
  // Once more at the end, as a log of which only the end is kept has to tell what was wrong.
  for (const text of results.flatMap((result) => result.told ?? [])) say(`\nfailed: ${text}`)
  const sum = (key) => results.reduce((total, result) => total + result[key], 0)
  process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed\n`)
  process.exit(sum('failed') ? 1 : 0)
}

/** Runs bench/…/NAME.bench.mjs one after the other, or only those whose path holds one of the words. */
function bench(words) {
  const all = fs.readdirSync(join(root, 'bench'), { recursive: true }).map(String).sort()
  const chosen = all.filter(
    (file) =>
      file.endsWith('.bench.mjs') && (words.length === 0 || words.some((word) => file.includes(word))),
  )
  if (chosen.length === 0) stop('no benchmark has that in its name; without a name all of bench/ run')
  let failed = false
  for (const file of chosen) {
    say(`\n${file}`)
    failed =
      spawnSync(process.execPath, [join(root, 'bench', file)], { cwd: root, stdio: 'inherit' }).status !==
        0 || failed
  }
  process.exit(failed ? 1 : 0)
}

// ----------------------------------------------------------------------------------------------------------------------

const args = process.argv.slice(2)
install()
if (args[0] === '--test') {
  test(args.slice(1))
} else {
  build()
  if (args[0] === '--bench') {
    bench(args.slice(1))
  } else {
    const { main } = await import('./packages/cli/dist/main.js')
    await main(args.length === 0 ? ['serve'] : args)
  }
}
