import type { Context } from 'hono'

/**
 * Where the client reaches this server, without a slash at the end: as configured, else as the proxy in front says, else as the request
 * was sent. Never the address that the server listens on.
 */
export function publicUrl(c: Context, configured: string): string {
  if (configured !== '') return configured.replace(/\/{1,8}$/, '')
  const { protocol, host } = new URL(c.req.url)
  const forwarded = (name: string): string => c.req.header(`x-forwarded-${name}`)?.split(',')[0]!.trim() ?? ''
  const [scheme, name, prefix] = [forwarded('proto').toLowerCase(), forwarded('host'), forwarded('prefix')]
  return [
    /^https?$/.test(scheme) ? `${scheme}:` : protocol,
    '//',
    /^([\w.-]{1,253}|\[[0-9a-f:.]{2,45}\])(:\d{1,5})?$/i.test(name) ? name : host,
    /^(\/[\w.~-]{1,100}){1,10}$/.test(prefix) ? prefix : '',
  ].join('')
}
