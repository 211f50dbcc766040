export { withoutManifest } from './assets.ts'
export {
  makeIdentity,
  readCertificates,
  readIdentity,
  type Identity,
  type IdentityFiles,
} from './identity.ts'
export { leadsTo, readManifest, type ManifestReport } from './read.ts'
export { signPicture, type Statement } from './sign.ts'
