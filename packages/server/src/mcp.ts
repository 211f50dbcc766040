// What the command line needs to serve the tools over pipes. Apart from index.ts, so that who makes a picture does not load it.
export { serveMcp } from './surfaces/mcp/stdio.ts'
export type { LocalFiles } from './surfaces/mcp/tool.ts'
