// What the eye notices: labels in one line, even gaps, names as code.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { analysed } from './support/calls.mjs';
import { ConsoleService } from './support/service.mjs';

let service;
before(async () => {
  service = await ConsoleService.start();
});
after(() => service?.stop());

/** The boxes of what a selector finds. */
const boxes = (page, selector) => page.evaluate((what) =>
  [...document.querySelectorAll(what)].map((one) => one.getBoundingClientRect()).map(({ left, right, top }) => ({ left, right, top })), selector);

test('the labels of the filters are in one line', async () => {
  const visit = await service.openSignedIn('/jobs');
  await visit.page.getByRole('search').waitFor();
  const tops = (await boxes(visit.page, '.filters label')).map(({ top }) => top);
  assert.equal(tops.length, 5);
  assert.equal(new Set(tops).size, 1, `${tops}`);
});

test('the gaps between the buttons of a job are even', async () => {
  await service.put('a.mp4', 'sample.mp4');
  const visit = await service.openSignedIn(`/jobs/${await analysed(service.endpoint, 'a.mp4')}`);
  await visit.page.getByRole('button', { name: 'Copy the link' }).waitFor();
  const all = await boxes(visit.page, 'main .row > .button, main .row > .copy > .button');
  const gaps = all.slice(1).map(({ left }, at) => Math.round(left - all[at].right));
  assert.equal(all.length, 5);
  assert.equal(new Set(gaps).size, 1, `${gaps}`);
});

test('names in remedies are code, without their backticks', async () => {
  const visit = await service.openSignedIn(`/explorer/mediainfo/GetJob?JobId=${'0'.repeat(32)}`);
  const { page } = visit;
  await page.getByText(/^Errors and what to do/).first().click();
  const row = page.getByRole('row').filter({ hasText: 'InvalidJobId.NotFound' });
  await row.locator('code', { hasText: 'Retention:Days' }).waitFor();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByRole('alert').locator('code', { hasText: 'Retention:Days' }).waitFor();
  assert.doesNotMatch(await page.getByRole('alert').innerText() + await page.locator('details.card').innerText(), /`/);
});
