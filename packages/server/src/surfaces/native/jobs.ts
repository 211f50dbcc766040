import { Hono } from 'hono'
import type { Plantain } from '../../plantain.ts'
import type { JobEntry } from '../../store/jobs/entry.ts'
import { callerIn } from '../authenticate.ts'

/** The caller's own generations: what waits, runs and is over. */
export function jobRoutes(plantain: Plantain): Hono {
  const routes = new Hono()
  routes.get('/jobs', async (c) => c.json({ jobs: (await plantain.jobs.list(callerIn(c).id)).map(jobBody) }))
  routes.get('/jobs/:id', async (c) =>
    c.json(jobBody(await plantain.jobs.read(callerIn(c).id, c.req.param('id')))),
  )
  routes.post('/jobs/:id/cancel', async (c) =>
    c.json(jobBody(await plantain.jobs.cancel(callerIn(c).id, c.req.param('id')))),
  )
  return routes
}

const jobBody = (job: JobEntry): object => ({ ...job, owner: undefined })
