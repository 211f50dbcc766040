// assembly/kernels.ts → src/kernels/module.ts: `npm run kernels`. The compiler is fetched when it is wanted: nobody else needs it.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'plantain-kernels-'))
const out = join(folder, 'kernels.wasm')
const flags = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--importMemory', '--initialMemory', '1']
execFileSync('npx', ['--yes', '-p', 'assemblyscript@0.28.20', 'asc', join(here, 'assembly/kernels.ts'), ...flags, '-o', out], { stdio: 'inherit' })
const lines = readFileSync(out).toString('base64').match(/.{1,100}/g)
const text = `// Compiled from assembly/kernels.ts by build-kernels.mjs: change that, and run \`npm run kernels\`.\nexport const KERNELS: string = [\n${lines.map((line) => `  '${line}',`).join('\n')}\n].join('')\n`
writeFileSync(join(here, 'src/kernels/module.ts'), text)
rmSync(folder, { recursive: true })
