// The forms of the explorer: what each begins with can be sent, and harms nothing.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ConsoleService } from './support/service.mjs';

describe('the forms of the explorer', () => {
  let service;
  let actions;
  before(async () => {
    service = await ConsoleService.start();
    await service.put('demo/sample.mp4', 'sample.mp4');
    actions = await service.actions();
  });
  after(() => service?.stop());

  const sendButton = (visit) => visit.page.getByRole('button', { name: 'Send', exact: true });

  test('can be sent as they begin, or ask for a name, which leaves the pipeline and the queue of the account as they were', async () => {
    const visit = await service.openSignedIn('/');
    const refused = [];
    for (const action of actions) {
      await visit.showAction(action);
      await sendButton(visit).click();
      const [answer, fault] = [visit.page.locator('.status'), visit.page.locator('[aria-invalid=true]').first()];
      await answer.or(fault).first().waitFor();
      const text = await fault.isVisible() ? 'a field is refused' : (await visit.page.locator('[role=alert]').allTextContents()).join(' ');
      const problem = /a field is refused|\bMissing\w*/.exec(text)?.[0];
      if (problem !== undefined) {
        refused.push(`${action.dialect}.${action.name}: ${problem}`);
      }
    }
    // What these change, remove or take is left to be named.
    const asked = refused.filter((line) => line.endsWith(': a field is refused')).map((line) => line.split(':')[0].split('.')[1]);
    assert.deepEqual(refused.filter((line) => !line.endsWith(': a field is refused')), []);
    assert.deepEqual(asked.sort(), [
      'BatchDeleteMessage', 'BatchReceiveMessage', 'ChangeMessageVisibility', 'DeleteMessage', 'DeletePipeline', 'DeleteQueue',
      'ReceiveMessage', 'SetQueueAttributes', 'UpdatePipeline',
    ]);

    // These two begin with the account's own pipeline and queue.
    await visit.showAction({ dialect: 'mps', name: 'QueryPipelineList' });
    await sendButton(visit).click();
    await visit.page.getByText('HTTP 200').waitFor();
    await visit.page.getByRole('tab', { name: 'Raw' }).click();
    assert.match(await visit.page.locator('[role=tabpanel] pre').first().textContent(), /"State":"Active"/);
    await visit.showAction({ dialect: 'mns', name: 'GetQueueAttributes' });
    await sendButton(visit).click();
    await visit.page.getByText('HTTP 200').waitFor();
    await visit.close();
  });

  test('take lists with commas', async () => {
    const visit = await service.openSignedIn('/explorer/mediainfo/ListJobs?State=Waiting,Running&Dialect=mps,ims');
    await sendButton(visit).click();
    await visit.page.getByText('HTTP 200').waitFor();
    visit.assertNoFaults();
  });

  test('list the members of JSON parameters, with what each may be', async () => {
    const visit = await service.open('/explorer/ims/SubmitMediaInfoJob');
    const input = visit.page.locator('.field').filter({ has: visit.page.getByLabel(/^Input/) });
    await input.getByText(/^\d+ members/).click();
    await input.locator('dt', { hasText: 'Media' }).first().waitFor();
    visit.assertNoFaults();
  });

  test('mark what is required at times', async () => {
    const visit = await service.open('/explorer/ims/GetMediaInfo');
    await visit.page.getByLabel(/^InputURL required at times/).waitFor();
    assert.notEqual(await visit.page.getByLabel(/^InputURL required at times/).inputValue(), '');
    visit.assertNoFaults();
  });

  test('show the body as it came', async () => {
    const visit = await service.openSignedIn('/explorer/mps/SearchPipeline');
    const [answer] = await Promise.all([
      visit.page.waitForResponse((response) => response.request().method() === 'POST' && response.url().endsWith('/')),
      sendButton(visit).click(),
    ]);
    await visit.page.getByRole('tab', { name: 'Raw' }).click();
    assert.equal(await visit.page.locator('[role=tabpanel] pre').first().textContent(), await answer.text());
    visit.assertNoFaults();
  });
});
