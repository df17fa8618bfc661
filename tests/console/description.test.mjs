// The description in Chinese: each text that the explorer shows has one, with every name, number and address of the English one.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { inRepository } from '../sdk/support/paths.mjs';
import { assertAccessible } from './support/accessibility.mjs';
import { ConsoleService } from './support/service.mjs';
import { sourceOf } from './support/sources.mjs';

const read = (path) => JSON.parse(readFileSync(inRepository(path), 'utf8'));
const document = read('src/MediaInfo.Api/Console/openapi.json');
const files = ['actions', 'parameters', 'errors'].map((name) => read(`src/MediaInfo.Console/src/i18n/zh/description/${name}.json`));
const chinese = Object.assign({}, ...files);
const { dialectsOf } = await sourceOf('screens/explorer/model/describe.ts');
const { translated } = await sourceOf('screens/explorer/model/translated.ts');

/** Every text of the description that the explorer has for its reader. */
function textsOf(dialects) {
  const texts = new Set();
  const add = (...found) => found.filter((text) => text).forEach((text) => texts.add(text));
  const addSchema = (schema) => {
    add(schema.description, schema['x-otherwise']);
    [...Object.values(schema.properties ?? {}), schema.items, schema.contentSchema].filter(Boolean).forEach(addSchema);
  };
  for (const dialect of dialects) {
    add(dialect.description);
    for (const action of dialect.actions) {
      add(action.group, action.summary, action.description);
      for (const parameter of action.parameters) {
        add(parameter.description);
        addSchema(parameter.schema);
      }
      if (action.body) {
        addSchema(action.body.schema);
      }
      action.errors.forEach(({ when, remedy }) => add(when, remedy));
    }
  }
  return texts;
}

/** What a translation must keep: names in backticks or written as in code, numbers, addresses. */
function namesIn(text) {
  const english = text.replaceAll('ApsaraVideo', '');
  return [
    ...english.matchAll(/`[^`]+`/g),
    ...english.matchAll(/\b\w*[a-z][A-Z]\w*(?:[.:]\w+)*|\b[A-Z]\w*:[A-Z]\w*|\b[a-z]+_\w+|\bx-[\w-]+/g),
    ...english.matchAll(/\d+(?:[.,:]\d+)*/g),
    ...english.matchAll(/\b\w+:\/\/[^\s`]+(?<![.,;])/g),
  ].map(([name]) => name);
}

describe('the description in Chinese', () => {
  const english = textsOf(dialectsOf(document));

  test('has every text that the explorer shows, and no other', () => {
    assert.ok(english.size > 600, `${english.size} texts`);
    assert.deepEqual([...english].filter((text) => !Object.hasOwn(chinese, text)), [],
      'src/MediaInfo.Console/src/i18n/zh/description lacks these');
    assert.deepEqual(Object.keys(chinese).filter((text) => !english.has(text)), [],
      'openapi.json no longer has these of src/MediaInfo.Console/src/i18n/zh/description');
  });

  test('has each text once', () => {
    assert.equal(Object.keys(chinese).length, files.reduce((sum, file) => sum + Object.keys(file).length, 0));
  });

  test('keeps names, numbers and addresses', () => {
    const lost = Object.entries(chinese).flatMap(([text, translation]) =>
      // A value at the beginning of an English sentence has a capital that is not its own.
      namesIn(text).filter((name) => !translation.toLowerCase().includes(name.toLowerCase())).map((name) => `${name}: ${text}`));
    assert.deepEqual(lost, []);
  });

  test('is Chinese, with its punctuation and a space beside Latin words', () => {
    for (const text of Object.values(chinese)) {
      assert.match(text, /\p{Script=Han}/u);
      assert.doesNotMatch(text, /\p{Script=Han}[,;:?!()]|[,;:?!(]\p{Script=Han}|\p{Script=Han}\.(?!\w)/u, text);
      assert.doesNotMatch(text, /\p{Script=Han}[\w`]|[\w`]\p{Script=Han}/u, text);
    }
  });

  test('leaves a text that it lacks in English, and data as they are', () => {
    const example = { Title: 'x', description: 'jobs' };
    const parameters = [{ name: 'description', in: 'query', description: 'constructor', schema: { type: 'string' }, example }];
    const found = translated({ ...document, paths: { '/': { get: { summary: 'jobs', description: 'jobs!', parameters } } } }, { jobs: '作业' });
    assert.deepEqual(found.paths['/'].get, { summary: '作业', description: 'jobs!', parameters });
  });
});

describe('the explorer in Chinese', () => {
  let service;
  before(async () => {
    service = await ConsoleService.start();
  });
  after(() => service?.stop());

  const path = '/explorer/mns/PeekMessage?QueueName=there-is-none';

  test('shows help and remedies in Chinese, also those of an answer', async () => {
    const visit = await service.openSignedIn(path, { locale: 'zh-CN' });
    await visit.page.getByText('队列为空时返回错误 MessageNotExist。').waitFor();
    await visit.page.getByText('由字母、数字、连字符和下划线组成').waitFor();
    await visit.page.getByRole('button', { name: '发送', exact: true }).click();
    await visit.page.getByRole('alert').getByText('请创建该队列，或在管道或 SetEventCallback 中指定它。').waitFor();
    await visit.page.getByText(/^错误及处理办法/).first().click();
    await visit.page.getByRole('cell', { name: '请稍候重新发送，并逐次延长间隔。' }).waitFor();
    await assertAccessible(visit, 'explorer-zh');
    visit.assertNoFaults();
  });

  test('changes with the language, and keeps what the form holds', async () => {
    const visit = await service.open('/explorer/mps/SubmitMediaInfoJob');
    await visit.page.getByLabel(/^UserData/).fill('mine');
    assert.ok(!visit.requests.some(({ url }) => /description-/.test(url)), 'who reads English does not fetch the Chinese texts');
    await visit.page.getByLabel('Language').selectOption('zh');
    await visit.page.getByText('出处：媒体处理 MPS 文档“SubmitMediaInfoJob”。').waitFor();
    await visit.page.getByText('缺省时：作业中也没有此项').first().waitFor();
    assert.equal(await visit.page.getByLabel(/^UserData/).inputValue(), 'mine');
    await visit.page.getByLabel('语言').selectOption('en');
    await visit.page.getByText('Source: "SubmitMediaInfoJob" of ApsaraVideo Media Processing.').waitFor();
    assert.equal(await visit.page.getByLabel(/^UserData/).inputValue(), 'mine');
    visit.assertNoFaults();
  });
});
