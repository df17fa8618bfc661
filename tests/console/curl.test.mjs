// The curl line, run in bash: a server gets the bytes that the page would send.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { sourceOf } from './support/sources.mjs';

const { curlOf } = await sourceOf('screens/explorer/model/curl.ts');
const { encodePath, queryText } = await sourceOf('api/signing/encoding.ts');

describe('the curl line', () => {
  let server;
  let got;
  before(async () => {
    server = createServer(async (request, response) => {
      const parts = await request.toArray();
      got = { method: request.method, url: request.url, headers: request.headers, body: Buffer.concat(parts).toString() };
      response.end('ok');
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  after(() => server.close());

  const body = 'it\'s "q" `x` $HOME $(id) \\n %41 & | ; ! # ~ \n\n two lines\t输入 😀 {a,b} [1-3]\r\n';
  for (const [what, text] of [
    ['a body with every sign of the shell', body],
    ['a body that begins with @, which curl takes for the name of a file', '@/etc/hostname'],
    ['an empty body', ''],
    ['a body of lines only', '\n\n'],
    ['a long body', '测试\''.repeat(9_000)],
  ]) {
    test(`sends ${what} as it is`, async () => {
      const path = '/queues/a b%2F\'{1,2}[1-9]~*輸';
      const query = queryText([['x y', '\'"&=+%输'], ['flag', null]]);
      const url = `http://127.0.0.1:${server.address().port}${encodePath(path)}${query}`;
      const headers = { 'Content-Type': 'text/xml;charset=utf-8', 'x-mns-prefix': 'it\'s $x "y" %z', Authorization: 'MNS id:a+/=' };
      const line = curlOf({ method: 'POST', url, headers, body: text, signedText: '' });
      const { stdout } = await promisify(execFile)('bash', ['-c', line], { env: { ...process.env, NO_PROXY: '*' } });
      assert.match(stdout, /ok$/);
      assert.deepEqual([got.method, got.body, got.url], ['POST', text, `${encodePath(path)}${query}`]);
      for (const [name, value] of Object.entries(headers)) {
        assert.equal(got.headers[name.toLowerCase()], value);
      }
    });
  }

  test('has no body for a request without one', async () => {
    const url = `http://127.0.0.1:${server.address().port}/queues/q`;
    await promisify(execFile)('bash', ['-c', curlOf({ method: 'DELETE', url, headers: {}, signedText: '' })], { env: { ...process.env, NO_PROXY: '*' } });
    assert.deepEqual([got.method, got.body, got.headers['content-type']], ['DELETE', '', undefined]);
  });
});

test('half of a surrogate pair is written as UTF-8 sends it, and breaks no signature', () => {
  assert.equal(encodePath('a\ud83d/\u{1f600}'), 'a%EF%BF%BD/%F0%9F%98%80');
});
