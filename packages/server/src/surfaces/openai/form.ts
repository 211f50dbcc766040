import { PlantainError } from '@plantain/core'
import type { Context } from 'hono'
import { readJson } from '../read-json.ts'
import { fromUrl } from './messages.ts'
import { wrong } from './wire.ts'

/** An edit or a variation as it came, pictures apart from the other fields. */
export interface PictureForm {
  readonly fields: Readonly<Record<string, unknown>>
  readonly images: readonly Uint8Array[]
  readonly mask?: Uint8Array
}
const most = 16

/**
 * multipart/form-data, or the JSON variant with data URLs. Types that clients claim for parts are not believed.
 *
 * throws: INVALID_ARGUMENT of `image` or `mask`
 */
export async function readForm(c: Context): Promise<PictureForm> {
  const form = /^multipart\/form-data\b/i.test(c.req.header('content-type') ?? '')
    ? await multipart(c)
    : await json(c)
  if (form.images.length === 0)
    throw wrong('image', "Missing required parameter: 'image'.", 'missing_required_parameter')
  if (form.images.length > most)
    throw wrong('image', `${form.images.length} images were sent; send at most ${most}.`)
  if ('markup' in form.fields)
    throw wrong(
      'markup',
      "'markup' is not supported; paint what to change into 'mask', or say it in 'prompt'.",
    )
  return form
}

async function multipart(c: Context): Promise<PictureForm> {
  const body = await c.req.parseBody({ all: true }).catch((cause: unknown) => {
    if (cause instanceof PlantainError) throw cause
    throw new PlantainError(
      'INVALID_ARGUMENT',
      'The form data is broken; send multipart/form-data with its boundary.',
      { cause },
    )
  })
  const files = async (name: string): Promise<readonly Uint8Array[]> => {
    const values = [body[name] ?? []].flat()
    return Promise.all(
      values.map(async (value) => {
        if (typeof value === 'string')
          throw wrong(name.replace('[]', ''), `'${name}' is a text; send it as a file.`)
        return new Uint8Array(await value.arrayBuffer())
      }),
    )
  }
  const images = [...(await files('image')), ...(await files('image[]'))]
  const [mask, second] = await files('mask')
  if (second !== undefined) throw wrong('mask', 'Two masks were sent; send one.')
  const fields = Object.fromEntries(
    Object.entries(body).filter(([name]) => !['image', 'image[]', 'mask'].includes(name)),
  )
  return { fields, images, ...(mask === undefined ? {} : { mask }) }
}

async function json(c: Context): Promise<PictureForm> {
  const body = await readJson(c)
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw wrong('', 'The body must be a JSON object.')
  const { images = [], mask, ...fields } = body as Record<string, unknown>
  if (!Array.isArray(images))
    throw wrong('images', '\'images\' must be a list such as [{"image_url": "data:image/png;base64,…"}].')
  return {
    fields,
    images: images.map((image, i) => fromUrl(urlOf(image), `images[${i}]`)),
    ...(mask === undefined || mask === null ? {} : { mask: fromUrl(urlOf(mask), 'mask') }),
  }
}

const urlOf = (image: unknown): string | undefined => {
  const url = (image as { image_url?: unknown } | null)?.image_url
  return typeof url === 'string' ? url : undefined
}
