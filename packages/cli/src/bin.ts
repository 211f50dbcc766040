#!/usr/bin/env node
import { main } from './main.ts'

// `plantain help | head`: who reads no further has all that was wanted.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 1))

await main(process.argv.slice(2))
