import { PlantainError } from '@plantain/core'
import type { Hono } from 'hono'
import type { Plantain } from '../plantain.ts'
import { callerIn, authenticate } from '../surfaces/authenticate.ts'
import type { Metrics } from './metrics.ts'
import { readiness } from './ready.ts'

/** What watches over the server asks here. Health is for anybody; with keys, figures are for those who administer. */
export function mountHealth(app: Hono, plantain: Plantain, metrics: Metrics): void {
  app.get('/healthz', (c) => c.json({ status: 'ok', version: plantain.version, busy: plantain.busy }))
  app.get('/readyz', async (c) => {
    const { ready, checks } = await readiness(plantain)
    return c.json({ status: ready ? 'ready' : 'not ready', checks }, ready ? 200 : 503)
  })
  app.use('/metrics', authenticate(plantain))
  app.get('/metrics', async (c) => {
    if (!callerIn(c).scopes.includes('admin'))
      throw new PlantainError(
        'PERMISSION_DENIED',
        'this key may not read figures; create one with the scope admin',
      )
    const { body, contentType } = await metrics.text()
    return c.body(body, 200, { 'Content-Type': contentType })
  })
}
