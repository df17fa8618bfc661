// Pipelines and queues: what waits, what was told, pause and resume.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { freePorts } from '../sdk/support/ports.mjs';
import { assertAccessible } from './support/accessibility.mjs';
import { analysed, callTo, ended, submit } from './support/calls.mjs';
import { ConsoleService } from './support/service.mjs';

let service;
before(async () => {
  service = await ConsoleService.start({ MediaInfo__Callbacks__AllowPrivateAddresses: 'true' });
});
after(() => service?.stop());

const pipelineCard = (page, name) => page.getByRole('region', { name, exact: true });
const states = async () => (await callTo(service.endpoint, 'mps')('SearchPipeline', { PageSize: '100' })).PipelineList.Pipeline;

test('empty queues teach where messages come from', async () => {
  const visit = await service.openSignedIn('/queues');
  const { page } = visit;
  await page.getByRole('heading', { name: 'No queues' }).waitFor();
  await page.getByRole('heading', { name: 'No messages yet' }).waitFor();
  await pipelineCard(page, 'default').getByText('Active').waitFor();
  await assertAccessible(visit, 'queues-empty');
  await page.getByLabel('Language').selectOption('zh');
  await page.getByRole('heading', { name: '没有队列' }).waitFor();
  visit.assertNoFaults();
});

test('a pipeline is paused and resumed after a question, by the keyboard, and its job waits and runs', async () => {
  await service.put('held.mp4', 'sample.mp4');
  const visit = await service.openSignedIn('/queues');
  const { page } = visit;
  const card = pipelineCard(page, 'default');
  const pause = card.getByRole('button', { name: 'Pause: default' });
  await pause.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Pause the pipeline default?' });
  await dialog.waitFor();
  await assertAccessible(visit, 'queues-confirm');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  assert.equal((await states())[0].State, 'Active');

  await pause.click();
  await dialog.getByRole('button', { name: 'Pause' }).click();
  await page.getByText('The pipeline default is paused.').waitFor();
  assert.equal((await states())[0].State, 'Paused');
  const id = await submit(service.endpoint, 'held.mp4');
  await page.getByRole('button', { name: 'Refresh' }).click();
  await card.getByText('Paused', { exact: true }).waitFor();
  await card.locator('div').filter({ hasText: /^Waiting1$/ }).waitFor();
  const job = await service.openSignedIn(`/jobs/${id}`);
  await job.page.getByText('Held: its pipeline is paused').waitFor();

  await card.getByRole('button', { name: 'Resume: default' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Resume' }).click();
  await page.getByText('The pipeline default is active.').waitFor();
  assert.equal((await ended(service.endpoint, id)).State, 'Succeeded');
  visit.assertNoFaults();
});

test('the focus is back on the button after every way out of its question', async () => {
  const visit = await service.openSignedIn('/queues');
  const { page } = visit;
  const button = pipelineCard(page, 'default').getByRole('button', { name: /^(Pause|Resume): default$/ });
  const focused = () => button.evaluate((element) => element === document.activeElement);
  const dialog = page.getByRole('dialog');
  for (const leave of [
    () => page.keyboard.press('Escape'),
    () => dialog.getByRole('button', { name: 'Cancel' }).click(),
    () => dialog.getByRole('button', { name: 'Pause' }).click(),
    () => dialog.getByRole('button', { name: 'Resume' }).click(),
  ]) {
    await button.focus();
    await page.keyboard.press('Enter');
    await dialog.waitFor();
    await leave();
    await dialog.waitFor({ state: 'detached' });
    assert.ok(await focused(), `${leave}`);
  }
  visit.assertNoFaults();
});

test('jobs that wait are counted, and followed once their pipeline is resumed', async () => {
  const { Pipeline } = await callTo(service.endpoint, 'mps')('AddPipeline', { Name: 'crowded' });
  const turn = (State) => callTo(service.endpoint, 'mps')('UpdatePipeline', { PipelineId: Pipeline.Id, Name: 'crowded', State });
  await turn('Paused');
  await service.put('crowd.mp4', 'sample.mp4');
  for (let job = 0; job < 105; job++) {
    await submit(service.endpoint, 'crowd.mp4', { PipelineId: Pipeline.Id });
  }
  const visit = await service.openSignedIn('/queues');
  const { page } = visit;
  const card = pipelineCard(page, 'crowded');
  const shows = (what) => card.locator('div').filter({ hasText: what }).waitFor({ timeout: 90_000 });
  await shows(/^Waiting105$/);
  await card.getByRole('button', { name: 'Resume: crowded' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Resume' }).click();
  await shows(/^Waiting0$/);
  await shows(/^Running0$/);
  visit.assertNoFaults();
});

test('a queue shows its messages and takes none', async () => {
  await service.put('told.mp4', 'sample.mp4');
  const id = await analysed(service.endpoint, 'told.mp4', { UserData: 'look-at-me' });
  const visit = await service.openSignedIn('/queues');
  const { page } = visit;
  await page.getByRole('table', { name: 'Queues that the account may use' }).getByRole('link', { name: 'mediainfo-callbacks' }).click();
  await page.getByText('"look-at-me"').waitFor();
  assert.equal(visit.place, '/queues/mediainfo-callbacks');
  await page.getByText(/^Taken 0 times$/).first().waitFor();
  await page.getByRole('button', { name: 'Peek' }).click();
  await page.getByText('"look-at-me"').waitFor();
  await assertAccessible(visit, 'queue');
  const message = page.getByRole('listitem').filter({ hasText: 'look-at-me' });
  await message.getByRole('link', { name: 'Open its job' }).click();
  await page.getByText(id, { exact: true }).first().waitFor();
  await page.goBack();
  await page.getByText('"look-at-me"').waitFor();
  visit.assertNoFaults();
});

test('a queue that is not there says so', async () => {
  const visit = await service.openSignedIn('/queues/nobody-knows-it');
  await visit.page.getByRole('heading', { name: 'There is no such queue yet' }).waitFor();
  visit.assertNoFaults();
});

test('a queue that cannot have its name says why, whatever characters that has', async () => {
  for (const name of ['a b', '<b>', '消息', '100%', 'a+b', 'a%2Fb', '!\'()*']) {
    const visit = await service.openSignedIn(`/queues/${encodeURIComponent(name)}`);
    await visit.page.getByRole('heading', { name: `Queue ${name}` }).waitFor();
    await visit.page.getByRole('alert').getByText('InvalidQueueName').or(visit.page.getByText('There is no such queue yet')).first().waitFor();
    assert.equal(await visit.page.getByText('SignatureDoesNotMatch').count(), 0, name);
    visit.assertNoFaults();
  }
});

test('a target that refuses is among the last errors', async () => {
  const [port] = await freePorts(1);
  const { Pipeline } = await callTo(service.endpoint, 'mps')('AddPipeline', {
    Name: 'refusing', NotifyConfig: JSON.stringify({ Url: `http://127.0.0.1:${port}/told` }),
  });
  await service.put('refused.mp4', 'sample.mp4');
  await analysed(service.endpoint, 'refused.mp4', { PipelineId: Pipeline.Id });
  const visit = await service.openSignedIn('/queues');
  const { page } = visit;
  const refused = page.getByRole('row').filter({ hasText: 'refused.mp4' });
  const refresh = page.getByRole('button', { name: 'Refresh' });
  for (let look = 0; look < 30 && !(await refused.count()); look++) {
    await page.waitForTimeout(1000);
    await refresh.click();
  }
  await refused.getByText('Message not delivered; it will be tried again').waitFor();
  await page.getByLabel('Last errors only').check();
  await page.getByRole('row').filter({ hasText: 'told.mp4' }).waitFor({ state: 'detached' });
  await refused.waitFor();

  // Later messages do not hide it.
  await service.put('later.mp4', 'sample.mp4');
  const later = await Promise.all(Array.from({ length: 16 }, () => submit(service.endpoint, 'later.mp4')));
  for (const id of later) {
    await ended(service.endpoint, id);
  }
  await refresh.click();
  await page.getByLabel('Last errors only').uncheck();
  await refused.waitFor({ state: 'detached' });
  await page.getByLabel('Last errors only').check();
  await refused.waitFor();
  await assertAccessible(visit, 'queues');
  visit.assertNoFaults();
});

test('many queues are shown page by page, and one that has gone meanwhile is none of them', async () => {
  const visit = await service.openSignedIn('/');
  const { page } = visit;
  const names = Array.from({ length: 60 }, (_, index) => `many-${String(index).padStart(2, '0')}`);
  await page.route((url) => url.pathname.startsWith('/queues'), (route) => {
    const name = new URL(route.request().url()).pathname.slice('/queues/'.length);
    return route.fulfill(name === '' ? {
      contentType: 'text/xml', body: `<Queues>${names.map((one) => `<Queue><QueueURL>http://x/queues/${one}</QueueURL></Queue>`).join('')}</Queues>`,
    } : name === 'many-07' ? {
      status: 404, contentType: 'text/xml', body: '<Error><Code>QueueNotExist</Code><Message>gone</Message></Error>',
    } : { contentType: 'text/xml', body: `<Queue><QueueName>${name}</QueueName><ActiveMessages>1</ActiveMessages></Queue>` });
  });
  await page.getByRole('navigation').first().getByRole('link', { name: 'Queues' }).click();
  await page.getByText('These are the first 50 of 60 queues.').waitFor();
  const rows = page.getByRole('link', { name: /^many-/ });
  assert.equal(await rows.count(), 49);
  await page.getByRole('button', { name: 'Show more queues' }).click();
  await page.getByRole('link', { name: 'many-59' }).waitFor();
  assert.equal(await rows.count(), 59);
  visit.assertNoFaults();
});
