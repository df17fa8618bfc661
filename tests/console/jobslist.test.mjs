// The list of jobs as people use it: it goes on by itself, and is as it was when they come back.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { eventually } from '../sdk/support/eventually.mjs';
import { assertAccessible } from './support/accessibility.mjs';
import { analysed, callTo, submit } from './support/calls.mjs';
import { ConsoleService } from './support/service.mjs';

let service;
before(async () => {
  service = await ConsoleService.start();
  await service.put('list/a.mp4', 'rotated.mp4');
  await service.put('list/b.mkv', 'subtitles.mkv');
  for (let number = 0; number < 44; number++) {
    await submit(service.endpoint, 'list/a.mp4');
  }
  await analysed(service.endpoint, 'list/b.mkv');
});
after(() => service?.stop());

const link = (page, name) => page.getByRole('link', { name, exact: true });

describe('the list of jobs', () => {
  test('shows what begins elsewhere while nothing runs, and says truly that all have ended', async () => {
    const visit = await service.openSignedIn('/jobs');
    const { page } = visit;
    await page.getByText('All jobs of the list have ended').waitFor();
    await service.put('list/new.mp4', 'sample.mp4');
    const { Pipeline } = await callTo(service.endpoint, 'mps')('AddPipeline', { Name: 'held' });
    const set = (State) => callTo(service.endpoint, 'mps')('UpdatePipeline', { PipelineId: Pipeline.Id, Name: 'held', State });
    await set('Paused');
    await submit(service.endpoint, 'list/new.mp4', { PipelineId: Pipeline.Id });
    await link(page, 'new.mp4').waitFor({ timeout: 12_000 });
    await page.getByText('Following 1 job that has not ended').waitFor();
    await set('Active');
    await page.getByText('All jobs of the list have ended').waitFor();
    visit.assertNoFaults();
  });

  test('asks no more than one page while nothing runs, and says when nobody answers', async () => {
    const visit = await service.openSignedIn('/jobs');
    const { page } = visit;
    await page.getByRole('button', { name: 'Show older jobs' }).click();
    await eventually('40 jobs', async () => (await page.getByRole('row').count()) === 41);
    await page.getByText('All jobs of the list have ended').waitFor();
    const asked = await page.waitForRequest((request) => request.method() === 'POST' && /ListJobs/.test(request.headers()['x-acs-action']));
    assert.match(asked.postData(), /MaxResults=20(&|$)/);
    await page.route((url) => url.pathname === '/', (route) => route.abort());
    await page.getByText('No answer for now; asking again').waitFor();
    await page.unroute((url) => url.pathname === '/');
    visit.assertNoFaults();
  });

  test('is as it was, and where it was, after a look at a job', async () => {
    const visit = await service.openSignedIn('/jobs');
    const { page } = visit;
    await page.getByRole('button', { name: 'Show older jobs' }).click();
    await eventually('40 jobs', async () => (await page.getByRole('row').count()) === 41);
    await link(page, 'a.mp4').nth(30).scrollIntoViewIfNeeded();
    const top = await page.evaluate(() => window.scrollY);
    assert.ok(top > 300, `${top}`);
    await link(page, 'a.mp4').nth(30).click();
    await page.getByRole('heading', { name: 'a.mp4', level: 1 }).waitFor();
    assert.equal(await page.evaluate(() => window.scrollY), 0);
    await page.goBack();
    await eventually('40 jobs again', async () => (await page.getByRole('row').count()) === 41);
    await eventually('the place in the list', async () => Math.abs(await page.evaluate(() => window.scrollY) - top) < 2);
    visit.assertNoFaults();
  });

  test('forgets everything when somebody else signs in', async () => {
    const visit = await service.openSignedIn('/jobs');
    const { page } = visit;
    await page.getByLabel('Select b.mkv to compare').check();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await visit.signIn();
    await page.getByText('Select two analyses to compare their files.').waitFor();
    assert.equal(await page.getByRole('checkbox', { checked: true }).count(), 0);
  });
});

describe('jobs that were chosen to be compared', () => {
  test('stay in sight when a filter hides their rows, and can be left out again', async () => {
    const visit = await service.openSignedIn('/jobs');
    const { page } = visit;
    await page.getByLabel('Select b.mkv to compare').check();
    await page.getByLabel('Select a.mp4 to compare').first().check();
    await page.getByLabel('State').selectOption('Failed');
    await page.getByRole('heading', { name: 'No job passes the filters' }).waitFor();
    await page.getByRole('button', { name: 'Compare the two' }).waitFor();
    await assertAccessible(visit, 'jobs-chosen');
    await page.getByRole('button', { name: 'Do not compare b.mkv' }).click();
    await page.getByLabel('State').selectOption('');
    assert.equal(await page.getByLabel('Select b.mkv to compare').isChecked(), false);
    assert.equal(await page.getByLabel('Select b.mkv to compare').isEnabled(), true);
    await page.getByLabel('Select b.mkv to compare').check();
    await page.getByRole('button', { name: 'Compare the two' }).click();
    await page.getByRole('table', { name: 'Container' }).waitFor();
    await page.goBack();
    await page.getByRole('button', { name: 'Do not compare b.mkv' }).waitFor();
    visit.assertNoFaults();
  });
});

describe('the title of the window', () => {
  test('names the job, the file, the queue, and the two that are compared', async () => {
    const [a, b] = [await analysed(service.endpoint, 'list/a.mp4'), await analysed(service.endpoint, 'list/b.mkv')];
    const visit = await service.openSignedIn('/jobs');
    const { page } = visit;
    const titled = (title) => eventually(title, async () => (await page.title()) === title);
    await titled('Jobs · MediaInfo console');
    await link(page, 'b.mkv').first().click();
    await titled('b.mkv · Jobs · MediaInfo console');
    await page.getByRole('link', { name: 'Look at the file' }).click();
    await titled('b.mkv · One file · MediaInfo console');
    await page.getByRole('link', { name: 'Queues' }).click();
    await titled('Queues · MediaInfo console');
    for (const [path, title] of [
      ['/queues/testid-queue', 'testid-queue · Queues · MediaInfo console'],
      [`/compare?a=${a}&b=${b}`, 'a.mp4, b.mkv · Compare · MediaInfo console'],
    ]) {
      const other = await service.openSignedIn(path);
      await eventually(title, async () => (await other.page.title()) === title);
    }
  });
});

describe('an error of a job', () => {
  test('does not send people to look for an id that is right', async () => {
    await service.put('list/failed.txt', 'README.md');
    const [good, failed] = [await analysed(service.endpoint, 'list/a.mp4'), await analysed(service.endpoint, 'list/failed.txt')];
    const visit = await service.openSignedIn(`/compare?a=${good}&b=${failed}`);
    const { page } = visit;
    const alert = page.getByRole('alert');
    await alert.getByText(/The job failed and has no report/).waitFor();
    await alert.getByRole('link', { name: failed }).waitFor();
    assert.equal(await alert.getByText(/Jobs are removed after some days/).count(), 0);

    const gone = await service.openSignedIn(`/file?job=${'0'.repeat(32)}`);
    await gone.page.getByRole('alert').getByText(/Jobs are removed after some days/).waitFor();
    const silent = await service.open(`/file?job=${good}`);
    await silent.page.route((url) => url.pathname === '/', (route) =>
      /GetJob/.test(route.request().headers()['x-acs-action']) ? route.abort() : route.fallback());
    await silent.signIn();
    await silent.page.getByRole('alert').getByText(/The service did not answer/).waitFor();
    assert.equal(await silent.page.getByText(/Jobs are removed after some days/).count(), 0);
  });
});
