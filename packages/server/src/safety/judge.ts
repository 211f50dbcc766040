import { PlantainError, type Interpretation, type Interpreter } from '@plantain/core'
import type { Blocked } from '../answer/ask.ts'
import { decide, explain, type Decision, type Policy, type Thresholds } from './policy.ts'

/** The refusal as public APIs tell it: Gemini's reasons and ratings, and always why, by which rule, and what to do. */
export function blockedBy(decision: Decision, why: string): Blocked {
  const { rule, category, probability } = decision
  return {
    stage: 'prompt',
    reason: rule === 'minor' ? 'PROHIBITED_CONTENT' : category === null ? 'OTHER' : 'SAFETY',
    message: `${why} ${explain(decision)}`.trim(),
    ratings: category === null ? [] : [{ category: `HARM_CATEGORY_${category}`, probability, blocked: true }],
  }
}

/**
 * Holds a prompt that is not part of a conversation to the policy, by what it means as a whole. null: it may be drawn. One that the
 * interpreter cannot take (too long) is judged by nobody.
 */
export async function judge(
  prompt: string,
  {
    interpreter,
    policy,
    thresholds,
  }: { interpreter: Interpreter; policy: Policy; thresholds?: Thresholds | undefined },
  signal: AbortSignal,
): Promise<Blocked | null> {
  const meaning = await meaningOf(prompt, interpreter, signal)
  if (meaning?.kind !== 'refuse' || meaning.reason === undefined) return null
  const decision = decide(policy, meaning.reason, thresholds)
  return decision.blocked ? blockedBy(decision, 'This prompt is not carried out.') : null
}

async function meaningOf(
  prompt: string,
  interpreter: Interpreter,
  signal: AbortSignal,
): Promise<Interpretation | null> {
  try {
    return await interpreter.interpret({ history: [], message: prompt, images: 0, uploads: [] }, signal)
  } catch (error) {
    // Where there is no interpreter, or it cannot take the prompt, pictures are made as before there was a policy.
    if (
      error instanceof PlantainError &&
      (error.code === 'INVALID_ARGUMENT' || error.code === 'FAILED_PRECONDITION')
    )
      return null
    throw error
  }
}

/**
 * An interpreter that refuses only what the policy does. What the operator lets through is drawn as it was said; of an edit nothing else
 * was understood, so it is asked about.
 */
export function governed(interpreter: Interpreter, policy: () => Promise<Policy>): Interpreter {
  return {
    name: interpreter.name,
    async interpret(message, signal) {
      const meaning = await interpreter.interpret(message, signal)
      if (meaning.kind !== 'refuse' || meaning.reason === undefined) return meaning
      if (decide(await policy(), meaning.reason).action !== 'never') return meaning
      return message.images === 0 && message.history.length === 0
        ? { kind: 'generate', ops: [{ op: 'create', subject: [message.message] }], refers_to: [] }
        : { kind: 'clarify', ops: [], refers_to: [], ask: 'change' }
    },
  }
}
