/** Whole figures and head-and-shoulders portraits, put together from heads of Fluent emoji and drawn bodies. */
import { bodyOf, BUILDS, Drawer, HEIGHT, WIDTH } from './body.mjs'
import { HATS } from './hats.mjs'
import { headOf } from './head.mjs'
import { RECIPES } from './recipes.mjs'
import { TONES, ball, resetIds } from './tones.mjs'

/** Room above the chin for hats, and beside for arms and capes. */
const ABOVE = 42
const BESIDE = 46

export const figureNames = Object.keys(RECIPES)

function recipeOf(name) {
  const recipe = RECIPES[name]
  if (recipe === undefined) throw new Error(`there is no figure "${name}"`)
  return recipe.like ? { ...RECIPES[recipe.like], ...recipe } : recipe
}

/**
 * A figure as a drawing { width, height, body }.
 * icon: (name) => drawing of an icon, for heads and props
 * pose: another pose than the recipe's ('sit', 'wave', ...)
 */
export function figure(name, variant, icon, pose) {
  if (GROUPS[name]) return group(GROUPS[name][variant], icon)
  return single(name, variant, icon, pose, '')
}

/** Members stand side by side, their feet on one line; each is [figure, variant]. */
const GROUPS = {
  couple: [[['man', 0], ['woman', 2]], [['woman', 1], ['man', 1]], [['man', 2], ['man', 0]], [['woman', 3], ['man', 3]]],
  family: [
    [['man', 0], ['boy', 2], ['woman', 0]], [['woman', 1], ['girl', 1], ['man', 1]], [['old-man', 2], ['child', 2], ['old-woman', 2]],
    [['man', 3], ['girl', 3], ['woman', 3]],
  ],
}
const STEP = 62

function group(members, icon) {
  const drawn = members.map(([who, variant], i) => single(who, variant, icon, 'rest', `g${i}`))
  const height = Math.max(...drawn.map((one) => one.height))
  const body = drawn.map((one, i) => `<g transform="translate(${i * STEP} ${height - one.height})">${one.body}</g>`).join('')
  return { width: drawn[0].width + STEP * (drawn.length - 1), height, body }
}

function single(name, variant, icon, pose, mark) {
  resetIds(mark)
  const recipe = recipeOf(name)
  const skinTone = (recipe.tones ?? TONES)[variant]
  const wear = recipe.wear(variant)
  const outfit = { build: recipe.build, skin: recipe.skin ?? skinTone, ghostly: recipe.ghostly, ...wear, pose: pose ?? wear.pose }
  const { body, defs } = bodyOf(outfit)
  const head = headDrawing(recipe, variant, skinTone, icon)
  const grow = recipe.grow ?? 1
  const slim = (recipe.slim ?? 1) * (recipe.grow !== undefined && recipe.slim === undefined ? Math.sqrt(grow) : 1)
  const shrunk = `translate(50 46.5) scale(${slim} ${grow}) translate(-50 -50)`
  const seated = (pose ?? wear.pose) === 'sit' ? -41 : 0
  const prop = recipe.prop ? propDrawing(recipe.prop, icon) : { body: '', defs: '' }
  const inner = `<g transform="translate(${BESIDE} ${ABOVE})"><g transform="${shrunk}">${body}${prop.body}</g>${head.body}</g>`
  const soft = '<filter id="soft2" x="-30%" y="-30%" width="160%" height="160%"><feGaussianBlur stdDeviation="1.6"/></filter>'
  const build = BUILDS[recipe.build]
  const down = (y) => ABOVE + 46.5 + (y - 50) * grow
  const marks = {
    headX: BESIDE + 50, headTop: ABOVE + (recipe.head.face ? 3.7 : -1), chin: ABOVE + 50,
    handX: BESIDE + 50 + (build.shoulder - build.arm * 0.36 + 0.6) * slim, handY: down(138), seat: down(157),
  }
  return {
    marks,
    width: WIDTH + 2 * BESIDE,
    height: Math.ceil(46.5 + (HEIGHT - 50 + seated) * grow) + ABOVE,
    body: `<g fill="none">${inner}</g><defs>${soft}${defs}${head.defs}${prop.defs}</defs>`,
  }
}

/** Head and shoulders: the icon's own bust where there is one, else the figure from the chest up. */
export function portrait(name, variant, icon) {
  if (GROUPS[name]) {
    const whole = group(GROUPS[name][variant], icon)
    const bottom = whole.height * 0.52
    return { width: whole.width, height: bottom, body: `<g clip-path="url(#chest)">${whole.body}</g><defs><clipPath id="chest"><path d="M0 -60H${whole.width}V${bottom}H0Z"/></clipPath></defs>` }
  }
  const recipe = recipeOf(name)
  const skinTone = (recipe.tones ?? TONES)[variant]
  if (!recipe.head.face && !recipe.head.dye) {
    const own = icon(headName(recipe, variant, skinTone))
    return { ...own, marks: { headX: 16, headTop: 2.2, chin: 19.3, handX: 26, handY: 27, seat: 32 } }
  }
  const whole = figure(name, variant, icon, 'rest')
  const bottom = 50 + 46 * (recipe.grow ?? 1) ** 0.5 + ABOVE
  const area = `<clipPath id="chest"><path d="M0 -60H${whole.width}V${bottom}H0Z"/></clipPath>`
  return { marks: whole.marks, width: whole.width, height: bottom, body: `<g clip-path="url(#chest)">${whole.body}</g><defs>${area}</defs>` }
}

const headName = (recipe, variant, skinTone) => {
  const { names } = recipe.head
  return names[variant % names.length].replace('TONE', skinTone)
}

function headDrawing(recipe, variant, skinTone, icon) {
  const { head } = recipe
  const name = headName(recipe, variant, skinTone)
  const source = icon(name)
  if (source === null) throw new Error(`there is no icon "${name}"`)
  const made = headOf(source, name, head.face ? 32 : head.limit, head)
  const scale = head.face ? 1.62 : 2.95
  const place = head.face ? `translate(${50 - 16 * 1.62} ${50 - 30.4 * 1.62}) scale(1.62)` : `translate(${50 - 16 * scale} ${50 - (head.chin ?? 19.3) * scale}) scale(${scale})`
  const draw = new Drawer()
  draw.add(`<g data-role="keep" transform="${place}">${made.body}</g>`)
  // Hats and paint are drawn for a head of 1.5.
  draw.add('<g transform="translate(50 50) scale(1.08) translate(-50 -50)">')
  if (head.patch) {
    draw.line('M30 20L68 33', '#2c2633', 1.6)
    draw.fill('M37 25C40 23 47 24 48 27C49 33 46 36 42.5 36S36 31 37 25Z', ball('#2c2633'))
  }
  if (head.clown) {
    for (const side of [-1, 1]) draw.add(`<ellipse data-role="keep" cx="${50 + side * 7}" cy="24" rx="4.4" ry="7.4" fill="#fff" fill-opacity=".5"/><ellipse data-role="keep" cx="${50 + side * 12}" cy="37" rx="3.6" ry="3" fill="#f25a6a" fill-opacity=".6"/>`)
    for (const side of [-1, 1]) for (const [x, y, r] of [[19, 15, 8], [24, 23, 8.5], [22, 32, 7.5]]) draw.add(`<circle data-role="keep" cx="${50 + side * x}" cy="${y}" r="${r}" fill="${draw.use(ball(['#e8463c', '#3f9ae0', '#f0a82c', '#8a4fc8'][variant]))}"/>`)
    draw.add(`<circle data-role="keep" cx="50" cy="34" r="4.6" fill="${draw.use(ball('#e8303c'))}"/>`)
  }
  if (head.hat) HATS[head.hat](draw)
  draw.add('</g>')
  return { body: draw.parts, defs: draw.defs }
}

function propDrawing({ art, x, y, size, turn }, icon) {
  const made = headOf(icon(art), art, 40, {})
  const scale = size / 32
  return { body: `<g data-role="keep" transform="translate(${x} ${y}) rotate(${turn} ${size / 2} ${size / 2}) scale(${scale})">${made.body}</g>`, defs: '' }
}
