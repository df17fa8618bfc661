// What goes wrong outside the service's own errors is told in words, with what to do.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ConsoleService, key } from './support/service.mjs';
import { sourceOf } from './support/sources.mjs';

const { ApiError } = await sourceOf('api/ApiError.ts');
const { send } = await sourceOf('api/send.ts');

describe('an error of an answer', () => {
  const errorOf = (status, text, type = 'application/json') => {
    let json;
    try {
      json = /json/.test(type) ? JSON.parse(text) : undefined;
    } catch {
      json = undefined;
    }
    const { code, message, requestId, isOwn } = new ApiError({ status, headers: [['content-type', type], ['x-request-id', 'r']], text, json, milliseconds: 1 });
    return [code, message, requestId, isOwn];
  };

  for (const [what, answer, expected] of [
    ['of RPC', [400, '{"Code":"InvalidParameter","Message":"m","RequestId":"q"}'], ['InvalidParameter', 'm', 'q', true]],
    ['of MPC', [400, '{"error_code":"MPC.1","error_msg":"m"}'], ['MPC.1', 'm', 'r', true]],
    ['of MNS', [404, '<?xml version="1.0"?><Error><Code>QueueNotExist</Code><Message>m</Message><RequestId>q</RequestId></Error>', 'text/xml'], ['QueueNotExist', 'm', 'q', true]],
    ['that is null', [500, 'null'], ['', 'null', 'r', false]],
    ['that is a number', [500, '42'], ['', '42', 'r', false]],
    ['that is a text', [500, '"down"'], ['', '"down"', 'r', false]],
    ['that is a list', [500, '[{"Code":"x"}]'], ['', '[{"Code":"x"}]', 'r', false]],
    ['that is an object of something else', [500, '{"Code":5,"error":"x"}'], ['', '{"Code":5,"error":"x"}', 'r', false]],
    ['that is broken JSON', [502, '{"Code":'], ['', '{"Code":', 'r', false]],
    ['that is a page', [502, '<html><head><title>502 Bad\n Gateway</title></head><body>nginx</body></html>', 'text/html'], ['', '502 Bad Gateway', 'r', false]],
    ['that is a page without a title', [503, '<!DOCTYPE html><p>x', 'text/html'], ['', 'HTTP 503', 'r', false]],
    ['that is empty', [504, '', 'text/plain'], ['', 'HTTP 504', 'r', false]],
    ['that is long', [500, 'x'.repeat(9_999), 'text/plain'], ['', 'x'.repeat(300), 'r', false]],
  ]) {
    test(`${what} has its parts`, () => assert.deepEqual(errorOf(...answer), expected));
  }
});

test('a header that cannot be sent is named before anything is sent', async () => {
  for (const sign of ['输', 'é', '\u200b', '\n', '\ud83d']) {
    const request = { method: 'GET', url: 'http://127.0.0.1:1/', headers: { 'x-mns-prefix': `a${sign}` }, signedText: '' };
    await assert.rejects(send(request), { name: 'HeaderError', header: 'x-mns-prefix', sign });
  }
  await assert.rejects(send({ method: 'GET', url: 'http://127.0.0.1:1/', headers: { 'x-a': 'plain ~!' }, signedText: '' }), { name: 'NoAnswerError' });
});

describe('the page', () => {
  let service;
  before(async () => {
    service = await ConsoleService.start();
  });
  after(() => service?.stop());

  /** Fills the form of signing in, and asks. */
  async function ask(page, id, secret) {
    await page.getByLabel('Key id').fill(id);
    await page.getByLabel('Secret').fill(secret);
    await page.getByRole('button', { name: 'Sign in' }).click();
  }

  /** Answers what the page asks of the APIs from here on. */
  const answerWith = (page, answer) => page.route((url) => url.pathname === '/', (route) => (answer ? route.fulfill(answer) : route.abort()));

  for (const [what, answer, says] of [
    ['a page of a proxy', { status: 502, contentType: 'text/html', body: '<html><title>502 Bad Gateway</title></html>' }, ['502 Bad Gateway', /The service may have stopped/]],
    ['an empty answer', { status: 503, body: '' }, ['HTTP 503', /Try again in a minute/]],
    ['null', { status: 500, contentType: 'application/json', body: 'null' }, ['null', /may have stopped/]],
    ['a page that asks to sign in, with 200', { status: 200, contentType: 'text/html', body: '<title>Hotel Wi-Fi</title>' }, ['Hotel Wi-Fi', /what is between it and you/]],
    ['a refusal of a proxy', { status: 403, contentType: 'text/plain', body: 'no' }, ['no', /It refuses access/]],
    ['a redirect', { status: 302, headers: { location: '/elsewhere' } }, ['HTTP 0', /It points to another address/]],
    ['nothing', undefined, [/The service did not answer/]],
  ]) {
    test(`tells ${what} in words when somebody signs in, and lets nobody in`, async () => {
      const { page, ...visit } = await service.open('/').then((opened) => ({ page: opened.page, opened }));
      await answerWith(page, answer);
      await ask(page, key.id, key.secret);
      for (const text of says) {
        await page.getByRole('alert').getByText(text, { exact: typeof text === 'string' }).first().waitFor();
      }
      assert.equal(await page.getByRole('button', { name: 'Sign out' }).count(), 0);
      visit.opened.assertNoFaults();
    });
  }

  test('takes a key with the spaces and line breaks that copying brings along', async () => {
    const visit = await service.open('/');
    await ask(visit.page, ` \u200b${key.id}\u00a0`, `\ufeff ${key.secret}\t `);
    await visit.page.getByRole('button', { name: 'Sign out' }).waitFor();
    visit.assertNoFaults();
  });

  test('says which value of a key cannot be right, and sends nothing', async () => {
    const visit = await service.open('/');
    const before = visit.requests.length;
    await ask(visit.page, 'test密钥', `test\u200bsecret`);
    await visit.page.getByText('The id has “密” (U+5BC6), which no key id has.').waitFor();
    await visit.page.getByText('The secret has a character that cannot be seen (U+200B).').waitFor();
    assert.equal(visit.requests.length, before);
    visit.assertNoFaults();
  });

  test('says which value of a form no header can hold, in both languages, and sends nothing', async () => {
    const visit = await service.openSignedIn('/explorer/mns/ListQueue?x-mns-prefix=%E8%BE%93%E5%85%A5');
    const { page } = visit;
    // The description in Chinese is fetched when somebody wants it.
    const sent = () => visit.requests.filter(({ url }) => !/\/(console|openapi\.json)/.test(url)).length;
    const before = sent();
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('This is sent in a header, which cannot hold “输” (U+8F93)').waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.value), '输入');
    await page.getByLabel('Language').selectOption('zh');
    await page.getByText('此值在请求头中发送，不能包含“输”（U+8F93）').waitFor();
    assert.equal(sent(), before);
    visit.assertNoFaults();
  });

  test('refuses a part of an address that would lead elsewhere', async () => {
    const visit = await service.openSignedIn('/explorer/mpc/ListExtractTask?project_id=..');
    await visit.page.getByRole('button', { name: 'Send', exact: true }).click();
    await visit.page.getByText('This is one part of the address').waitFor();
    visit.assertNoFaults();
  });

  test('says when a part of it cannot be loaded', async () => {
    const visit = await service.openSignedIn('/');
    await visit.page.route(/QueuesScreen/, (route) => route.fulfill({ status: 404, body: '' }));
    await visit.page.getByRole('navigation').getByRole('link', { name: 'Queues' }).first().click();
    await visit.page.getByRole('alert').getByText('This part of the page could not be loaded.').waitFor();
    await visit.page.getByRole('button', { name: 'Reload the page' }).click();
    await visit.page.getByText('Sign in first').waitFor();
  });
});
