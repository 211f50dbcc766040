/** Sets lettering: see `openTypesetter`. */
export interface Typesetter {
  readonly families: readonly string[]
}
