// The whole page: one request at a time, its events shown as they come. No framework, nothing to build.
const $ = (id) => document.getElementById(id)
const [form, prompt, seed, stage, picture, bar, status] = [
  'form',
  'prompt',
  'seed',
  'stage',
  'picture',
  'bar',
  'status',
].map($)

const aspects = ['1:1', '2:3', '3:2', '3:4', '4:3', '4:5', '5:4', '9:16', '16:9', '21:9']
const ideas = [
  'a mountain landscape with a lake at dawn',
  'three balloons over a meadow, watercolor',
  'a lighthouse on a cliff in a storm',
  'a cat asleep on a red armchair by the window',
  'a village in the snow at night',
]

let running = null // the AbortController of the request that is drawn
const shown = [] // pictures of this visit, newest first

for (const aspect of aspects) {
  const [width, height] = aspect.split(':').map(Number)
  const scale = 20 / Math.max(width, height)
  const label = element('label', { title: `Aspect ratio ${aspect}` })
  const input = element('input', { type: 'radio', name: 'aspect', value: aspect, checked: aspect === '1:1' })
  const icon = element('i')
  icon.style.width = `${width * scale}px`
  icon.style.height = `${height * scale}px`
  const box = element('span')
  box.append(icon)
  label.append(input, box, aspect)
  $('aspects').append(label)
}
for (const idea of ideas) {
  const button = element('button', { type: 'button', textContent: idea })
  button.addEventListener('click', () => {
    prompt.value = idea
    form.requestSubmit()
  })
  $('ideas').append(button)
}

form.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.isComposing || event.target === $('draw')) return
  if (event.target === prompt && event.shiftKey) return
  event.preventDefault()
  if (!running) form.requestSubmit() // a second Enter must not stop what the first one began; Escape does
})
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') running?.abort()
})
form.addEventListener('submit', (event) => {
  event.preventDefault()
  if (running) running.abort()
  else draw()
})
$('again').addEventListener('click', () => {
  seed.value = ''
  form.requestSubmit()
})
$('keep').addEventListener('click', () => {
  seed.value = $('keep').dataset.seed
  prompt.focus()
})

async function draw() {
  const aspect = new FormData(form).get('aspect')
  const request = {
    prompt: prompt.value.trim(),
    aspect,
    ...(seed.value.trim() && { seed: Number(seed.value) }),
  }
  if (!request.prompt) return prompt.focus()
  const began = performance.now()
  const control = (running = new AbortController())
  begin(aspect)
  try {
    await generate(request, control.signal, {
      'job-queue': ({ position }) =>
        say(
          position === 1
            ? 'One picture is drawn before yours.'
            : `${position} pictures are drawn before yours.`,
        ),
      'load-start': ({ part }) => say(`Reading the model (${part.replaceAll('_', ' ')})…`),
      'picture-start': () => say('Starting from noise…'),
      step: ({ step, steps, preview }) => {
        say(`Step ${step} of ${steps}`)
        bar.value = step / steps
        if (preview) picture.src = preview
      },
      'decode-start': () => say('Painting…'),
      'image-ready': ({ image }) => show({ ...image, prompt: request.prompt, url: objectUrl(image) }),
      'generate-end': (result) => finish(result, performance.now() - began),
    })
  } catch (error) {
    if (!control.signal.aborted) complain(error.message)
    if (shown.length > 0) show(shown[0])
    else stage.hidden = true
    say('')
  } finally {
    running = null
    stage.classList.remove('drawing')
    $('draw').textContent = 'Draw'
  }
}

/** Posts the request and calls the handler of each event as it arrives; throws what the server says went wrong. */
async function generate(request, signal, handlers) {
  const response = await fetch('/v1/native/generate', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(request),
    signal,
  }).catch((error) => {
    throw signal.aborted ? error : new Error('Plantain does not answer; is it still running?')
  })
  if (!response.ok) throw new Error((await response.json()).error.message)
  let ended = false
  for await (const { event, data } of events(response.body)) {
    if (event === 'error') throw new Error(data.error.message)
    handlers[event]?.(data)
    ended ||= event === 'generate-end'
  }
  if (!ended) throw new Error('Plantain stopped before the picture was done; try again.')
}

/** Server-sent events of a stream of bytes. */
async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  for (;;) {
    const { value, done } = await reader.read()
    if (done) return
    const blocks = (text + value).split('\n\n')
    text = blocks.pop()
    for (const block of blocks) {
      const lines = block.split('\n')
      const field = (name) =>
        lines
          .filter((line) => line.startsWith(`${name}: `))
          .map((line) => line.slice(name.length + 2))
          .join('\n')
      yield { event: field('event'), data: JSON.parse(field('data')) }
    }
  }
}

function begin(aspect) {
  const [width, height] = aspect.split(':').map(Number)
  document.body.classList.remove('fresh')
  $('welcome').hidden = true
  $('ideas').hidden = true
  $('problem').hidden = true
  $('lacking').hidden = true
  $('actions').hidden = true
  $('understood').replaceChildren()
  $('frame').style.setProperty('--ratio', width / height)
  picture.removeAttribute('src')
  picture.alt = ''
  bar.value = 0
  stage.hidden = false
  stage.classList.add('drawing')
  $('draw').textContent = 'Stop'
  say('Reading your words…')
}

function show(image) {
  if (!shown.includes(image)) shown.unshift(image)
  picture.src = image.url
  picture.alt = image.prompt
  $('frame').style.setProperty('--ratio', image.width / image.height)
  const name = image.prompt
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
  Object.assign($('download'), { href: image.url, download: `${name || 'picture'}.png` })
  $('keep').dataset.seed = image.seed
  $('actions').hidden = false
  tell(image)
  strip(image)
}

function finish({ interpretation, notDrawn, drawnAs, warnings }, milliseconds) {
  Object.assign(shown[0], { interpretation, notDrawn, drawnAs, warnings, milliseconds })
  tell(shown[0])
}

/** What is known of a picture: its size and seed, what was understood, what is lacking. */
function tell({
  width,
  height,
  seed,
  milliseconds,
  interpretation = {},
  notDrawn = [],
  drawnAs = [],
  warnings = [],
}) {
  const took = milliseconds && `${(milliseconds / 1000).toFixed(1)} s`
  say([`${width} × ${height}`, `seed ${seed}`, took].filter(Boolean).join(' · '))
  const lacking = notDrawn.length > 0 ? `Not drawn, as this model cannot: ${notDrawn.join(', ')}.` : ''
  const like = drawnAs.map(({ word, kind }) => `“${word}” is drawn as ${kind}, the nearest there is.`)
  $('lacking').textContent = [lacking, ...like, ...warnings].filter(Boolean).join(' ')
  $('lacking').hidden = !$('lacking').textContent
  const rows = Object.entries(interpretation).filter(([key, value]) => key !== 'kind' && inWords(value))
  $('understood').replaceChildren(
    ...rows.flatMap(([key, value]) => [
      element('dt', { textContent: key.replaceAll('_', ' ') }),
      element('dd', { textContent: inWords(value) }),
    ]),
  )
}

/** A value as a person would say it: lists with commas, a thing as "2 small red foxes, left". */
function inWords(value) {
  if (Array.isArray(value)) return value.map(inWords).filter(Boolean).join(', ')
  if (value && typeof value === 'object') {
    const { name, count, size, color, material, state, region } = value
    const thing = [count > 1 && count, state, size, color, material, name].filter(Boolean).join(' ')
    return region ? `${thing} (${region})` : thing
  }
  return value ? String(value) : ''
}

function strip(current) {
  $('strip').hidden = shown.length < 2
  $('strip').replaceChildren(
    ...shown.map((image) => {
      const button = element('button', { type: 'button', title: image.prompt })
      if (image === current) button.setAttribute('aria-current', 'true')
      button.append(element('img', { src: image.url, alt: image.prompt, loading: 'lazy' }))
      button.addEventListener('click', () => running || show(image))
      return button
    }),
  )
}

function objectUrl({ data, mimeType }) {
  const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0))
  return URL.createObjectURL(new Blob([bytes], { type: mimeType }))
}

function complain(message) {
  $('problem').textContent =
    `${message.charAt(0).toUpperCase()}${message.slice(1)}${/[.!?]$/.test(message) ? '' : '.'}`
  $('problem').hidden = false
}

function say(text) {
  status.textContent = text
}

function element(name, properties = {}) {
  return Object.assign(document.createElement(name), properties)
}
