import { html } from 'hono/html'
import type { Document, OperationObject } from './document.ts'

type Html = ReturnType<typeof html>
interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly description?: string
  readonly default?: unknown
  readonly examples?: readonly unknown[]
  readonly minimum?: number
  readonly maximum?: number
}

/** The document as one page without a script: it works offline, and under the strictest policy of a browser. */
export function referencePage(document: Document): Html {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  const groups = document.tags
    .map(({ name }) => ({ name, members: operations.filter(({ operation }) => operation.tags[0] === name) }))
    .filter(({ members }) => members.length > 0)
  const schemas = Object.entries(document.components.schemas) as [string, Schema][]
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Plantain: the APIs</title>
        <link rel="icon" href="/icon.svg" />
        <link rel="stylesheet" href="/docs.css" />
      </head>
      <body>
        <nav>
          <a class="home" href="/">Plantain</a>
          ${groups.map(
            ({ name, members }) =>
              html`<h2>${name}</h2>
                <ul>
                  ${members.map(({ operation }) => html`<li><a href="#${operation.operationId}">${operation.summary}</a></li>`)}
                </ul>`,
          )}
          <h2>Schemas</h2>
          <ul>
            ${schemas.map(([name]) => html`<li><a href="#schema-${name}">${name}</a></li>`)}
          </ul>
        </nav>
        <main>
          <h1>The APIs of this server</h1>
          <p>
            The same as <a href="/openapi.json">openapi.json</a>, for people. A key goes as
            <code>x-goog-api-key</code>, <code>?key=</code> or <code>Authorization: Bearer</code>; without
            <code>PLANTAIN_AUTH=keys</code> none is needed.
          </p>
          ${groups.map(
            ({ name, members }) =>
              html`<h2>${name}</h2>
                ${members.map(({ path, method, operation }) => operationPart(path, method, operation))}`,
          )}
          <h2>Schemas</h2>
          ${schemas.map(
            ([name, schema]) =>
              html`<section id="schema-${name}">
                <h3>${name}</h3>
                ${fieldsOf(schema)}
              </section>`,
          )}
        </main>
      </body>
    </html>`
}

function operationPart(path: string, method: string, operation: OperationObject): Html {
  const { summary, description, parameters = [], requestBody, responses, operationId } = operation
  return html`<section id="${operationId}">
    <h3>${summary}</h3>
    <p class="address"><b class="${method}">${method.toUpperCase()}</b> <code>${path}</code></p>
    ${description === undefined ? '' : html`<p>${description}</p>`}
    ${
      parameters.length === 0
        ? ''
        : html`<table>
            ${parameters.map(
              ({ name, in: where, description: words, schema }) =>
                html`<tr>
                  <th><code>${name}</code></th>
                  <td>${where}</td>
                  <td>${words ?? typeOf(schema as Schema)}</td>
                </tr>`,
            )}
          </table>`
    }
    ${
      requestBody === undefined
        ? ''
        : Object.entries(requestBody.content).map(
            ([type, { schema }]) =>
              html`<p>Takes <code>${type}</code>: ${typeOf((schema ?? {}) as Schema)}</p>`,
          )
    }
    ${Object.entries(responses).map(([status, response]) =>
      '$ref' in response
        ? html`<p>Errors: ${link(response.$ref)}</p>`
        : html`<p>
            <b>${status}</b> ${Object.entries(response.content ?? {}).map(
              ([type, { schema }]) =>
                html`<code>${type}</code>${schema === undefined ? '' : html`: ${typeOf(schema as Schema)}`} `,
            )}
            ${response.description}
          </p>`,
    )}
  </section>`
}

const nameOf = (reference: string): string => reference.slice(reference.lastIndexOf('/') + 1)
const link = (reference: string): Html =>
  html`<a href="#schema-${nameOf(reference)}">${nameOf(reference)}</a>`

/** "array of text", "1 to 4", a name that leads to its schema. */
function typeOf(schema: Schema): Html {
  if (schema.$ref !== undefined) return link(schema.$ref)
  if (schema.const !== undefined) return html`<code>${JSON.stringify(schema.const)}</code>`
  if (schema.enum !== undefined)
    return html`${joined(
      schema.enum.map((one) => html`<code>${String(one)}</code>`),
      ', ',
    )}`
  const choices = schema.anyOf ?? schema.oneOf
  if (choices !== undefined) return html`${joined(choices.map(typeOf), ' or ')}`
  if (schema.allOf !== undefined)
    return html`${joined(
      schema.allOf.map((one) => (one.$ref === undefined ? fieldsOf(one) : typeOf(one))),
      ' with ',
    )}`
  if (schema.items !== undefined) return html`array of ${typeOf(schema.items)}`
  if (schema.properties !== undefined) return html`${fieldsOf(schema)}`
  return html`${[schema.type ?? 'anything'].flat().join(' or ')}${range(schema)}`
}
const range = ({ minimum, maximum }: Schema): string => {
  const most = maximum === Number.MAX_SAFE_INTEGER ? undefined : maximum
  if (minimum !== undefined && most !== undefined) return ` from ${minimum} to ${most}`
  if (minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER) return ` from ${minimum}`
  return most === undefined ? '' : ` up to ${most}`
}
const joined = (parts: readonly Html[], between: string): readonly (Html | string)[] =>
  parts.flatMap((part, index) => (index === 0 ? [part] : [between, part]))

function fieldsOf(schema: Schema): Html {
  if (schema.properties === undefined) return typeOf(schema)
  const required = new Set(schema.required)
  return html`<table>
    ${Object.entries(schema.properties).map(
      ([name, field]) =>
        html`<tr>
          <th><code>${name}</code>${required.has(name) ? html`<b title="required">*</b>` : ''}</th>
          <td>
            ${typeOf(field)}${field.default === undefined ? '' : html`, <code>${JSON.stringify(field.default)}</code> where left out`}
          </td>
          <td>${field.description ?? ''}</td>
        </tr>`,
    )}
  </table>`
}
