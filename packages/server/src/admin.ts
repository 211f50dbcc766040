// What who runs a server does with its database: keys, usage, prices. Apart from index.ts, so that who makes a picture does not load it.
export { priceOf } from './access.ts'
export { cost, listPrices, type Price } from './pricing.ts'
export {
  createKey,
  listKeys,
  noLimits,
  revokeKey,
  SCOPES,
  type KeyEntry,
  type Limits,
  type Scope,
} from './store/keys.ts'
export { readUsage, type UsageEntry } from './store/usage.ts'
