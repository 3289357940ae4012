// Compares answers with openapi.json: status, headers and body.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const openapi = JSON.parse(readFileSync(new URL("../../openapi.json", import.meta.url), "utf8"));
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema(openapi, "openapi.json");

/** Fails unless the document has the request, if it is one of its paths and methods, and the answer to it. */
export function compare(method, path, { status, headers, body }) {
  const route = Object.keys(openapi.paths).find((template) => matches(template, path));
  const operation = openapi.paths[route]?.[method.toLowerCase()];
  const responses = operation?.responses ?? { default: { $ref: "#/components/responses/Failure" } };
  const response = resolved(responses[status] ?? responses.default);
  assert.ok(responses[status] !== undefined || status >= 400, `${method} ${path} answers ${status}`);
  for (const [name, header] of Object.entries(response.headers ?? {})) {
    const { required = false, schema } = resolved(header);
    const value = headers.get(name);
    assert.ok(value !== null || !required, `${method} ${path} has no ${name}`);
    assert.ok(value === null || valid(schema, value), `${name}: ${value}`);
  }
  const schema = response.content?.["application/json"].schema;
  if (schema === undefined) {
    assert.equal(body, null);
  } else {
    assert.equal(headers.get("Content-Type"), "application/json");
    assert.ok(valid(schema, body), ajv.errorsText(ajv.errors));
  }
}

/** Each example of the document, with the schema that it has to fit. */
export function* examples(node = openapi) {
  if (typeof node !== "object" || node === null) {
    return;
  }
  const schema = node.schema ?? node;
  if (node.example !== undefined) {
    yield [schema, node.example];
  }
  for (const { value } of Object.values(node.schema === undefined ? {} : (node.examples ?? {}))) {
    yield [schema, value];
  }
  for (const [key, value] of Object.entries(node)) {
    if (key !== "example" && key !== "examples") {
      yield* examples(value);
    }
  }
}

/** Whether a value is what a schema of the document says. */
export function valid(schema, value) {
  return ajv.validate(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"openapi.json#/')), value);
}

function resolved(node) {
  return node.$ref === undefined
    ? node
    : node.$ref
        .split("/")
        .slice(1)
        .reduce((part, key) => part[key], openapi);
}

function matches(template, path) {
  return new RegExp(`^${template.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(path.split("?")[0]);
}
