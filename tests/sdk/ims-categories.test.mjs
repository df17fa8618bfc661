import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { assertContains } from './support/contains.mjs';
import { imsClient } from './support/ims-client.mjs';
import { mediaFile } from './support/paths.mjs';
import { sharing, startService } from './support/service.mjs';

const requestId = /^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/;
const otherKey = { accessKeyId: 'otherid', accessKeySecret: 'othersecret' };
const readerKey = { accessKeyId: 'reader', accessKeySecret: 'readersecret' };

let service;
before(async () => {
  service = await startService({ settings: sharing(1) });
});
after(() => service?.stop());

const call = (action, params, key) => imsClient(service.endpoint, key).call(action, params);
const add = async (CateName, ParentId, params = {}) =>
  (await call('AddCategory', { CateName, ...(ParentId && { ParentId }), ...params })).Category;
const below = async (CateId, params = {}) => call('GetCategories', { ...(CateId && { CateId }), ...params });
const names = ({ SubCategories }) => SubCategories.Category.map(({ CateName }) => CateName);
const refused = (promise, code, status) =>
  assert.rejects(promise, (error) => {
    assert.equal(error.code, code, error.message);
    assert.equal(error.status, status);
    return true;
  });

describe('AddCategory', () => {
  test('answers the category, with numbers', async () => {
    const answer = await call('AddCategory', { CateName: '分类 1', ParentId: -1 });
    assert.match(answer.RequestId, requestId);
    assertContains(answer.Category, { CateName: '分类 1', ParentId: -1, Level: 0, Type: 'default' });
    assert.ok(Number.isSafeInteger(answer.Category.CateId) && answer.Category.CateId > 0);
  });

  test('builds trees of three levels', async () => {
    const first = await add('first', undefined, { Type: 'material' });
    const second = await add('second', first.CateId);
    const third = await add('third', second.CateId);
    assertContains(third, { ParentId: second.CateId, Level: 2, Type: 'material' });
    await refused(add('fourth', third.CateId), 'LevelExceededMax', 400);
    await refused(add('other', first.CateId, { Type: 'default' }), 'InvalidParameter', 400);
  });

  test('gives each of many concurrent callers an id of its own', async () => {
    const parent = await add('crowd');
    const added = await Promise.all(Array.from({ length: 8 }, () => add('same', parent.CateId)));
    assert.equal(new Set(added.map(({ CateId }) => CateId)).size, 8);
    assert.equal((await below(parent.CateId)).SubTotal, 8);
  });

  test('refuses what is missing, too long or unknown', async () => {
    await refused(call('AddCategory', {}), 'MissingParameter', 400);
    await refused(add('标'.repeat(22)), 'InvalidParameter', 400);
    await refused(add('a', undefined, { Type: 'film' }), 'InvalidParameter', 400);
    await refused(add('a', 7), 'InvalidCateId.NotFound', 404);
  });
});

describe('GetCategories', () => {
  test('answers a category and those below it, page by page', async () => {
    const parent = await add('parent');
    for (let i = 0; i < 12; i += 1) {
      await add(`child ${i}`, parent.CateId);
    }
    const first = await below(parent.CateId);
    assert.deepEqual(first.Category, parent);
    assert.equal(first.SubTotal, 12);
    assert.deepEqual(names(first), Array.from({ length: 10 }, (_, i) => `child ${11 - i}`));
    assert.deepEqual(names(await below(parent.CateId, { PageNo: 2 })), ['child 1', 'child 0']);
    assert.deepEqual(names(await below(parent.CateId, { PageSize: 100, SortBy: 'CreationTime:Asc' })).slice(0, 2), ['child 0', 'child 1']);
    const [found] = (await below(undefined)).SubCategories.Category.filter(({ CateId }) => CateId === parent.CateId);
    assert.equal(found.SubTotal, 12);
  });

  test('answers the first level of a type', async () => {
    const material = await add('of material', undefined, { Type: 'material' });
    assert.ok(names(await below(undefined, { Type: 'material' })).includes('of material'));
    assert.ok(!names(await below(undefined, { PageSize: 100 })).includes('of material'));
    await refused(below(material.CateId, { Type: 'default' }), 'InvalidCateId.NotFound', 404);
  });

  test('keeps accounts apart, and may be called with read permission', async () => {
    const { CateId } = await add('mine');
    await refused(call('GetCategories', { CateId }, otherKey), 'InvalidCateId.NotFound', 404);
    assert.equal((await call('GetCategories', { CateId }, readerKey)).Category.CateName, 'mine');
    await refused(call('AddCategory', { CateName: 'a' }, readerKey), 'Forbidden.RAM', 403);
  });

  for (const [name, value] of [['PageNo', 0], ['PageSize', 101], ['SortBy', 'CateName:Asc'], ['Type', 'film'], ['CateId', 'one']]) {
    test(`refuses ${name} ${value}`, () => refused(below(undefined, { [name]: value }), 'InvalidParameter', 400));
  }
});

describe('a category of assets', () => {
  test('is shown by name, renamed at once, and gone with its tree', async () => {
    await service.bucket.uploadFile('categories/a.mp4', mediaFile('rotated.mp4'));
    const parent = await add('films');
    const child = await add('trailers', parent.CateId);
    const { MediaId } = await call('RegisterMediaInfo', { InputURL: 'oss://example-bucket/categories/a.mp4', CateId: child.CateId });
    const shown = async () => (await call('GetMediaInfo', { MediaId })).MediaInfo.MediaBasicInfo;
    assertContains(await shown(), { CateId: child.CateId, CateName: 'trailers' });

    const renamed = await call('UpdateCategory', { CateId: child.CateId, CateName: 'teasers' });
    assert.deepEqual(Object.keys(renamed), ['RequestId']);
    assertContains(await shown(), { CateName: 'teasers' });

    assert.deepEqual(Object.keys(await call('DeleteCategory', { CateId: parent.CateId })), ['RequestId']);
    assertContains(await shown(), { CateId: undefined, CateName: undefined });
    await refused(below(child.CateId), 'InvalidCateId.NotFound', 404);
    await refused(call('UpdateMediaInfo', { MediaId, CateId: child.CateId }), 'InvalidCateId.NotFound', 404);
  });

  test('must exist', async () => {
    await refused(call('UpdateCategory', { CateId: 7, CateName: 'a' }), 'InvalidCateId.NotFound', 404);
    await refused(call('DeleteCategory', { CateId: 7 }), 'InvalidCateId.NotFound', 404);
    await refused(call('RegisterMediaInfo', { InputURL: 'oss://example-bucket/b.mp4', CateId: 7 }), 'InvalidCateId.NotFound', 404);
  });
});
