import assert from 'node:assert/strict';

/**
 * Compares what a page shows with what a snippet wrote. Members and items that the page leaves out may be there, and the text
 * "…" stands for any value.
 */
export function assertShows(shown, actual, path = 'output') {
  if (shown === '…') {
    assert.notEqual(actual, undefined, `${path} is missing`);
  } else if (Array.isArray(shown)) {
    assert.ok(Array.isArray(actual) && actual.length >= shown.length, `${path} has no ${shown.length} items`);
    shown.forEach((item, i) => assertShows(item, actual[i], `${path}[${i}]`));
  } else if (typeof shown === 'object' && shown !== null) {
    assert.ok(typeof actual === 'object' && actual !== null, `${path} is no object`);
    Object.entries(shown).forEach(([name, value]) => assertShows(value, actual[name], `${path}.${name}`));
  } else {
    assert.equal(actual, shown, path);
  }
}

/** The first value of each name, at any depth. */
export function valuesOf(value, found = {}) {
  if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      if (typeof inner !== 'object' && found[name] === undefined) {
        found[name] = inner;
      }
      valuesOf(inner, found);
    }
  }
  return found;
}

/** The JSON of an output, which may stand behind a heading of one line; undefined if there is none. */
export function jsonOf(output) {
  for (const start of [0, output.search(/^[[{]/m)]) {
    try {
      return JSON.parse(output.slice(start));
    } catch {
      // Text, then.
    }
  }
  return undefined;
}
