import type { Command } from 'commander'

/** One command: what it is in a line, and the module that knows its options and does it. */
export interface CommandEntry {
  readonly name: string
  readonly summary: string
  /** draws: what was typed asks for more than help */
  readonly load: (asked: { readonly draws: boolean }) => Promise<(command: Command) => void>
}

type Load = CommandEntry['load']

/** The engine's thread reads its modules while a command that draws reads its own. */
const drawing =
  (load: Load): Load =>
  async (asked) => {
    if (asked.draws) (await import('@plantain/server/ready')).readyEngine()
    return load(asked)
  }

export const commands: readonly CommandEntry[] = [
  {
    name: 'serve',
    summary: 'serve the page and the API',
    load: async () => (await import('./serve.ts')).serve,
  },
  {
    name: 'generate',
    summary: 'make pictures from a sentence',
    load: drawing(async () => (await import('./generate.ts')).generate),
  },
  {
    name: 'edit',
    summary: 'change pictures by an instruction',
    load: drawing(async () => (await import('./edit.ts')).edit),
  },
  {
    name: 'chat',
    summary: 'make and change pictures by talking',
    load: drawing(async () => (await import('./chat.ts')).chat),
  },
  {
    name: 'replay',
    summary: 'make a picture again from the recipe in its file',
    load: drawing(async () => (await import('./replay.ts')).replay),
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
