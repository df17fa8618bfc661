import assert from 'node:assert/strict';

/** Compares only the expected members: a pattern must match, undefined must be absent. */
export function assertContains(actual, expected, path = 'answer') {
  if (expected instanceof RegExp) {
    assert.match(String(actual), expected, path);
  } else if (Array.isArray(expected)) {
    assert.equal(actual?.length, expected.length, `${path}.length`);
    expected.forEach((item, i) => assertContains(actual[i], item, `${path}[${i}]`));
  } else if (typeof expected === 'object') {
    assert.ok(actual, `${path} is missing`);
    Object.entries(expected).forEach(([name, value]) => assertContains(actual[name], value, `${path}.${name}`));
  } else {
    assert.equal(actual, expected, path);
  }
}
