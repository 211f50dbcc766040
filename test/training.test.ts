import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const candidates = [process.env['TRAINING_PYTHON'], `${root}.venv/bin/python`, 'python3']
const python = candidates.find(
  (path) =>
    path !== undefined &&
    (path === 'python3' || existsSync(path)) &&
    spawnSync(path, ['-c', 'import torch, tokenizers, numpy']).status === 0,
)

// Training is Python with PyTorch and no part of the program; where these are not installed its checks are skipped.
test.skipIf(python === undefined)(
  'the training recipe keeps its promises (Python with torch)',
  { timeout: 900_000 },
  () => {
    const run = spawnSync(python!, ['-m', 'unittest', 'discover', '-s', 'training/tests'], {
      cwd: root,
      encoding: 'utf8',
    })
    expect(run.status, run.stderr.slice(-3000)).toBe(0)
  },
)
