// Templates of snapshots and smart tags, as clients of the vendor keep them.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { assertContains } from './support/contains.mjs';
import { imsClient } from './support/ims-client.mjs';
import { sharing, startService } from './support/service.mjs';

const otherKey = { accessKeyId: 'otherid', accessKeySecret: 'othersecret' };
const readerKey = { accessKeyId: 'reader', accessKeySecret: 'readersecret' };
const settings = { Type: 'Normal', FrameType: 'normal', Time: 0, Count: 10 };

let service;
before(async () => {
  service = await startService({ settings: sharing(1) });
});
after(() => service?.stop());

// The client would send the text "undefined".
const given = (params) => Object.fromEntries(Object.entries(params).filter(([, value]) => value !== undefined));
const call = (action, params, key) => imsClient(service.endpoint, key).call(action, given(params));
const create = async (params = {}, key = undefined) => (await call('CreateCustomTemplate', {
  Name: 'mine', Type: 2, Subtype: 1, TemplateConfig: JSON.stringify(settings), ...params,
}, key)).CustomTemplate;
const get = async (TemplateId, key) => (await call('GetCustomTemplate', { TemplateId }, key)).CustomTemplate;
const refused = (promise, code, status) =>
  assert.rejects(promise, (error) => {
    assert.equal(error.code, code, error.message);
    assert.equal(error.status, status);
    return true;
  });

describe('a template of the account', () => {
  test('is created, found, changed and deleted', async () => {
    const created = await create({ Name: '封面' });
    assertContains(created, { TemplateName: '封面', Type: 2, TypeName: 'SnapshotTemplate', Subtype: 'Normal', Status: 'Normal', IsDefault: false });
    assert.deepEqual(JSON.parse(created.TemplateConfig), settings);
    assertContains(await get(created.TemplateId), { TemplateName: '封面', Subtype: 1, SubtypeName: 'Normal', CreateTime: created.CreateTime });

    assertContains(await call('UpdateCustomTemplate', { TemplateId: created.TemplateId, Name: 'new', TemplateConfig: '{"Type":"Normal","Count":2}' }), { Success: true });
    assertContains(await get(created.TemplateId), { TemplateName: 'new', TemplateConfig: '{"Type":"Normal","Count":2}' });

    assertContains(await call('DeleteCustomTemplate', { TemplateId: created.TemplateId }), { Success: true });
    await refused(get(created.TemplateId), 'ResourceNotFound', 404);
    await refused(call('DeleteCustomTemplate', { TemplateId: created.TemplateId }), 'ResourceNotFound', 404);
  });

  test('is the account\'s alone, and cannot be created by a reader', async () => {
    const { TemplateId } = await create();
    await refused(get(TemplateId, otherKey), 'ResourceNotFound', 404);
    await refused(call('UpdateCustomTemplate', { TemplateId, Name: 'theirs' }, otherKey), 'ResourceNotFound', 404);
    assert.equal((await get(TemplateId, readerKey)).TemplateId, TemplateId);
    await refused(create({}, readerKey), 'Forbidden.RAM', 403);
  });

  test('may say which recognisers of smart tags run', async () => {
    const tags = { Name: 'tags', Type: 11, Subtype: undefined };
    assertContains(await create({ ...tags, TemplateConfig: '{"Recognisers":["chapters","text"]}' }), { Type: 11, TypeName: 'SmartTagTemplate', Subtype: undefined });
    assertContains(await create({ ...tags, TemplateConfig: '{"AnalyseTypes":"ocr,asr","Industry":"common"}' }), { Type: 11 });
    await refused(create({ ...tags, TemplateConfig: '{"Recognisers":["faces"]}' }), 'InvalidParameter', 400);
    await refused(create({ ...tags, TemplateConfig: '{}' }), 'InvalidParameter', 400);
  });

  for (const [what, params] of [
    ['another type', { Type: 1, Subtype: 1, TemplateConfig: '{"Container":{"Format":"mp4"}}' }],
    ['a subtype that its settings contradict', { Subtype: 2 }],
    ['settings that are no object', { TemplateConfig: '[]' }],
    ['a misspelled setting', { TemplateConfig: '{"Type":"Normal","Hieght":10}' }],
    ['a width out of bounds', { TemplateConfig: '{"Type":"Normal","Width":5000}' }],
  ]) {
    test(`is refused with ${what}`, () => refused(create(params), 'InvalidParameter', 400));
  }

  for (const Name of ['Name', 'Type', 'TemplateConfig']) {
    test(`needs a ${Name}`, () => refused(create({ [Name]: undefined }), 'MissingParameter', 400));
  }
});

describe('the templates of the service', () => {
  test('have fixed ids, and are listed', async () => {
    const { SystemTemplateList: listed, Total } = await call('ListSystemTemplates', { Type: '2,11' });
    assert.equal(Total, listed.length);
    assert.deepEqual(listed.map(({ TemplateId }) => TemplateId), [
      ...[1, 2, 3, 4].map((n) => `5e1f0a6c0d0b4c6fa7a3d1e2b9c8000${n}`), 'S00000101-300080', 'S00000103-000001', 'S00000103-000002',
    ]);
    for (const template of listed) {
      assert.deepEqual((await call('GetSystemTemplate', { TemplateId: template.TemplateId })).SystemTemplate, template);
      assert.ok(JSON.parse(template.TemplateConfig));
    }
  });

  test('are the defaults of their types', async () => {
    const { CustomTemplate: sprite } = await call('GetCustomTemplate', { Type: 2, Subtype: 2 });
    assertContains(sprite, { SubtypeName: 'Sprite', IsDefault: true, CreateTime: undefined });
    const { CustomTemplateList: all } = await call('ListCustomTemplates', { Type: '2', PageSize: 100 });
    assert.deepEqual(all.filter(({ IsDefault }) => IsDefault).map(({ SubtypeName }) => SubtypeName), ['Cover', 'WebVtt', 'Sprite', 'Normal']);
  });

  test('do not change', async () => {
    await refused(call('UpdateCustomTemplate', { TemplateId: 'S00000101-300080', Name: 'mine' }), 'InvalidParameter', 400);
    await refused(call('DeleteCustomTemplate', { TemplateId: 'S00000101-300080' }), 'InvalidParameter', 400);
    await refused(call('GetSystemTemplate', { TemplateId: 'unknown' }), 'ResourceNotFound', 404);
  });
});

describe('a list of templates', () => {
  test('has pages, both orders and filters', async () => {
    for (const n of [1, 2, 3]) {
      await create({ Name: `listed ${n}` });
    }
    const list = async (params) => (await call('ListCustomTemplates', { Type: '2', Name: 'listed', ...params })).CustomTemplateList.map(({ TemplateName }) => TemplateName);
    assert.deepEqual(await list({}), ['listed 3', 'listed 2', 'listed 1']);
    assert.deepEqual(await list({ OrderBy: 'CreateTimeAsc' }), ['listed 1', 'listed 2', 'listed 3']);
    assert.deepEqual(await list({ PageSize: 2, PageNumber: 2 }), ['listed 1']);
    assert.deepEqual(await list({ Subtype: '2' }), []);
    assert.deepEqual(await list({ Type: '1' }), []);
    await refused(list({ PageSize: 101 }), 'InvalidParameter', 400);
  });
});
