// The description of the API against the rules of OpenAPI 3.1 and JSON Schema, by validators that are not ours.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import Ajv from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { read } from './support/repository.mjs';

const text = read('src/MediaInfo.Api/Console/openapi.json');
const description = JSON.parse(text);
const operations = Object.entries(description.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ path, method, operation })));

// Texts of queries may have any length in bytes; x-members are ours.
const ajv = new Ajv({ strict: false, unicodeRegExp: true });
formats(ajv);
ajv.addSchema(description, 'openapi.json');
const check = (schema, value) => {
  const valid = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"openapi.json#/')));
  return valid(value) ? '' : ajv.errorsText(valid.errors);
};

describe('openapi.json', () => {
  test('is OpenAPI 3.1', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(JSON.parse(text));
    assert.ok(valid, JSON.stringify(errors, null, 1));
    assert.equal(validator.version, '3.1');
  });

  test('would fail if an operation broke a rule', async () => {
    const broken = JSON.parse(text);
    broken.paths['/queues'].get.parameters[0].in = 'body';
    assert.equal((await new Validator().validate(broken)).valid, false);
  });

  test('refers to nothing that is not there', () => {
    for (const [, target] of text.matchAll(/"\$ref": "#\/([^"]+)"/g)) {
      assert.ok(target.split('/').reduce((node, part) => node?.[part], description), target);
    }
  });

  test('declares every name of a path, and no other', () => {
    for (const { path, operation } of operations) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = operation.parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
      assert.deepEqual(declared.toSorted(), named.toSorted(), operation.operationId);
    }
  });

  for (const { operation } of operations) {
    test(`gives examples that keep the schemas: ${operation.operationId}`, () => {
      for (const { name, schema, example } of operation.parameters) {
        assert.equal(check(schema, example), '', name);
        if (schema.contentSchema) {
          assert.equal(check(schema.contentSchema, JSON.parse(example)), '', name);
        }
      }
      const json = operation.requestBody?.content['application/json'];
      if (json) {
        assert.equal(check(json.schema, json.example), '');
      }
    });
  }
});
