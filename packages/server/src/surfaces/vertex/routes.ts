import { Hono } from 'hono'
import type { Plantain } from '../../plantain.ts'
import { aliasFor, served } from '../gemini/models.ts'
import { verbOf } from '../gemini/routes.ts'

/** Vertex AI: Google's verbs under projects and publishers; which project and which location is nothing to us. */
export function vertexRoutes(plantain: Plantain, log: (message: string, cause: unknown) => void): Hono {
  const routes = new Hono()
  for (const base of [
    '/:version/publishers/google/models',
    '/:version/projects/:project/locations/:location/publishers/google/models',
  ]) {
    routes.get(base, (c) => c.json({ publisherModels: served(plantain).map(({ id }) => publisherModel(id)) }))
    routes.get(`${base}/:id`, (c) => {
      const { id, version } = c.req.param() as { id: string; version: string }
      return c.json(publisherModel(aliasFor(plantain, id, version, 'get').id))
    })
    routes.post(`${base}/:call{.+}`, async (c) => {
      const { call, version } = c.req.param() as { call: string; version: string }
      const { id, verb, run } = verbOf(call)
      return run({ c, plantain, log, alias: aliasFor(plantain, id, version, verb), vertex: true })
    })
  }
  return routes
}

const publisherModel = (id: string): object => ({
  name: `publishers/google/models/${id}`,
  versionId: 'default',
  launchStage: 'GA',
})
