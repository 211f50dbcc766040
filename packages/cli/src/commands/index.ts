import type { Command } from 'commander'

/** One command: what it is in a line, and the module that knows its options and does it. */
export interface CommandEntry {
  readonly name: string
  readonly summary: string
  /** Those that draw start the engine's thread ahead: it reads its modules while they read theirs. */
  readonly load: () => Promise<(command: Command) => void>
}

const readyEngine = async (): Promise<void> => (await import('@plantain/server/ready')).readyEngine()

export const commands: readonly CommandEntry[] = [
  {
    name: 'serve',
    summary: 'serve the page and the API',
    load: async () => (await import('./serve.ts')).serve,
  },
  {
    name: 'generate',
    summary: 'make pictures from a sentence',
    load: async () => {
      await readyEngine()
      return (await import('./generate.ts')).generate
    },
  },
  {
    name: 'edit',
    summary: 'change pictures by an instruction',
    load: async () => {
      await readyEngine()
      return (await import('./edit.ts')).edit
    },
  },
  {
    name: 'chat',
    summary: 'make and change pictures by talking',
    load: async () => {
      await readyEngine()
      return (await import('./chat.ts')).chat
    },
  },
  {
    name: 'replay',
    summary: 'make a picture again from the recipe in its file',
    load: async () => (await import('./replay.ts')).replay,
  },
  {
    name: 'verify',
    summary: "check a picture's provenance: signature, recipe, mark",
    load: async () => (await import('./verify.ts')).verify,
  },
  {
    name: 'interpret',
    summary: 'show what a message is understood to mean',
    load: async () => (await import('./interpret.ts')).interpret,
  },
  {
    name: 'models',
    summary: 'list, show and verify models',
    load: async () => (await import('./models.ts')).models,
  },
  {
    name: 'keys',
    summary: 'create, list and revoke API keys',
    load: async () => (await import('./keys.ts')).keys,
  },
  {
    name: 'usage',
    summary: 'what was made, and what it would cost',
    load: async () => (await import('./usage.ts')).usage,
  },
  {
    name: 'mcp',
    summary: 'pictures as tools for language models',
    load: async () => (await import('./mcp.ts')).mcp,
  },
  {
    name: 'doctor',
    summary: 'check this machine and this installation',
    load: async () => (await import('./doctor.ts')).doctor,
  },
  {
    name: 'worker',
    summary: 'compute for servers with the same Postgres',
    load: async () => (await import('./worker.ts')).worker,
  },
  {
    name: 'bench',
    summary: 'measure how fast pictures are made here',
    load: async () => (await import('./bench.ts')).bench,
  },
]
