import sharp from 'sharp'
import { insertXmp } from './png-chunk.ts'

/** How a picture was made, as plain JSON; what is in it is the business of who made the picture. */
export type Recipe = Readonly<Record<string, unknown>>

// Made by a trained model: the word of IPTC that search engines and editors look for.
const sourceType = 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia'
const namespace = 'urn:plantain:recipe:1#'

/** The recipe as an XMP packet, the one container that PNG, JPEG and WebP share. */
export function recipeToXmp(recipe: Recipe): string {
  const json = JSON.stringify(recipe).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    `<rdf:Description rdf:about="" xmlns:plantain="${namespace}" xmlns:ext="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">`,
    `<ext:DigitalSourceType>${sourceType}</ext:DigitalSourceType>`,
    `<plantain:recipe>${json}</plantain:recipe>`,
    '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>',
  ].join('\n')
}

/** A PNG that carries no recipe yet, with this one; its pixels are not touched. */
export const addRecipe = (png: Uint8Array, recipe: Recipe): Uint8Array => insertXmp(png, recipeToXmp(recipe))

/** The recipe that the file carries, or null when it carries none (an upload, or a copy that lost it). */
export async function readRecipe(bytes: Uint8Array): Promise<Recipe | null> {
  const xmp = await readXmp(bytes)
  if (!xmp?.includes(namespace)) return null
  const json = /<plantain:recipe>([^<]*)<\/plantain:recipe>/.exec(xmp)?.[1]
  if (json === undefined) return null
  try {
    const recipe: unknown = JSON.parse(
      json.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&'),
    )
    return typeof recipe === 'object' && recipe !== null && !Array.isArray(recipe) ? (recipe as Recipe) : null
  } catch {
    return null // somebody's editor damaged it: the picture is then a plain upload
  }
}

async function readXmp(bytes: Uint8Array): Promise<string | undefined> {
  try {
    return (await sharp(bytes, { limitInputPixels: false }).metadata()).xmp?.toString()
  } catch {
    return undefined // not a picture, so none with a recipe; `decode` is the one to complain
  }
}
