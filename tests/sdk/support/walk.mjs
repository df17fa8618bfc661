import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { inRepository } from './paths.mjs';
import { differences } from './sdk-types.mjs';

/** The actions of an API, by the pages that are made from its code. */
export const actionsOn = (...pages) =>
  pages.flatMap((page) => {
    const text = readFileSync(inRepository(`docs/reference/${page}.md`), 'utf8');
    const [, actions] = /^## Actions$(.*?)^## /ms.exec(text);
    return [...actions.matchAll(/^### (\w+)$/gm)].map(([, name]) => name);
  });

/** The members that no SDK of an API has, by the table of docs/sdks.md; `lasting` ones alone are in answers at any time. */
export function unknownTo(api, { lasting = false } = {}) {
  const text = readFileSync(inRepository('docs/sdks.md'), 'utf8');
  return [...text.matchAll(/^\| (\w+) \| `([\w.]+)` \| (.*)$/gm)]
    .filter(([, of, , from]) => of === api && !(lasting && from.includes('while a job runs')))
    .map(([, , member]) => member);
}

/** Compares every answer of an API with what its SDK knows of it. `membersOf(action)` is the SDK's model of the action's answer. */
export class Walk {
  #membersOf;
  #problems = new Map();
  #seen = new Set();

  constructor(membersOf) {
    this.#membersOf = membersOf;
  }

  /** Keeps what is wrong with an answer, and returns it. */
  record(action, answer) {
    const found = this.#problems.get(action) ?? new Set();
    for (const { path, problem } of differences(answer, this.#membersOf(action))) {
      found.add(`${path}: ${problem}`);
    }
    this.#problems.set(action, found);
    for (const path of pathsOf(answer)) {
      this.#seen.add(path);
    }
    return answer;
  }

  /** Fails if no answer had one of these members, so that little was compared. */
  saw(members) {
    assert.deepEqual(members.filter((name) => ![...this.#seen].some((path) => `.${path}`.endsWith(`.${name}`))), []);
  }

  /** Fails if the action was never called, or if an answer had a member that the SDK lacks or types otherwise. */
  agrees(action, unknown) {
    const found = this.#problems.get(action);
    assert.ok(found, `no answer of ${action} was compared`);
    assert.deepEqual([...found].filter((line) => !unknown.some((name) => isOf(line, name))), []);
  }

  /** Fails if a member on the list of those that the SDK lacks was in no answer. */
  answered(unknown) {
    const lines = [...this.#problems.values()].flatMap((found) => [...found]);
    assert.deepEqual(unknown.filter((name) => !lines.some((line) => isOf(line, name))), []);
  }
}

function* pathsOf(value, path = '') {
  if (typeof value !== 'object' || value === null) {
    yield path;
    return;
  }
  for (const [name, member] of Object.entries(value)) {
    const at = Array.isArray(value) ? path : path && `${path}.`;
    yield* pathsOf(member, Array.isArray(value) ? at : `${at}${name}`);
  }
}

const isOf = (line, name) => `.${line.replaceAll('[]', '')}`.endsWith(`.${name}: not in the SDK`);
