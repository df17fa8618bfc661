// The texts of the page: every word fits its number, and none is missing in a language.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourceOf } from './support/sources.mjs';

const { filled } = await sourceOf('i18n/filled.ts');
const { en } = await sourceOf('i18n/en.ts');

const counted = /\{(?:number|count|requests|keys|channels|bits|bytes|rate)\} (?:\w+ )?(?!its\b)\w*s\b/;

test('a word goes with its number', () => {
  const text = '{number} {number:field needs|fields need} a change in {name}';
  assert.equal(filled(text, { number: 1, name: 'A' }), '1 field needs a change in A');
  assert.equal(filled(text, { number: '1,000', name: 'A' }), '1,000 fields need a change in A');
  assert.equal(filled('{number} {other:is|are}', { number: 0 }), '0 {other:is|are}');
});

test('no English text has a plural beside a number that may be one', () => {
  // Only said of more than one.
  const more = [
    'explorer.tooManyBytes', 'explorer.tooLong', 'explorer.tooMany', 'file.drop.many', 'queues.pipeline.more', 'queues.queues.first',
  ];
  const wrong = Object.entries(en).filter(([key, text]) => counted.test(text) && !more.includes(key));
  assert.deepEqual(wrong, []);
});
