// The list of jobs, the story of one, and two files side by side.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { eventually } from '../sdk/support/eventually.mjs';
import { freePorts } from '../sdk/support/ports.mjs';
import { assertAccessible } from './support/accessibility.mjs';
import { analysed, callTo, submit } from './support/calls.mjs';
import { ConsoleService } from './support/service.mjs';

let service;
before(async () => {
  service = await ConsoleService.start({ MediaInfo__Callbacks__AllowPrivateAddresses: 'true' });
});
after(() => service?.stop());

const heading = (page, name, level) => page.getByRole('heading', { name, exact: true, ...(level ? { level } : {}) });

describe('the list of jobs', () => {
  test('teaches how a job begins while there is none, also in Chinese', async () => {
    const visit = await service.openSignedIn('/jobs');
    const { page } = visit;
    await heading(page, 'No jobs yet').waitFor();
    await assertAccessible(visit, 'jobs-empty');
    await page.getByLabel('Language').selectOption('zh');
    await heading(page, '还没有作业').waitFor();
    await page.getByLabel('语言').selectOption('en');
    await page.getByRole('link', { name: 'Look at a file' }).click();
    await heading(page, 'One file', 1).waitFor();
    await page.goBack();
    await heading(page, 'No jobs yet').waitFor();
    visit.assertNoFaults();
  });

  test('shows state, API, work, age and cost, filters by the address, and goes back', async () => {
    await service.put('list/good.mp4', 'sample.mp4');
    await analysed(service.endpoint, 'list/good.mp4');
    await analysed(service.endpoint, 'list/missing.mp4');
    const visit = await service.openSignedIn('/jobs');
    const { page } = visit;
    const row = (name) => page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) });
    await row('good.mp4').getByText('Succeeded').waitFor();
    assert.match(await row('good.mp4').innerText(), /example-bucket\/list\/[\s\S]*Analysis[\s\S]*MPS[\s\S]*(ago|now)[\s\S]*\d+ requests? · [\d.]+ KiB · [\d.]+ m?s/);
    await row('missing.mp4').getByText('Failed').waitFor();
    await assertAccessible(visit, 'jobs');

    await page.getByLabel('State').selectOption('Failed');
    await row('good.mp4').waitFor({ state: 'detached' });
    await row('missing.mp4').waitFor();
    assert.equal(visit.place, '/jobs?state=Failed');
    await page.getByLabel('Bucket or object contains').fill('nothing-like-it');
    await heading(page, 'No job passes the filters').waitFor();
    assert.equal(visit.place, '/jobs?state=Failed&text=nothing-like-it');
    await page.goBack();
    await row('missing.mp4').waitFor();
    await page.goBack();
    await row('good.mp4').waitFor();
    assert.equal(visit.place, '/jobs');
    visit.assertNoFaults();
  });

  test('opens by its address with its filters', async () => {
    const visit = await service.openSignedIn('/jobs?state=Failed&text=missing');
    await visit.page.getByRole('link', { name: 'missing.mp4' }).waitFor();
    assert.equal(await visit.page.getByLabel('State').inputValue(), 'Failed');
    assert.equal(await visit.page.getByLabel('Bucket or object contains').inputValue(), 'missing');
    assert.equal(await visit.page.getByRole('link', { name: 'good.mp4' }).count(), 0);
  });

  test('follows a job until it ends, without a hand on the page', async () => {
    const call = callTo(service.endpoint, 'mps');
    const { Pipeline } = await call('AddPipeline', { Name: 'held-list' });
    const set = (State) => call('UpdatePipeline', { PipelineId: Pipeline.Id, Name: 'held-list', State });
    await set('Paused');
    await service.put('list/live.mp4', 'rotated.mp4');
    await submit(service.endpoint, 'list/live.mp4', { PipelineId: Pipeline.Id });
    const visit = await service.openSignedIn('/jobs?text=live');
    await visit.page.getByText('Following 1 job that has not ended').waitFor();
    await set('Active');
    await visit.page.getByRole('table').getByText('Succeeded').waitFor();
    await visit.page.getByText('All jobs of the list have ended').waitFor();
    visit.assertNoFaults();
  });

  test('says that it may be old while the service does not answer, and no longer when it does', async () => {
    await service.put('list/silent.mp4', 'sample.mp4');
    await analysed(service.endpoint, 'list/silent.mp4');
    const visit = await service.openSignedIn('/');
    const { page } = visit;
    let answers = true;
    await page.route((url) => url.pathname === '/', async (route) => {
      if (!answers) {
        return route.abort();
      }
      const response = await route.fetch();
      const body = await response.text();
      // A job that never ends is followed for ever.
      return route.fulfill({ response, body: body.replace('"State":"Succeeded"', '"State":"Running"') });
    });
    await page.getByRole('navigation').first().getByRole('link', { name: 'Jobs' }).click();
    await page.getByRole('table').getByText('Running').first().waitFor();
    answers = false;
    await page.getByRole('alert').getByText('What is shown may be old. The page asks again by itself.').waitFor();
    answers = true;
    await page.getByRole('alert').waitFor({ state: 'detached' });
    visit.assertNoFaults();
  });

  test('pages through more jobs than it shows at first', async () => {
    await service.put('pages/a.mp4', 'sample.mp4');
    for (let number = 0; number < 22; number++) {
      await submit(service.endpoint, 'pages/a.mp4');
    }
    const visit = await service.openSignedIn('/jobs?text=pages');
    const rows = visit.page.getByRole('link', { name: 'a.mp4' });
    await rows.first().waitFor();
    assert.equal(await rows.count(), 20);
    await visit.page.getByRole('button', { name: 'Show older jobs' }).click();
    await eventually('the other jobs', async () => (await rows.count()) === 22);
    visit.assertNoFaults();
  });
});

describe('one job', () => {
  test('that failed tells why and what to do', async () => {
    await writeFile(service.store.fileOf('text.txt'), 'no media\n');
    const id = await analysed(service.endpoint, 'text.txt', { UserData: 'order-17' });
    const visit = await service.openSignedIn(`/jobs/${id}`);
    const { page } = visit;
    await page.getByRole('alert').getByText('There is no media in the object').waitFor();
    await page.getByRole('alert').getByText('Check what was uploaded: does it play with FFmpeg?').waitFor();
    const story = page.getByRole('region', { name: 'Story' });
    for (const event of ['Accepted', 'Started', 'Failed', 'Message delivered']) {
      await story.getByText(event, { exact: true }).waitFor();
    }
    await page.getByText('order-17').first().waitFor();
    await assertAccessible(visit, 'job-failed');
    await page.getByLabel('Language').selectOption('zh');
    await page.getByRole('alert').getByText('对象中没有媒体内容，或损坏过重无法读取。').waitFor();
    await heading(page, '经过').waitFor();
    visit.assertNoFaults();
  });

  test('shows each attempt to tell a target that refuses', async () => {
    const [port] = await freePorts(1);
    const { Pipeline } = await callTo(service.endpoint, 'mps')('AddPipeline', {
      Name: 'refusing', NotifyConfig: JSON.stringify({ Url: `http://127.0.0.1:${port}/told` }),
    });
    await service.put('told.mp4', 'sample.mp4');
    const id = await analysed(service.endpoint, 'told.mp4', { PipelineId: Pipeline.Id });
    const visit = await service.openSignedIn(`/jobs/${id}`);
    const story = visit.page.getByRole('region', { name: 'Story' });
    await story.getByText('Message not delivered; it will be tried again').first().waitFor({ timeout: 60_000 });
    await story.getByText(/See whether the pipeline’s target is up/).waitFor();
    await assertAccessible(visit, 'job-callback');
    visit.assertNoFaults();
  });

  test('that is not there is said in words', async () => {
    const visit = await service.openSignedIn('/jobs/00000000000000000000000000000000');
    await visit.page.getByRole('alert').getByText(/Jobs are removed after some days/).waitFor();
    await visit.page.getByRole('link', { name: /All jobs/ }).click();
    await heading(visit.page, 'Jobs', 1).waitFor();
    visit.assertNoFaults();
  });
});

describe('two files', () => {
  test('stand side by side, and differences are marked by a sign and a word', async () => {
    await service.put('pair/one.mp4', 'sample.mp4');
    await service.put('pair/other.mkv', 'subtitles.mkv');
    await analysed(service.endpoint, 'pair/one.mp4');
    await analysed(service.endpoint, 'pair/other.mkv');
    const visit = await service.openSignedIn('/jobs?text=pair');
    const { page } = visit;
    await page.getByLabel('Select one.mp4 to compare').check();
    await page.getByLabel('Select other.mkv to compare').check();
    await page.getByRole('button', { name: 'Compare the two' }).click();
    await page.getByText(/^\d+ differences$/).waitFor();
    const container = page.getByRole('table', { name: 'Container' });
    await container.getByRole('row').filter({ hasText: 'Format' }).getByText('differs').waitFor();
    await page.getByText('only second').first().waitFor();
    await assertAccessible(visit, 'compare');
    const before = await page.getByRole('row').count();
    await page.getByLabel('Show differences only').check();
    assert.ok(await page.getByRole('row').count() < before);
    await page.getByRole('link', { name: 'Swap' }).click();
    await page.getByText('only first').first().waitFor();
    await page.goBack();
    await page.getByText('only second').first().waitFor();
    await page.goBack();
    await heading(page, 'Jobs', 1).waitFor();
    visit.assertNoFaults();
  });

  test('are chosen from the recent analyses', async () => {
    const visit = await service.openSignedIn('/compare');
    const { page } = visit;
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    await page.getByText('Pick a job').nth(1).waitFor();
    await page.getByLabel('First').selectOption({ index: 1 });
    await page.getByLabel('Second').selectOption({ index: 1 });
    await page.getByText('These are the same job. Choose another one.').waitFor();
    await assertAccessible(visit, 'compare-choose');
    await page.getByLabel('Second').selectOption({ index: 2 });
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    await page.getByRole('table', { name: 'Container' }).waitFor();
    assert.match(visit.place, /^\/compare\?a=[0-9a-f]{32}&b=[0-9a-f]{32}$/);
    visit.assertNoFaults();
  });
});
