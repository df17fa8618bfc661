import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { eventually } from './support/eventually.mjs';
import { local, mpsClients, other, reader } from './support/mps-clients.mjs';
import { requestIdForm, unknownId } from './support/mps.mjs';
import { startService } from './support/service.mjs';
import { schemes, send } from './support/signed.mjs';

const perSecond = 20;
const burst = 60;

let service;
before(async () => {
  service = await startService({ settings: { MediaInfo__Gateway__RequestsPerSecond: String(perSecond) } });
});
after(() => service?.stop());

const isServed = (answer) => answer.status === 200;
const isThrottled = (answer) => answer.status === 400 && answer.json().Code === 'Throttling.User';

/** Sends bursts of requests until some, but not all, of one are throttled; a slow machine may need more than one burst. */
const refusedBurst = (ask) =>
  eventually('a burst beyond the limit', async () => {
    const answers = await Promise.all(Array.from({ length: burst }, ask));
    return answers.some(isThrottled) && answers.some(isServed) && answers;
  });

for (const { name, sign } of schemes) {
  describe(`too many requests of one account by ${name}`, () => {
    const ask = (key = local) =>
      send(sign(service.endpoint, 'QueryMediaInfoJobList', { MediaInfoJobIds: unknownId() }, { key }));

    test('are refused beyond the limit, do not affect another account, and are accepted again after a pause', async () => {
      const strangers = [];
      const answers = await refusedBurst((_, i) => {
        // Well below the limit of the other account, and in the middle of the burst.
        if (i % 20 === 0 && strangers.length < perSecond / 2) {
          strangers.push(ask(other));
        }
        return ask();
      });
      const refusals = answers.filter(isThrottled);
      const successes = answers.filter(isServed);
      assert.equal(refusals.length + successes.length, burst);
      for (const { headers, json } of refusals) {
        assert.match(headers['x-acs-retry-after'], /^[1-9]\d*$/);
        assert.ok(Number(headers['x-acs-retry-after']) <= 120_000);
        assert.match(json().Message, /Request was denied due to user flow control/);
        assert.match(json().RequestId, requestIdForm);
      }
      assert.ok(successes.every(({ headers }) => headers['x-acs-retry-after'] === undefined));
      const untouched = await Promise.all(strangers);
      assert.deepEqual(untouched.map(({ status }) => status), untouched.map(() => 200));
      await eventually('the account to be served again', async () => isServed(await ask()));
    });

    test('are counted together for all keys of the account', async () => {
      // The reader alone sends too few requests to be refused.
      await eventually('a refusal of the reader', async () => {
        const many = Array.from({ length: burst }, () => ask());
        const one = ask(reader);
        await Promise.all(many);
        return isThrottled(await one);
      });
      await eventually('the account to be served again', async () => isServed(await ask(reader)));
    });
  });
}

test('requests with a wrong signature do not count towards the limit of the account', async () => {
  const [{ sign }] = schemes;
  const wrong = { key: { ...local, accessKeySecret: 'wrong' } };
  const asked = () => send(sign(service.endpoint, 'QueryMediaInfoJobList', { MediaInfoJobIds: unknownId() }, wrong));
  const answers = await Promise.all(Array.from({ length: burst }, asked));
  assert.ok(answers.every((answer) => answer.json().Code === 'SignatureDoesNotMatch'));
});

for (const { name, create } of mpsClients) {
  test(`a refusal reaches the caller of ${name} as an error`, async () => {
    const client = create(service.endpoint);
    const ask = () => client.call('QueryMediaInfoJobList', { MediaInfoJobIds: unknownId() }).catch((error) => error);
    const refusal = await eventually('a burst beyond the limit', async () => {
      const answers = await Promise.all(Array.from({ length: burst }, ask));
      return answers.find((answer) => answer instanceof Error);
    });
    assert.deepEqual([refusal.code, refusal.status], ['Throttling.User', 400]);
    assert.match(refusal.requestId, requestIdForm);
    // The newer SDK reads the header with the retry delay.
    if (name.startsWith('mts20140618')) {
      assert.ok(refusal.cause.retryAfter > 0, String(refusal.cause.retryAfter));
    }
  });
}
