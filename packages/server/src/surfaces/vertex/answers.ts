import { z } from 'zod'
import { geminiAnswers } from '../gemini/answers.ts'

const PublisherModel = z.object({ name: z.string(), versionId: z.string(), launchStage: z.string() })

/** What comes back, for the document; that of the verbs is the Gemini API's. */
export const vertexAnswers: Readonly<Record<string, z.ZodType>> = {
  ...geminiAnswers,
  PublisherModel,
  ListPublisherModelsResponse: z.object({ publisherModels: z.array(PublisherModel) }),
}
