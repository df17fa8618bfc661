// The explorer: every action has its form, and each way to sign is accepted by the service.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { assertAccessible } from './support/accessibility.mjs';
import { ConsoleService, key } from './support/service.mjs';

const input = '{"Bucket":"example-bucket","Location":"oss-cn-hangzhou","Object":"demo%2Fsample.mp4"}';

/** The path of an action with values of its form. */
const pathOf = (action, values = {}) => {
  const query = new URLSearchParams(values).toString();
  return `/explorer/${action}${query ? `?${query}` : ''}`;
};

describe('the explorer', () => {
  let service;
  let actions;
  before(async () => {
    service = await ConsoleService.start();
    await service.put('demo/sample.mp4', 'sample.mp4');
    actions = await service.actions();
  });
  after(() => service?.stop());

  /** Sends the form, and waits for the answer. */
  async function send(visit) {
    await visit.page.getByRole('button', { name: 'Send', exact: true }).click();
    await visit.page.getByRole('heading', { name: 'Answer' }).waitFor();
    return visit.page.locator('.status').textContent();
  }

  test('lists every action of the description, and finds them by words', async () => {
    const visit = await service.open('/explorer');
    const list = visit.page.getByRole('navigation', { name: 'Actions' });
    await list.getByText(`${actions.length} actions`).waitFor();
    await list.getByLabel('Search actions').fill('job submitsnap');
    const found = await list.getByRole('link').allTextContents();
    assert.deepEqual(found, ['SubmitSnapshotJob', 'SubmitSnapshotJob']);
    await list.getByLabel('Search actions').fill('nothing like it');
    await list.getByText('0 actions').waitFor();
    visit.assertNoFaults();
  });

  test('has a page for every action', async () => {
    const visit = await service.open('/explorer');
    for (const { dialect, name } of actions) {
      await visit.showAction({ dialect, name });
      assert.ok(await visit.page.getByRole('button', { name: 'Send', exact: true }).isVisible(), name);
    }
    visit.assertNoFaults();
  });

  test('is accessible, with and without an action', async () => {
    await assertAccessible(await service.open('/explorer'), 'explorer');
    const visit = await service.openSignedIn(pathOf('mps/SubmitMediaInfoJob', { Input: input, Async: 'false' }));
    assert.equal(await send(visit), 'HTTP 200');
    await assertAccessible(visit, 'explorer-answer');
    await visit.page.getByRole('tab', { name: 'Python' }).click();
    await visit.page.getByText('Errors and what to do').first().click();
    await assertAccessible(visit, 'explorer-code');
    visit.assertNoFaults();
  });

  for (const scheme of ['v1', 'v3']) {
    test(`signs and sends a job of MPS with ${scheme}`, async () => {
      const visit = await service.openSignedIn(pathOf('mps/SubmitMediaInfoJob', { Input: input, Async: 'false', UserData: '测试 +/=& *~\'' }));
      await visit.page.getByLabel('Signature').selectOption(scheme);
      assert.equal(await send(visit), 'HTTP 200');
      await visit.page.getByRole('tab', { name: 'Raw' }).click();
      const { MediaInfoJob } = JSON.parse(await visit.page.getByRole('tabpanel').first().locator('pre').textContent());
      assert.deepEqual([MediaInfoJob.State, MediaInfoJob.UserData], ['Success', '测试 +/=& *~\'']);
      visit.assertNoFaults();
    });
  }

  test('signs and sends a task of MPC', async () => {
    const body = '{"input":{"bucket":"example-bucket","location":"region01","object":"demo/sample.mp4"},"sync":1}';
    const visit = await service.openSignedIn(pathOf('mpc/CreateExtractTask', { project_id: 'local-project', '~body': body }));
    assert.equal(await send(visit), 'HTTP 200');
    await visit.page.getByText('"SUCCEED"').waitFor();
    await visit.go(pathOf('mpc/ListExtractTask', { project_id: 'local-project', status: 'SUCCEED', size: '5' }));
    await visit.signIn();
    assert.equal(await send(visit), 'HTTP 200');
    visit.assertNoFaults();
  });

  for (const scheme of ['mns', 'mns4']) {
    test(`signs and sends messages with ${scheme}, and shows their XML as a tree`, async () => {
      const queue = `explorer-${scheme}`;
      const visit = await service.openSignedIn(pathOf('mns/CreateQueue', { QueueName: queue, '~sign': scheme, '~body': '<Queue xmlns="http://mns.aliyuncs.com/doc/v1/"/>' }));
      assert.equal(await send(visit), 'HTTP 201');
      await visit.page.getByText('The answer has no body.').waitFor();
      for (const [action, values, status] of [
        ['SendMessage', { '~body': '<Message xmlns="http://mns.aliyuncs.com/doc/v1/"><MessageBody>输入 &amp; more</MessageBody></Message>' }, 'HTTP 201'],
        ['PeekMessage', {}, 'HTTP 200'],
        ['BatchPeekMessage', { numOfMessages: '3' }, 'HTTP 200'],
        ['GetQueueAttributes', {}, 'HTTP 200'],
        ['ListQueue', { 'x-mns-prefix': 'explorer-' }, 'HTTP 200'],
      ]) {
        await visit.go(pathOf(`mns/${action}`, { QueueName: queue, '~sign': scheme, ...values }));
        await visit.signIn();
        assert.equal(await send(visit), status, action);
        if (action === 'PeekMessage') {
          await visit.page.locator('.tree').getByText('输入 & more').waitFor();
        }
      }
      visit.assertNoFaults();
    });
  }

  test('says in words what is wrong before it sends', async () => {
    const visit = await service.openSignedIn(pathOf('mps/SubmitMediaInfoJob', { UserData: 'x' }));
    const before = visit.requests.length;
    await visit.page.getByRole('button', { name: 'Send', exact: true }).click();
    await visit.page.getByText('This is required: give it a value.').waitFor();
    assert.equal(await visit.page.evaluate(() => document.activeElement.getAttribute('aria-invalid')), 'true');
    await visit.page.getByLabel(/^Input/).fill('{"Bucket":');
    await visit.page.getByText('This is not JSON:').waitFor();
    await visit.go(pathOf('mns/ReceiveMessage', { QueueName: 'q', waitseconds: '31' }));
    await visit.signIn();
    const sent = visit.requests.length;
    await visit.page.getByRole('button', { name: 'Send', exact: true }).click();
    await visit.page.getByText('Give a number from 0 to 30.').waitFor();
    assert.equal(visit.requests.length, sent, 'nothing was sent');
    assert.ok(sent > before);
    visit.assertNoFaults();
  });

  test('sends a list with commas between its values, and begins with an example that is sent so', async () => {
    const visit = await service.openSignedIn(pathOf('mps/QueryMediaInfoJobList'));
    const { page } = visit;
    assert.match(await page.getByLabel(/^MediaInfoJobIds/).inputValue(), /^[0-9a-f]{32}$/);
    await page.getByText('Several values have a comma between them.').waitFor();
    const ids = ['0'.repeat(32), '1'.repeat(32)];
    await page.getByLabel(/^MediaInfoJobIds/).fill(ids.join(','));
    assert.equal(await send(visit), 'HTTP 200');
    await page.getByRole('tab', { name: 'Raw' }).click();
    const { NonExistMediaInfoJobIds: absent } = JSON.parse(await page.getByRole('tabpanel').first().locator('pre').textContent());
    assert.deepEqual(absent.String, ids);
    await visit.go(pathOf('mediainfo/ListJobs', { State: 'Waiting,Running', Dialect: 'mps' }));
    await visit.signIn();
    assert.equal(await send(visit), 'HTTP 200');
    visit.assertNoFaults();
  });

  test('tells an error in words, with what to do', async () => {
    const visit = await service.openSignedIn(pathOf('mns/PeekMessage', { QueueName: 'there-is-none' }));
    assert.equal(await send(visit), 'HTTP 404');
    const alert = visit.page.getByRole('alert');
    await alert.getByText('QueueNotExist').first().waitFor();
    assert.ok((await alert.locator('p strong').count()) > 0, 'the remedy');
    await visit.go(pathOf('mps/SubmitMediaInfoJob', { Input: '{"Bucket":"nobodys","Location":"oss-elsewhere","Object":"x"}' }));
    await visit.signIn();
    assert.match(await send(visit), /HTTP 4\d\d/);
    assert.ok((await visit.page.getByRole('alert').locator('p strong').count()) > 0);
    visit.assertNoFaults();
  });

  test('gives a curl line that works when it is pasted', async () => {
    for (const [path, status] of [
      [pathOf('mps/SubmitMediaInfoJob', { Input: input, Async: 'false', UserData: 'it\'s "q" $x `y` \\z' }), 200],
      [pathOf('ims/ListMediaInfoJobs', { '~sign': 'v1' }), 200],
      [pathOf('mpc/ListExtractTask', { project_id: 'local-project' }), 200],
      [pathOf('mns/ListQueue'), 200],
      [pathOf('mns/ListQueue', { '~sign': 'mns4' }), 200],
    ]) {
      const visit = await service.openSignedIn(path);
      const line = await visit.page.locator('[data-code=curl]').textContent();
      assert.doesNotMatch(line, new RegExp(key.secret));
      const { stdout } = await promisify(execFile)('bash', ['-c', line], { timeout: 30_000 });
      assert.match(stdout, new RegExp(`^HTTP/1.1 ${status}`), `${line}\n${stdout}`);
      visit.assertNoFaults();
      await visit.close();
    }
  });

  test('holds the form in the address, never the key, and the back button returns to it', async () => {
    const visit = await service.openSignedIn('/');
    await visit.page.getByRole('navigation').getByRole('link', { name: 'API explorer' }).click();
    const list = visit.page.getByRole('navigation', { name: 'Actions' });
    await list.getByLabel('Search actions').fill('QueryMediaInfoJobList');
    await list.getByRole('link', { name: 'QueryMediaInfoJobList' }).click();
    await visit.page.getByLabel(/^MediaInfoJobIds/).fill('abc,def');
    await visit.page.waitForURL(/MediaInfoJobIds=abc%2Cdef/);
    assert.doesNotMatch(visit.page.url(), new RegExp(`${key.secret}|${key.id}`));
    await list.getByLabel('Search actions').fill('SearchPipeline');
    await list.getByRole('link', { name: 'SearchPipeline' }).click();
    await visit.page.getByRole('heading', { level: 1, name: 'SearchPipeline' }).waitFor();
    await visit.page.goBack();
    await visit.page.getByRole('heading', { level: 1, name: 'QueryMediaInfoJobList' }).waitFor();
    assert.equal(await visit.page.getByLabel(/^MediaInfoJobIds/).inputValue(), 'abc,def');
    visit.assertNoFaults();
  });

  /** What every field of the form holds, by its label. */
  const fieldsOf = (page) => page.locator('.explorer-page form').last().evaluate((form) =>
    Object.fromEntries([...form.querySelectorAll('input, textarea, select')].map((field) => [field.labels[0].firstChild.textContent, field.value])));

  for (const [what, action, change] of [
    ['a body left at its example', 'mns/CreateQueue', (page) => page.getByLabel(/^QueueName/).fill('mine')],
    ['a body that was emptied', 'mns/CreateTopic', (page) => page.getByLabel(/^Body/).fill('')],
    ['a parameter left at its example, and another way to sign', 'mps/SubmitMediaInfoJob', (page) => page.getByLabel('Signature').selectOption('v1')],
    ['a required parameter that was emptied', 'mps/SubmitMediaInfoJob', (page) => page.getByLabel(/^Input/).fill('')],
    ['a body with lines, signs and a slash at its end', 'mpc/CreateExtractTask', (page) => page.getByLabel(/^Body/).fill('{"a": "输入 & + % #?"}\n\n/')],
    ['everything emptied', 'mns/SendMessage', async (page) => {
      await page.getByLabel(/^QueueName/).fill('');
      await page.getByLabel(/^Body/).fill('');
    }],
  ]) {
    test(`opens a link of a form with ${what} as it was`, async () => {
      const visit = await service.open(`/explorer/${action}`);
      const { page } = visit;
      const before = await fieldsOf(page);
      await change(page);
      const fields = await fieldsOf(page);
      assert.notDeepEqual(fields, before);
      await page.waitForURL(/\?/);
      await page.getByRole('button', { name: 'Send', exact: true }).focus();
      const other = await service.open(visit.place);
      assert.deepEqual(await fieldsOf(other.page), fields);
      await page.reload();
      assert.deepEqual(await fieldsOf(page), fields);
      visit.assertNoFaults();
      other.assertNoFaults();
    });
  }

  test('keeps the form when its own entry in the list is clicked, at once, and adds no step to the way back', async () => {
    const visit = await service.open('/explorer/mps/SearchPipeline');
    const { page } = visit;
    const list = page.getByRole('navigation', { name: 'Actions' });
    await list.getByRole('link', { name: 'QueryMediaInfoJobList' }).click();
    await page.getByLabel(/^MediaInfoJobIds/).fill('abc');
    await list.getByRole('link', { name: 'QueryMediaInfoJobList' }).click();
    assert.equal(visit.place, '/explorer/mps/QueryMediaInfoJobList?MediaInfoJobIds=abc');
    assert.equal(await page.getByLabel(/^MediaInfoJobIds/).inputValue(), 'abc');
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'SearchPipeline' }).waitFor();
    await page.goForward();
    assert.equal(await page.getByLabel(/^MediaInfoJobIds/).inputValue(), 'abc');
    visit.assertNoFaults();
  });

  test('follows the back button to other values of the same action', async () => {
    const visit = await service.open('/explorer/mns/ListQueue?x-mns-prefix=one');
    const { page } = visit;
    await page.evaluate(() => {
      history.pushState(null, '', '/console/explorer/mns/ListQueue?x-mns-prefix=two');
      dispatchEvent(new PopStateEvent('popstate'));
    });
    const prefix = page.getByLabel(/^x-mns-prefix/);
    await page.waitForFunction(() => [...document.querySelectorAll('input')].some(({ value }) => value === 'two'));
    await prefix.fill('twomore');
    await page.waitForURL(/twomore/);
    await page.goBack();
    await page.waitForFunction(() => [...document.querySelectorAll('input')].some(({ value }) => value === 'one'));
    assert.equal(visit.place, '/explorer/mns/ListQueue?x-mns-prefix=one');
    visit.assertNoFaults();
  });

  test('fills in what is known of the account once somebody signs in, and forgets it with them, and the answers too', async () => {
    const visit = await service.open('/explorer/mpc/ListExtractTask');
    const { page } = visit;
    const project = page.getByLabel(/^project_id/);
    const example = await project.inputValue();
    await visit.signIn();
    await page.waitForFunction(() => [...document.querySelectorAll('input')].some(({ value }) => value === 'local-project'));
    await page.getByLabel(/^size/).fill('7');
    assert.equal(await send(visit), 'HTTP 200');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Answer' }).waitFor({ state: 'detached' });
    assert.notEqual(example, 'local-project');
    assert.equal(await project.inputValue(), example);
    assert.equal(await page.getByLabel(/^size/).inputValue(), '7');
    assert.doesNotMatch(visit.place, /local-project/);
    await visit.signIn();
    assert.equal(await page.getByRole('heading', { name: 'Answer' }).count(), 0);
    visit.assertNoFaults();
  });

  test('shows no answer that comes after somebody has signed out', async () => {
    const visit = await service.openSignedIn('/explorer/mps/SearchPipeline');
    const { page } = visit;
    let release;
    await page.route((url) => url.pathname === '/', async (route) => {
      await new Promise((resolve) => { release = resolve; });
      await route.continue();
    });
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('button', { name: 'Sending…' }).waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    const answered = page.waitForResponse((response) => new URL(response.url()).pathname === '/');
    release();
    await answered;
    await page.getByText('Sign in above to send it.').waitFor();
    assert.equal(await page.getByRole('heading', { name: 'Answer' }).count(), 0);
    visit.assertNoFaults();
  });

  test('says that there is no such action', async () => {
    const visit = await service.open('/explorer/mps/NoSuchAction');
    await visit.page.getByText('This service has no action NoSuchAction in that API.').waitFor();
    visit.assertNoFaults();
  });

  test('works without a key up to sending', async () => {
    const visit = await service.open(pathOf('mps/SearchPipeline'));
    await visit.page.getByText('Sign in to get the signed command.').waitFor();
    await visit.page.getByRole('tab', { name: 'Node.js' }).click();
    await visit.page.locator('[data-code=node]').waitFor();
    visit.assertNoFaults();
  });
});
