import type { EditEvent, GenerateEvent, SessionEvent } from '@plantain/server'

export interface ProgressBar {
  update(event: EditEvent | GenerateEvent | SessionEvent): void
  /** Leaves the line empty for whatever is printed next. */
  clear(): void
}

interface Screen {
  readonly isTTY?: boolean
  readonly columns?: number
  write(text: string): unknown
}

const wipe = '\r\u001b[K'
const widest = 30

/** One line that changes; nothing at all where nobody looks (a pipe, a log). */
export function progressBar(
  screen: Screen,
  count: number,
  now: () => number = () => performance.now(),
): ProgressBar {
  if (!screen.isTTY) return { update: () => {}, clear: () => {} }
  let began = now()
  const show = (text: string): void => {
    screen.write(`${wipe}${text.slice(0, Math.max(20, (screen.columns ?? 80) - 1))}`)
  }
  const which = (index: number): string => (count > 1 ? `picture ${index + 1} of ${count}  ` : '')
  return {
    clear: () => void screen.write(wipe),
    update(event) {
      switch (event.type) {
        case 'job-queue':
        case 'run-queue':
          return show(`waiting for ${event.position} other${event.position === 1 ? '' : 's'} …`)
        case 'load-start':
          return show(`reading ${event.part.replaceAll('_', ' ')} …`)
        case 'picture-start':
          began = now()
          return show(`${which(event.index)}${bar(0)} starting from noise`)
        case 'step': {
          const left = ((now() - began) / event.step) * (event.steps - event.step)
          return show(
            `${which(event.index)}${bar(event.step / event.steps)} ${event.step}/${event.steps}  ${(left / 1000).toFixed(1)} s left`,
          )
        }
        case 'decode-start':
          return show(`${which(event.index)}${bar(1)} painting`)
        case 'progress':
          return show(`${which(event.picture)}${bar(event.share)} ${event.stage}`)
        default:
          return
      }
    },
  }
}

function bar(share: number): string {
  const full = Math.round(share * widest)
  return `▕${'█'.repeat(full)}${'·'.repeat(widest - full)}▏`
}
