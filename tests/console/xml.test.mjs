// The page reads XML itself, because the browser's parser describes faults with inline styles, which the policy forbids.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourceOf } from './support/sources.mjs';

const { escapeXml, findXml, parseXml } = await sourceOf('api/xml.ts');

test('reads elements, attributes, texts, comments and sections', () => {
  const root = parseXml('<?xml version="1.0"?>\n<!-- c --><a x="1 &amp; 2" y=\'"\'><b>t&#x41;&#66;&lt;</b><c/><b><![CDATA[<raw>]]></b></a>\n');
  assert.deepEqual(root, {
    name: 'a',
    attributes: [['x', '1 & 2'], ['y', '"']],
    text: '',
    children: [
      { name: 'b', attributes: [], text: 'tAB<', children: [] },
      { name: 'c', attributes: [], text: '', children: [] },
      { name: 'b', attributes: [], text: '<raw>', children: [] },
    ],
  });
  assert.equal(findXml(root, 'b').text, 'tAB<');
  assert.equal(findXml(root, 'z'), undefined);
});

test('refuses what is not well-formed', () => {
  for (const text of ['', 'text', '<a>', '<a></b>', '</a>', '<a/><b/>', '<a>&</a>', '<a>&nbsp;</a>', '<a b></a>', '<a b=c/>', '<!DOCTYPE a><a/>', '<a/>x', '<a><b></a></b>', '<a']) {
    assert.equal(parseXml(text), undefined, text);
  }
});

test('escapes what it reads back', () => {
  const text = '<&>"\'输入]]>';
  assert.equal(parseXml(`<a>${escapeXml(text)}</a>`).text, text);
});

test('is fast for long texts', () => {
  const long = `<a>${'<b>x</b>'.repeat(50_000)}</a>`;
  assert.equal(parseXml(long).children.length, 50_000);
  assert.equal(parseXml(`<a ${'x="1" '.repeat(50_000)}`), undefined);
});
