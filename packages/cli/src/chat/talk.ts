import { extname, resolve } from 'node:path'
import { homedir } from 'node:os'
import { PlantainError, type Interpretation } from '@plantain/core'
import type { Plantain, Session, SessionEvent, SessionMessage, TurnView } from '@plantain/server'
import { explain, UsageError } from '../failure.ts'
import { readPicture, writeWhole } from '../files.ts'
import { showInline } from '../terminal/inline.ts'
import { progressBar } from '../terminal/progress.ts'
import type { Lines } from './lines.ts'
import { writeNew } from './picture-files.ts'
import { help, readLine, type Line } from './slash.ts'
import { drawTree } from './tree.ts'

export interface Talk {
  readonly plantain: Plantain
  readonly session: Session
  readonly lines: Lines
  /** Folder for the pictures. */
  readonly folder: string
  readonly json: boolean
  readonly inline: boolean
}

interface ImageReport {
  readonly path: string
  readonly width: number
  readonly height: number
  readonly sha256: string
  readonly mask?: string
  /** Of an edit: what it did, measured on the pixels. */
  readonly report?: object
}
interface FileReport {
  readonly path: string
  readonly format: string
  readonly width: number
  readonly height: number
  readonly sha256: string
}

/** What goes with the next message. */
interface Prepared {
  readonly attachments: readonly Uint8Array[]
  readonly mask?: Uint8Array
}
const nothing: Prepared = { attachments: [] }
const mostAttachments = 3

/**
 * A conversation, line by line, until its input ends. An error is one answer, and the next line is read.
 *
 * returns: how many lines failed
 */
export async function talk(with_: Talk): Promise<number> {
  let prepared = nothing
  let failed = 0
  for (let text = await with_.lines.next(); text !== null; text = await with_.lines.next()) {
    if (with_.lines.interactive && text.trim() === '') continue
    try {
      const line = readLine(text)
      if (line.type === 'quit') break
      prepared = await answer(with_, line, prepared)
    } catch (error) {
      failed++
      // In a script the next line is another message; a person says it again, with the same pictures.
      if (!with_.lines.interactive && !text.trimStart().startsWith('/')) prepared = nothing
      tellError(with_, error)
    }
  }
  return failed
}

/** One line; gives what goes with the next message. */
async function answer(with_: Talk, line: Line, prepared: Prepared): Promise<Prepared> {
  switch (line.type) {
    case 'attach':
      return attach(with_, line.path, prepared)
    case 'mask':
      return { ...prepared, mask: await readPicture(expand(line.path)) }
    case 'help':
      process.stderr.write(help)
      return prepared
    case 'history': {
      const current = await currentTurn(with_)
      process.stderr.write(drawTree(await with_.plantain.sessions.open(with_.session.id), current))
      return prepared
    }
    case 'message':
      await say(with_, { text: line.text, ...prepared })
      return nothing
    case 'undo':
    case 'redo':
      await say(
        with_,
        command(`/${line.type}`, {
          kind: line.type,
          ops: [{ op: line.type, steps: line.steps }],
          refers_to: [],
        }),
      )
      return prepared
    case 'branch':
      await say(with_, command(`/branch ${line.place}`, { kind: 'branch', ops: [], refers_to: [line.place] }))
      return prepared
    case 'export':
      await say(
        with_,
        command('/export', {
          kind: 'export',
          ops: [{ op: 'export', ...formatOf(line.path) }],
          refers_to: [],
        }),
        line.path,
      )
      return prepared
    default:
      return prepared
  }
}

const command = (text: string, interpretation: Interpretation): SessionMessage => ({ text, interpretation })

async function currentTurn({ plantain, session }: Talk): Promise<number | null> {
  try {
    const { place } = await plantain.sessions.picture(session.id, 'current')
    return Number(/^turn:(\d+)/.exec(place)?.[1] ?? 0)
  } catch (error) {
    if (error instanceof PlantainError && error.code === 'NOT_FOUND') return null
    throw error
  }
}

async function attach(with_: Talk, path: string, prepared: Prepared): Promise<Prepared> {
  if (prepared.attachments.length >= mostAttachments)
    throw new UsageError(
      `${mostAttachments} pictures go with one message; say something first, then attach more`,
    )
  const bytes = await readPicture(expand(path))
  await with_.plantain.sessions.check(bytes) // told now, not with the message
  if (!with_.json) process.stderr.write(`${path} goes with the next message.\n`)
  return { ...prepared, attachments: [...prepared.attachments, bytes] }
}

const expand = (path: string): string => resolve(path.replace(/^~(?=$|[\\/])/, homedir()))

function formatOf(path: string | null): { format?: string } {
  const extension = path === null ? '' : extname(path).slice(1).toLowerCase()
  return extension === '' ? {} : { format: extension }
}

/** One message to the session, and what came of it as files. Ctrl-C stops it, and the session is as before. */
async function say(with_: Talk, message: SessionMessage, target: string | null = null): Promise<void> {
  const { plantain, session, lines } = with_
  const stop = new AbortController()
  const release = lines.onInterrupt(() => stop.abort(new Error('stopped by the person')))
  const bar = progressBar(process.stderr, 1)
  try {
    const run = plantain.sessions.send(session.id, message, stop.signal)
    let view: TurnView
    try {
      for (;;) {
        const next = await run.next()
        if (next.done) {
          view = next.value
          break
        }
        bar.update(next.value)
        if (message.interpretation === undefined) understood(with_, next.value, bar.clear)
      }
    } finally {
      bar.clear()
      await run.return(undefined as never)
    }
    await tell(with_, view, target)
  } finally {
    release()
  }
}

/** What was understood, while it is worked on: a person sees early that it was something else. */
function understood({ lines, json }: Talk, event: SessionEvent, clear: () => void): void {
  if (event.type !== 'interpretation-ready' || !lines.interactive || json) return
  const { kind, ops } = event.interpretation
  const wishes = ops.map(({ op, ...slots }) => `${op} ${Object.values(slots).flat().join(', ')}`.trim())
  if (wishes.length === 0) return
  clear()
  process.stderr.write(`\u001b[2m[${kind}: ${wishes.join('; ')}]\u001b[0m\n`)
}

async function tell(with_: Talk, view: TurnView, target: string | null): Promise<void> {
  const images = await Promise.all(view.places.map((place) => writePicture(with_, place)))
  const files = await writeFiles(with_, view, target)
  if (with_.json) return print(report(view, images, files))
  process.stdout.write(`${view.text}\n`)
  for (const [index, image] of images.entries()) {
    process.stdout.write(`${image.path}  ${image.width} x ${image.height}\n`)
    if (with_.inline)
      showInline(process.stdout, await with_.plantain.sessions.picture(with_.session.id, view.places[index]!))
  }
  for (const file of files) process.stdout.write(`${file.path}\n`)
}

async function writePicture({ plantain, session, folder }: Talk, place: string): Promise<ImageReport> {
  const {
    bytes,
    extension,
    width,
    height,
    sha256,
    mask,
    report: measured,
  } = await plantain.sessions.picture(session.id, place)
  const name = `${session.id}-${place.replace(/^turn:/, '').replace(/[:.]/g, '-')}`
  const path = await writeNew(folder, { name, extension, bytes })
  const told = measured === undefined ? {} : { report: measured }
  if (mask === undefined) return { path, width, height, sha256, ...told }
  const stored = await plantain.sessions.artifact(mask)
  const maskPath = await writeNew(folder, { name: `${name}-mask`, extension: 'png', bytes: stored.bytes })
  return { path, width, height, sha256, mask: maskPath, ...told }
}

async function writeFiles(
  { plantain, session, folder }: Talk,
  { files }: TurnView,
  target: string | null,
): Promise<readonly FileReport[]> {
  const reports: FileReport[] = []
  for (const { artifact, name, mimeType, width, height } of files) {
    const { bytes } = await plantain.sessions.artifact(artifact)
    const extension = extname(name).slice(1)
    const path =
      target === null
        ? await writeNew(folder, {
            name: `${session.id}-${name.slice(0, -extension.length - 1)}`,
            extension,
            bytes,
          })
        : await writeWhole(expand(target), bytes)
    reports.push({ path, format: mimeType.replace(/^\w+\//, ''), width, height, sha256: artifact })
  }
  return reports
}

/** As product.md fixes it, and which session and line it is. */
const report = (view: TurnView, images: readonly ImageReport[], files: readonly FileReport[]): object => ({
  session: view.session,
  turn: view.turn,
  parent: view.parent,
  kind: view.kind,
  text: view.text,
  interpretation: view.interpretation,
  scene: view.scene,
  images,
  ...(files.length > 0 ? { files } : {}),
  can: view.can,
  lines: view.lines,
  usage: view.usage,
})

const print = (value: object): void => void process.stdout.write(`${JSON.stringify(value)}\n`)

/** One clear answer; on a stream of JSON it is an object like the others. */
function tellError(with_: Talk, error: unknown): void {
  const stopped = error instanceof PlantainError && error.code === 'CANCELLED'
  const message = stopped ? 'stopped; the session is as it was' : explain(error).message
  if (with_.json) {
    const code =
      error instanceof PlantainError
        ? error.code
        : error instanceof UsageError
          ? 'INVALID_ARGUMENT'
          : 'INTERNAL'
    print({
      session: with_.session.id,
      turn: null,
      parent: null,
      kind: 'error',
      text: message,
      images: [],
      error: { code, message },
    })
    return
  }
  process.stderr.write(`plantain: ${message}\n`)
}
