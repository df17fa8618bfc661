import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import RPCClient from '@alicloud/pop-core';
import { assertContains } from './support/contains.mjs';
import { eventually } from './support/eventually.mjs';
import { imsClient } from './support/ims-client.mjs';
import { mediaFile } from './support/paths.mjs';
import { sharing, startService } from './support/service.mjs';

const readerKey = { accessKeyId: 'reader', accessKeySecret: 'readersecret' };

let service;
let films;
let category;
before(async () => {
  service = await startService({ settings: sharing(1) });
  category = (await call('AddCategory', { CateName: 'films' })).Category.CateId;
  films = [];
  for (let i = 0; i < 5; i += 1) {
    const key = `search/${i}.mp4`;
    await service.bucket.uploadFile(key, mediaFile('rotated.mp4'));
    const { MediaId } = await call('RegisterMediaInfo', {
      InputURL: `https://example-bucket.oss-cn-hangzhou.aliyuncs.com/${key}`,
      Title: `Film ${i} of 中国`,
      Description: i % 2 ? 'odd' : 'even',
      MediaTags: `all,tag${i}`,
      ...(i === 3 && { CateId: category }),
    });
    films.unshift(MediaId);
  }
  await service.bucket.uploadFile('search/sound.mp3', mediaFile('rotated.mp4'));
  await call('RegisterMediaInfo', { InputURL: 'oss://example-bucket/search/sound.mp3', Title: 'Sound of 中国' });
  await eventually('analysis of the films', async () =>
    (await call('SearchMedia', { Match: 'status == 3' })).Total === films.length);
});
after(() => service?.stop());

const call = (action, params, key) => imsClient(service.endpoint, key).call(action, params);
const search = async (Match, params = {}) => call('SearchMedia', { ...(Match && { Match }), ...params });
const ids = ({ MediaInfoList }) => MediaInfoList.map(({ MediaId }) => MediaId);
const refused = (promise, code, status) =>
  assert.rejects(promise, (error) => {
    assert.equal(error.code, code, error.message);
    assert.equal(error.status, status);
    return true;
  });

describe('SearchMedia', () => {
  test('answers assets with their data and files', async () => {
    const answer = await search("title = 'film 3'");
    assertContains(answer, {
      Success: 'True',
      Code: '200',
      Total: 1,
      ScrollToken: films[1],
      MediaInfoList: [
        {
          MediaId: films[1],
          MediaBasicInfo: { Title: 'Film 3 of 中国', CateId: category, CateName: 'films', Biz: 'ICE', TranscodeStatus: 'Init' },
          FileInfoList: [{ FileBasicInfo: { FileName: '3.mp4', FileStatus: 'Normal' }, VideoStreamInfoList: undefined }],
        },
      ],
    });
  });

  test('finds videos unless told otherwise', async () => {
    assert.deepEqual(ids(await search("title = '中国'")), films);
    assert.equal((await search("title = '中国' and mediaType in ('video','audio')")).Total, films.length + 1);
    assert.equal((await search('mediaType == audio')).Total, 1);
    assert.equal((await search(undefined)).Total, films.length);
  });

  test('understands every search type', async () => {
    const { MediaInfoList } = await search(`mediaId == '${films[2]}'`);
    const created = Date.parse(MediaInfoList[0].MediaBasicInfo.CreateTime);
    for (const [match, expected] of [
      ["description = 'odd'", [films[1], films[3]]],
      ["tagList in ('tag0','tag4')", [films[0], films[4]]],
      [`cateId == ${category}`, [films[1]]],
      ["status in ('2','3') and fileInfo.storageLocation == 'oss-cn-hangzhou'", films],
      [`utcCreate = ['${created - 3600_000}','${created + 3600_000}')`, films],
      [`utcCreate = ('${created + 3600_000}','${created + 7200_000}')`, []],
      ["(title = 'film 0' or title = 'film 1') and description = 'even'", [films[4]]],
    ]) {
      assert.deepEqual(ids(await search(match)), expected, match);
    }
  });

  test('goes from page to page, by number or by token', async () => {
    assert.deepEqual(ids(await search(undefined, { PageSize: 2, PageNo: 2 })), films.slice(2, 4));
    assert.deepEqual(ids(await search(undefined, { PageSize: 2, SortBy: 'utcCreate:Asc' })), films.toReversed().slice(0, 2));
    const found = [];
    for (let ScrollToken; found.length < 100; ) {
      const page = await search("title = '中国'", { PageSize: 2, ...(ScrollToken && { ScrollToken }) });
      assert.equal(page.Total, films.length);
      found.push(...ids(page));
      ScrollToken = page.ScrollToken;
      if (!ScrollToken) {
        break;
      }
    }
    assert.deepEqual(found, films);
  });

  test('sorts by the last change', async () => {
    await call('UpdateMediaInfo', { MediaId: films[4], Description: 'changed' });
    assert.equal(ids(await search(undefined, { SortBy: 'utcModified:Desc,utcCreate:Desc' }))[0], films[4]);
  });

  test('is answered to the older client, which takes a Code for an error', async () => {
    const { accessKeyId, accessKeySecret } = readerKey;
    const client = new RPCClient({ endpoint: service.endpoint, apiVersion: '2020-11-09', accessKeyId, accessKeySecret });
    assert.equal((await client.request('SearchMedia', { PageSize: 1 }, { method: 'POST', timeout: 60_000 })).Total, films.length);
  });

  for (const [name, value] of [
    ['Match', "height = '1080'"],
    ['Match', "title = 'open"],
    ['SortBy', 'title:Asc'],
    ['PageSize', 51],
    ['PageNo', 0],
    ['ScrollToken', 'abc'],
    ['CustomFilters', '{"intField1":{"gte":12}}'],
  ]) {
    test(`refuses ${name} ${value}`, () => refused(call('SearchMedia', { [name]: value }), 'InvalidParameter', 400));
  }

  test('knows no entities and no other libraries', async () => {
    assert.deepEqual(ids(await search(undefined, { EntityId: '2d3bf1e35a1e42b5ab338d701efa7603' })), []);
    await refused(search(undefined, { SearchLibName: 'test-1' }), 'ResourceNotFound', 404);
    assert.equal((await search(undefined, { SearchLibName: 'ims-default-search-lib' })).Total, films.length);
  });
});
