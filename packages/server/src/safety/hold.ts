import { PlantainError } from '@plantain/core'
import type { Plantain } from '../plantain.ts'
import { judge } from './judge.ts'

/**
 * Holds a prompt to the operator's policy where no request can lower it: one's own machine draws what it is told, but where the policy is
 * strict or a file of rules others may be at it, too.
 *
 * throws: INVALID_ARGUMENT with the rule of the policy that forbids the prompt
 */
export async function holdToPolicy(
  plantain: Pick<Plantain, 'config' | 'interpreter' | 'policy'>,
  prompt: string,
  signal: AbortSignal,
): Promise<void> {
  const { interpreter, config } = plantain
  if (config.safety !== 'strict' && config.safetyPolicy === '') return
  const blocked = await judge(prompt, { interpreter, policy: await plantain.policy() }, signal)
  if (blocked !== null)
    throw new PlantainError('INVALID_ARGUMENT', blocked.message, { details: { blocked: blocked.reason } })
}
