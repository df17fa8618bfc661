import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { QueueServiceClient } from '@azure/storage-queue';
import { assertContains } from './support/contains.mjs';
import { startEventServer } from './support/event-server.mjs';
import { eventually } from './support/eventually.mjs';
import { imsClient } from './support/ims-client.mjs';
import { mediaFile } from './support/paths.mjs';
import { sizeOf } from './support/pictures.mjs';
import { isFunctionsHost, sharing, startService } from './support/service.mjs';

const requestId = /^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/;
const id32 = /^[0-9a-f]{32}$/;
const second = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const unknownId = () => randomUUID().replaceAll('-', '');
const otherKey = { accessKeyId: 'otherid', accessKeySecret: 'othersecret' };
const readerKey = { accessKeyId: 'reader', accessKeySecret: 'readersecret' };

let service;
let web;
let queues;
before(async () => {
  web = await startEventServer();
  service = await startService({
    settings: {
      ...sharing(1),
      MediaInfo__Callbacks__AllowPrivateAddresses: 'true',
      MediaInfo__Accounts__List__1__CdnDomain: 'cdn.example.com',
    },
  });
  queues = QueueServiceClient.fromConnectionString(service.connectionString);
  await service.bucket.uploadFile('sample.mp4', mediaFile('sample.mp4'));
});
after(async () => {
  await service?.stop();
  await web?.stop();
});

const call = (action, params, key) => imsClient(service.endpoint, key).call(action, params);
const url = (key) => `https://example-bucket.oss-cn-hangzhou.aliyuncs.com/${key.split('/').map(encodeURIComponent).join('/')}`;
const refused = (promise, code, status, about) =>
  assert.rejects(promise, (error) => {
    assert.equal(error.code, code, error.message);
    assert.equal(error.status, status);
    if (about) {
      assert.match(error.message, about);
    }
    return true;
  });

/** Uploads an object that no other test uses. */
let objects = 0;
const upload = async (file = 'rotated.mp4', key = `library/${(objects += 1)}-${file}`) => {
  await service.bucket.uploadFile(key, mediaFile(file));
  return key;
};
const register = async (params, key) => (await call('RegisterMediaInfo', params, key)).MediaId;
const registerNew = async (params = {}, file = 'rotated.mp4', key) => register({ InputURL: url(await upload(file)), ...params }, key);
const get = async (MediaId, params = {}, key) => (await call('GetMediaInfo', { MediaId, ...params }, key)).MediaInfo;
const prepared = (id, key) =>
  eventually(`analysis of ${id}`, async () => {
    const found = await get(id, {}, key);
    return !['Init', 'Preparing'].includes(found.MediaBasicInfo.Status) && found;
  });

describe('RegisterMediaInfo', () => {
  test('returns an id at once, and the asset becomes Normal', async () => {
    const InputURL = url(await upload());
    const answer = await call('RegisterMediaInfo', { InputURL });
    assert.match(answer.RequestId, requestId);
    assert.match(answer.MediaId, id32);
    assert.deepEqual(Object.keys(answer).sort(), ['MediaId', 'RequestId']);
    const { MediaBasicInfo: basic, FileInfoList: files } = await prepared(answer.MediaId);
    assertContains(basic, {
      MediaId: answer.MediaId,
      InputURL,
      MediaType: 'video',
      BusinessType: 'general',
      Source: 'oss',
      Title: /\S/,
      Status: 'Normal',
      Biz: 'ICE',
      UploadSource: 'general',
      CreateTime: second,
      ModifiedTime: second,
      DeletedTime: undefined,
      MediaTags: undefined,
    });
    assert.equal(files.length, 1);
  });

  test('keeps everything that the caller sets', async () => {
    const said = {
      MediaType: 'audio',
      BusinessType: 'opening',
      Title: '标题 1',
      Description: 'What it is.',
      MediaTags: 'one,two,标签',
      CoverURL: 'https://pictures.example.com/cover.png?a=1&b=2',
      UserData: 'not "JSON"',
      ReferenceId: `ref-${unknownId()}`,
    };
    const { Category } = await call('AddCategory', { CateName: 'films' });
    const id = await registerNew({ ...said, CateId: Category.CateId, RegisterConfig: '{"NeedSprite":"false"}' });
    const { MediaBasicInfo: basic } = await get(id);
    assertContains(basic, { ...said, CateId: Category.CateId, CateName: 'films' });
  });

  const skipInAddress = isFunctionsHost && 'the web server of the Functions host refuses a request line of more than 8 KB';
  for (const [place, inBody, skip] of [['the address', false, skipInAddress], ['a form', true, false]]) {
    test(`keeps texts of the maximum length, even if all are sent in ${place}`, { skip }, async () => {
      const key = `library/${'视'.repeat(335)}${Number(inBody)}.mp4`;
      const long = {
        Title: '标'.repeat(42),
        Description: '述'.repeat(341),
        UserData: '据'.repeat(341),
        MediaTags: Array.from({ length: 16 }, (_, i) => `${'签'.repeat(10)}${i.toString(16)}`).join(','),
      };
      const client = imsClient(service.endpoint, {}, { inBody });
      const InputURL = url(await upload('sample.mp4', key));
      const { MediaId } = await client.call('RegisterMediaInfo', { InputURL, ...long });
      assertContains((await get(MediaId)).MediaBasicInfo, long);
    });
  }

  test('is idempotent by its token', async () => {
    const ClientToken = unknownId();
    const [first, second] = [await upload(), await upload()];
    const id = await register({ InputURL: url(first), ClientToken });
    assert.equal(await register({ InputURL: url(first), ClientToken }), id);
    assert.equal(await register({ InputURL: url(second), ClientToken }), id);
    assert.equal(await register({ InputURL: url(first), ClientToken, Overwrite: true }), id);
  });

  test('is idempotent by the object, however its address is written', async () => {
    const key = await upload('rotated.mp4', 'library/视频 1+1.mp4');
    const id = await register({ InputURL: url(key) });
    assert.equal(await register({ InputURL: url(key), Title: 'another' }), id);
    assert.equal(await register({ InputURL: `oss://example-bucket/${key}` }), id);
    assert.equal((await prepared(id)).MediaBasicInfo.Status, 'Normal');
  });

  test('returns one asset to concurrent calls', async () => {
    const InputURL = url(await upload());
    const ids = await Promise.all(Array.from({ length: 8 }, () => register({ InputURL })));
    assert.equal(new Set(ids).size, 1);
    assert.equal((await prepared(ids[0])).MediaBasicInfo.Status, 'Normal');
  });

  test('replaces the asset if told to overwrite', async () => {
    const InputURL = url(await upload());
    const ReferenceId = `ref-${unknownId()}`;
    const old = await register({ InputURL, ReferenceId });
    const id = await register({ InputURL, ReferenceId, Overwrite: true });
    assert.notEqual(id, old);
    await refused(get(old), 'ResourceNotFound', 404);
    assert.equal((await call('GetMediaInfo', { InputURL })).MediaInfo.MediaId, id);
    assert.equal((await prepared(id)).MediaBasicInfo.Status, 'Normal');
  });

  test('keeps accounts apart', async () => {
    const InputURL = url(await upload());
    const id = await register({ InputURL });
    assert.notEqual(await register({ InputURL }, otherKey), id);
    await refused(get(id, {}, otherKey), 'ResourceNotFound', 404);
  });

  test('refuses a reference id that another asset has, and accepts it after that asset is deleted', async () => {
    const ReferenceId = `ref-${unknownId()}`;
    const id = await registerNew({ ReferenceId });
    const InputURL = url(await upload());
    await refused(register({ InputURL, ReferenceId }), 'InvalidParameter', 400, /ReferenceId/);
    await call('DeleteMediaInfos', { MediaIds: id });
    assert.match(await register({ InputURL, ReferenceId }), id32);
  });

  const broken = [
    ['ReferenceId', 'short'],
    ['ReferenceId', 'has a space'],
    ['ReferenceId', 'x'.repeat(65)],
    ['ClientToken', 'too-short'],
    ['MediaType', 'film'],
    ['BusinessType', 'something'],
    ['Title', '标'.repeat(43)],
    ['Description', 'x'.repeat(1025)],
    ['MediaTags', Array.from({ length: 17 }, (_, i) => `t${i}`).join(',')],
    ['MediaTags', 'x'.repeat(33)],
    ['CoverURL', `http://example.com/${'x'.repeat(120)}`],
    ['UserData', 'x'.repeat(1025)],
    ['UserData', '-x'],
    ['WorkflowId', 'b4fb044839815d4f2cd8'],
    ['CateId', 'many'],
    ['Overwrite', 'perhaps'],
    ['RegisterConfig', '[]'],
    ['RegisterConfig.NeedSnapshot', '{"NeedSnapshot":"no"}', 'RegisterConfig'],
    ['RegisterConfig.CoverConfig.StartTime', '{"CoverConfig":{"StartTime":"first"}}', 'RegisterConfig'],
  ];
  for (const [name, value, parameter = name] of broken) {
    test(`refuses ${name} ${value.slice(0, 20)}`, () =>
      refused(register({ InputURL: url('sample.mp4'), [parameter]: value }), 'InvalidParameter', 400, new RegExp(`"${name}"`)));
  }

  for (const InputURL of [
    'sample.mp4',
    'vod://20b48fb04483915d4f2cd8ac',
    'oss://example-bucket',
    'oss://example-bucket/',
    'https://example-bucket.oss-cn-shanghai.aliyuncs.com/sample.mp4',
    'https://example.com/sample.mp4',
    'ftp://example-bucket.oss-cn-hangzhou.aliyuncs.com/sample.mp4',
  ]) {
    test(`refuses the address ${InputURL}`, () => refused(register({ InputURL }), 'InvalidParameter', 400, /InputURL/));
  }

  test('refuses a call without an address', () => refused(register({}), 'MissingParameter', 400, /InputURL/));

  test('refuses a bucket of the service itself', () =>
    refused(register({ InputURL: 'oss://mediainfo-jobs/a.mp4' }), 'Forbidden', 403));

  test('accepts a missing object, whose analysis then fails', async () => {
    const { MediaBasicInfo, FileInfoList } = await prepared(await register({ InputURL: url(`missing/${unknownId()}.mp4`) }));
    assertContains(MediaBasicInfo, { Status: 'PrepareFail', MediaType: 'video' });
    assertContains(FileInfoList, [{ FileBasicInfo: { FileType: 'source_file', FileSize: undefined }, VideoStreamInfoList: undefined }]);
  });
});

describe('GetMediaInfo', () => {
  test('describes the file and its streams with its own names', async () => {
    const { MediaInfo: found } = await call('GetMediaInfo', { MediaId: (await prepared(await register({ InputURL: url('sample.mp4') }))).MediaId });
    assertContains(found.FileInfoList[0], {
      FileBasicInfo: {
        FileName: 'sample.mp4',
        FileStatus: 'Normal',
        FileType: 'source_file',
        FileSize: String(readFileSync(mediaFile('sample.mp4')).length),
        Region: 'cn-hangzhou',
        FormatName: 'mov,mp4,m4a,3gp,3g2,mj2',
        Duration: '4.000000',
        Bitrate: '136.464',
        Width: '320',
        Height: '180',
        CreateTime: second,
        ModifiedTime: second,
      },
      VideoStreamInfoList: [
        {
          Index: '0',
          CodecName: 'h264',
          CodecTimeBase: '1/50',
          HasBFrames: /^\d$/,
          Fps: '25.0',
          AvgFPS: '25.0',
          Timebase: /^1\//,
          StartTime: '0.000000',
          Bitrate: /^\d+\.\d{3}$/,
          NumFrames: '100',
          Nb_frames: '100',
          Lang: 'eng',
          Rotate: '0',
          Codec_name: undefined,
          Has_b_frames: undefined,
        },
      ],
      AudioStreamInfoList: [{ Index: '1', CodecName: 'aac', Profile: 'LC', SampleRate: /^\d+$/, Lang: 'deu', Samplerate: undefined }],
      SubtitleStreamInfoList: [],
    });
    assert.equal(found.AiRoughData, undefined);
  });

  test('reports und for a stream without a language, and the rotation of a picture', async () => {
    const { FileInfoList } = await prepared(await registerNew());
    assertContains(FileInfoList[0].VideoStreamInfoList, [{ Lang: 'und', Rotate: '90' }]);
  });

  test('finds by address, but gives the id precedence', async () => {
    const [one, two] = [await upload(), await upload()];
    const id = await register({ InputURL: url(one) });
    await register({ InputURL: url(two) });
    assert.equal((await call('GetMediaInfo', { InputURL: url(one) })).MediaInfo.MediaId, id);
    assert.equal((await call('GetMediaInfo', { MediaId: id, InputURL: url(two) })).MediaInfo.MediaId, id);
    await refused(call('GetMediaInfo', { MediaId: unknownId(), InputURL: url(one) }), 'ResourceNotFound', 404);
  });

  test('tells what storage knows of the file of an asset that is not analysed', async () => {
    const key = await upload('rotated.mp4', `library/${unknownId()}.ttf`);
    const id = await register({ InputURL: url(key), BusinessType: 'font' });
    const { MediaBasicInfo, FileInfoList } = await prepared(id);
    assertContains(MediaBasicInfo, { MediaType: 'text', BusinessType: 'font' });
    assertContains(FileInfoList, [
      { FileBasicInfo: { FileName: key.split('/')[1], FileStatus: 'Normal', FileSize: String(readFileSync(mediaFile('rotated.mp4')).length) } },
    ]);
    assert.equal((await fetch(FileInfoList[0].FileBasicInfo.FileUrl)).status, 200);
  });

  test('signs the address of a cover that is an object of the account', async () => {
    const key = await upload('rotated.mp4', 'library/cover.png');
    const id = await registerNew({ CoverURL: `oss://example-bucket/${key}` });
    const { MediaBasicInfo } = await get(id, { AuthTimeout: 60 });
    assert.equal((await fetch(MediaBasicInfo.CoverURL)).status, 200);
  });

  test('returns a URL that can only read the object', async () => {
    const { FileInfoList } = await prepared(await register({ InputURL: url('sample.mp4') }));
    const { FileUrl } = FileInfoList[0].FileBasicInfo;
    const read = await fetch(FileUrl);
    assert.equal(read.status, 200);
    assert.deepEqual(Buffer.from(await read.arrayBuffer()), readFileSync(mediaFile('sample.mp4')));
    const written = await fetch(FileUrl, { method: 'PUT', headers: { 'x-ms-blob-type': 'BlockBlob' }, body: 'changed' });
    assert.equal(written.status, 403);
    assert.equal((await fetch(FileUrl, { method: 'DELETE' })).status, 403);
    assert.equal((await fetch(FileUrl.replace('sample.mp4', 'notes.txt'))).status, 403);
  });

  test('returns a URL that expires after AuthTimeout', async () => {
    const { MediaId } = await prepared(await register({ InputURL: url('sample.mp4') }));
    const { FileUrl } = (await get(MediaId, { AuthTimeout: 1 })).FileInfoList[0].FileBasicInfo;
    await eventually('refusal after the time is over', async () => (await fetch(FileUrl)).status === 403);
  });

  test('returns a CDN URL only to an account with a CDN', async () => {
    const key = await upload('rotated.mp4', 'library/cdn/视频 2.mp4');
    const ours = await prepared(await register({ InputURL: url(key) }));
    const theirs = await prepared(await register({ InputURL: url(key) }, otherKey), otherKey);
    const of = async (id, OutputType, account) => (await get(id, { OutputType }, account)).FileInfoList[0].FileBasicInfo.FileUrl;
    assert.equal(await of(theirs.MediaId, 'cdn', otherKey), 'https://cdn.example.com/library/cdn/%E8%A7%86%E9%A2%91%202.mp4');
    for (const signed of [
      await of(theirs.MediaId, 'oss', otherKey),
      await of(ours.MediaId, 'cdn'),
      ours.FileInfoList[0].FileBasicInfo.FileUrl,
    ]) {
      assert.equal((await fetch(signed)).status, 200);
    }
  });

  test('invents no tags of an asset that has no tag job', async () => {
    const found = await get(await register({ InputURL: url('sample.mp4') }), { ReturnDetailedInfo: '{"AiRoughData.StandardSmartTagJob":true}' });
    assert.equal(found.AiRoughData, undefined);
  });

  const broken = [
    ['OutputType', 'ftp'],
    ['AuthTimeout', '0'],
    ['AuthTimeout', '86401'],
    ['AuthTimeout', 'long'],
    ['ReturnDetailedInfo', 'all'],
  ];
  for (const [name, value] of broken) {
    test(`refuses ${name} ${value}`, () =>
      refused(call('GetMediaInfo', { MediaId: unknownId(), [name]: value }), 'InvalidParameter', 400, new RegExp(name)));
  }

  test('refuses a call that names no asset', () => refused(call('GetMediaInfo', {}), 'MissingParameter', 400, /MediaId/));

  test('does not find an asset that was never registered', async () => {
    await refused(get(unknownId()), 'ResourceNotFound', 404);
    await refused(get('../other'), 'ResourceNotFound', 404);
    await refused(call('GetMediaInfo', { InputURL: url('never/registered.mp4') }), 'ResourceNotFound', 404);
  });
});

describe('The pictures of an asset', () => {
  const pictured = (id, params) => eventually(`pictures of ${id}`, async () => {
    const { MediaBasicInfo: basic } = await get(id, params);
    return (basic.CoverURL || basic.Snapshots || basic.SpriteImages) && basic;
  });
  const sizeAt = async (address) => {
    const answer = await fetch(address);
    assert.equal(answer.status, 200, address);
    return sizeOf(Buffer.from(await answer.arrayBuffer()));
  };

  test('are made after its analysis, and open at signed addresses', async () => {
    const id = await registerNew({}, 'sample.mp4');
    const basic = await pictured(id, { AuthTimeout: 600 });
    assert.deepEqual(await sizeAt(basic.CoverURL), { type: 'jpeg', width: 320, height: 180 });
    const snapshots = JSON.parse(basic.Snapshots);
    assert.equal(snapshots.length, 3);
    for (const address of snapshots) {
      assert.deepEqual(await sizeAt(address), { type: 'jpeg', width: 320, height: 180 });
    }
    const [sprite] = JSON.parse(basic.SpriteImages);
    const { Num, SpriteSnapshotConfig: grid } = JSON.parse(sprite.Config);
    assertContains(sprite, { bucket: /\S/, count: String(Num), iceJobId: id32, location: 'oss-cn-hangzhou', spriteRegular: /\{TileCount\}/, tileCount: '1' });
    assert.deepEqual(await sizeAt(sprite.SnapshotUrlList[0]), {
      type: 'jpeg', width: grid.Columns * grid.CellWidth, height: grid.Lines * grid.CellHeight,
    });
  });

  test('are in the lists as the vendor writes them there', async () => {
    const id = await registerNew({}, 'sample.mp4');
    await pictured(id);
    const [batch] = (await call('BatchGetMediaInfos', { MediaIds: id })).MediaInfos;
    const [listed] = (await call('ListMediaBasicInfos', { MediaId: id })).MediaInfos;
    const [searched] = (await call('SearchMedia', { Match: `mediaId = '${id}'` })).MediaInfoList;
    for (const { MediaBasicInfo: basic } of [batch, listed, searched]) {
      const [snapshots] = JSON.parse(basic.Snapshots);
      assertContains(snapshots, { bucket: /\S/, count: '3', iceJobId: id32, location: 'oss-cn-hangzhou', snapshotRegular: /\{Count\}\.jpg$/ });
      assert.equal((await fetch(JSON.parse(basic.SpriteImages)[0].SnapshotUrlList[0])).status, 200);
      assert.equal((await fetch(basic.CoverURL)).status, 200);
    }
  });

  test('are those that the owner wants', async () => {
    const CoverURL = 'https://pictures.example.com/mine.png';
    const RegisterConfig = JSON.stringify({ NeedSnapshot: 'false', CoverConfig: { StartTime: '1.5' } });
    const id = await registerNew({ CoverURL, RegisterConfig }, 'sample.mp4');
    const basic = await eventually('sprite', async () => {
      const { MediaBasicInfo: found } = await get(id);
      return found.SpriteImages && found;
    });
    assertContains(basic, { CoverURL, Snapshots: undefined });
  });

  test('are announced, if the account has subscribed to that', async () => {
    await call('SetEventCallback', { CallbackURL: `${web.url}/pictures`, EventTypeList: 'SnapshotComplete' });
    const id = await registerNew({ UserData: 'mine' }, 'sample.mp4');
    const { MessageBody } = (await web.next(id, 'SnapshotComplete')).body;
    assertContains(MessageBody, { Status: 'Success', MediaId: id, UserData: 'mine', JobId: id32 });
    assert.deepEqual(
      MessageBody.SnapshotInfos.map(({ SnapshotType, SnapshotCount }) => [SnapshotType, SnapshotCount]),
      [['CoverSnapshot', '1'], ['NormalSnapshot', '3'], ['SpriteSnapshot', '1']],
    );
    await pictured(id);
  });

  test('go with it, and the object stays', async () => {
    const key = await upload('sample.mp4');
    const id = await register({ InputURL: url(key) });
    const { CoverURL, Snapshots } = await pictured(id);
    const { FileUrl } = (await get(id)).FileInfoList[0].FileBasicInfo;
    await call('DeleteMediaInfos', { MediaIds: id });
    for (const address of [CoverURL, ...JSON.parse(Snapshots)]) {
      assert.notEqual((await fetch(address)).status, 200);
    }
    assert.equal((await fetch(FileUrl)).status, 200);
  });
});

describe('BatchGetMediaInfos', () => {
  test('returns existing assets and lists missing ones', async () => {
    const ids = [await registerNew(), await registerNew()];
    await Promise.all(ids.map((id) => prepared(id)));
    const unknown = unknownId();
    const answer = await call('BatchGetMediaInfos', { MediaIds: [ids[1], unknown, ids[0]].join(',') });
    assert.deepEqual(answer.MediaInfos.map(({ MediaId }) => MediaId), [ids[1], ids[0]]);
    assert.deepEqual(answer.IgnoredList, [unknown]);
    assert.equal(answer.MediaInfos[0].FileInfoList, undefined);
    assertContains(answer.MediaInfos[0].MediaBasicInfo, { Status: 'Normal', Biz: 'ICE', TranscodeStatus: 'Init', DeletedTime: undefined });
  });

  test('adds files on request', async () => {
    const { MediaId } = await prepared(await register({ InputURL: url('sample.mp4') }));
    const answer = await call('BatchGetMediaInfos', { MediaIds: MediaId, AdditionType: 'FileInfo,DynamicMetaData', AuthTimeout: 60 });
    const [file] = answer.MediaInfos[0].FileInfoList;
    assertContains(file, {
      FileBasicInfo: { Width: '320', CreateTime: undefined },
      VideoStreamInfoList: [{ CodecName: 'h264', NumFrames: '100', Nb_frames: '100' }],
      AudioStreamInfoList: [{ CodecName: 'aac', Fps: /^\d+(\.\d+)?$/, NumFrames: /^\d+$/ }],
      SubtitleStreamInfoList: [],
    });
    assert.equal((await fetch(file.FileBasicInfo.FileUrl)).status, 200);
    assert.equal(answer.IgnoredList, undefined);
  });

  test('refuses too many ids, no ids, and unknown additions', async () => {
    await refused(call('BatchGetMediaInfos', {}), 'MissingParameter', 400, /MediaIds/);
    const many = Array.from({ length: 21 }, unknownId).join(',');
    await refused(call('BatchGetMediaInfos', { MediaIds: many }), 'InvalidParameter', 400, /MediaIds/);
    await refused(call('BatchGetMediaInfos', { MediaIds: unknownId(), AdditionType: 'All' }), 'InvalidParameter', 400, /AdditionType/);
    await refused(call('BatchGetMediaInfos', { MediaIds: unknownId(), AuthTimeout: -1 }), 'InvalidParameter', 400, /AuthTimeout/);
  });
});

describe('UpdateMediaInfo', () => {
  test('changes only what it is given', async () => {
    const id = await registerNew({ Title: 'before', Description: 'stays', MediaTags: 'a,b' });
    const { CateId } = (await call('AddCategory', { CateName: 'films' })).Category;
    const answer = await call('UpdateMediaInfo', { MediaId: id, Title: 'after', Category: 'films', CateId, MediaTags: 'c' });
    assert.equal(answer.MediaId, id);
    const { MediaBasicInfo: basic } = await get(id);
    assertContains(basic, { Title: 'after', Description: 'stays', Category: 'films', MediaTags: 'c' });
    assert.equal(basic.CateId, CateId);
  });

  test('appends tags on request, also by address', async () => {
    const InputURL = url(await upload());
    const id = await register({ InputURL, MediaTags: 'a,b' });
    await call('UpdateMediaInfo', { InputURL, MediaTags: 'b,c', AppendTags: true });
    assert.equal((await get(id)).MediaBasicInfo.MediaTags, 'a,b,c');
    const many = Array.from({ length: 15 }, (_, i) => `t${i}`).join(',');
    await refused(call('UpdateMediaInfo', { InputURL, MediaTags: many, AppendTags: true }), 'InvalidParameter', 400, /MediaTags/);
  });

  test('moves a reference id from one asset to another only once it is free', async () => {
    const [ReferenceId, another] = [`ref-${unknownId()}`, `ref-${unknownId()}`];
    const one = await registerNew({ ReferenceId });
    const two = await registerNew();
    await refused(call('UpdateMediaInfo', { MediaId: two, ReferenceId }), 'InvalidParameter', 400, /ReferenceId/);
    await call('UpdateMediaInfo', { MediaId: one, ReferenceId: another });
    await call('UpdateMediaInfo', { MediaId: two, ReferenceId });
    assert.equal((await get(two)).MediaBasicInfo.ReferenceId, ReferenceId);
    assert.equal((await get(one)).MediaBasicInfo.ReferenceId, another);
  });

  test('refuses unknown assets and invalid parameters', async () => {
    await refused(call('UpdateMediaInfo', { MediaId: unknownId(), Title: 'x' }), 'ResourceNotFound', 404);
    await refused(call('UpdateMediaInfo', { Title: 'x' }), 'MissingParameter', 400, /MediaId/);
    await refused(call('UpdateMediaInfo', { MediaId: unknownId(), Category: 'x'.repeat(65) }), 'InvalidParameter', 400, /Category/);
  });
});

describe('DeleteMediaInfos', () => {
  test('deletes by ids, lists missing ones, and keeps the object', async () => {
    const key = await upload();
    const id = await register({ InputURL: url(key) });
    const unknown = unknownId();
    const answer = await call('DeleteMediaInfos', { MediaIds: `${id},${unknown}` });
    assert.deepEqual(answer.IgnoredList, [unknown]);
    assert.equal(answer.ForbiddenList, undefined);
    await refused(get(id), 'ResourceNotFound', 404);
    assert.ok(await service.bucket.container.getBlobClient(key).exists());
    const anew = await register({ InputURL: url(key) });
    assert.notEqual(anew, id);
    assert.equal((await prepared(anew)).MediaBasicInfo.Status, 'Normal');
  });

  test('deletes by addresses', async () => {
    const key = await upload();
    const id = await register({ InputURL: url(key) });
    const [unknown, closed] = [url('never/registered.mp4'), 'oss://mediainfo-jobs/a.mp4'];
    const answer = await call('DeleteMediaInfos', { InputURLs: [url(key), unknown, closed].join(',') });
    assert.deepEqual(answer.IgnoredList, [unknown]);
    assert.deepEqual(answer.ForbiddenList, [closed]);
    await refused(get(id), 'ResourceNotFound', 404);
  });

  test('does not delete objects', async () => {
    const id = await registerNew();
    await refused(call('DeleteMediaInfos', { MediaIds: id, DeletePhysicalFiles: true }), 'InvalidParameter', 400, /DeletePhysicalFiles/);
    assert.equal((await get(id)).MediaId, id);
    await call('DeleteMediaInfos', { MediaIds: id, DeletePhysicalFiles: false });
  });

  test('refuses too many ids and no ids', async () => {
    await refused(call('DeleteMediaInfos', {}), 'MissingParameter', 400, /MediaIds/);
    const many = Array.from({ length: 21 }, unknownId).join(',');
    await refused(call('DeleteMediaInfos', { MediaIds: many }), 'InvalidParameter', 400, /MediaIds/);
  });
});

describe('ListMediaBasicInfos', () => {
  const list = (params) => call('ListMediaBasicInfos', params, otherKey);
  const registerEnding = () => registerNew({ BusinessType: 'ending' }, 'rotated.mp4', otherKey);

  /** Reads all pages, and registers more assets between the first ones. */
  const everything = async (params) => {
    const [found, late] = [[], []];
    for (let NextToken; ; ) {
      const page = await list({ BusinessType: 'ending', ...params, ...(NextToken ? { NextToken } : {}) });
      found.push(...page.MediaInfos.map(({ MediaId }) => MediaId));
      NextToken = page.NextToken;
      if (!NextToken) {
        return { found, late };
      }
      if (late.length < 2) {
        late.push(await registerEnding());
      }
    }
  };

  test('returns each asset once, in order, while new ones are registered', async () => {
    const ids = [];
    for (let i = 0; i < 7; i += 1) {
      ids.push(await registerEnding());
    }
    const newest = await everything({ MaxResults: 2 });
    assert.deepEqual(newest.found, ids.toReversed());
    const oldest = await everything({ MaxResults: 3, SortBy: 'asc' });
    assert.deepEqual(oldest.found, [...ids, ...newest.late, ...oldest.late]);
    const page = await list({ BusinessType: 'ending', MaxResults: 3 });
    assert.equal(page.MaxResults, 3);
    assert.equal(page.TotalCount, 11);
    assert.ok(page.NextToken);
  });

  test('applies every filter', async () => {
    const id = await registerNew({ BusinessType: 'watermark', MediaType: 'image' }, 'rotated.mp4', otherKey);
    const { CreateTime } = (await prepared(id, otherKey)).MediaBasicInfo;
    const before = new Date(Date.parse(CreateTime) - 1000).toISOString().replace('.000', '');
    const has = async (params) => (await list({ BusinessType: 'watermark', ...params })).MediaInfos.some(({ MediaId }) => MediaId === id);
    for (const params of [
      {},
      { MediaType: 'image' },
      { Status: 'Normal' },
      { Source: 'oss' },
      { MediaId: id },
      { StartTime: before, EndTime: CreateTime },
    ]) {
      assert.ok(await has(params), JSON.stringify(params));
    }
    for (const params of [
      { MediaType: 'video' },
      { BusinessType: 'general' },
      { Status: 'PrepareFail' },
      { Source: 'vod' },
      { MediaId: unknownId() },
      { StartTime: CreateTime },
      { EndTime: before },
    ]) {
      assert.ok(!(await has(params)), JSON.stringify(params));
    }
  });

  test('adds the files without their streams on request', async () => {
    const id = await registerNew({}, 'sample.mp4', otherKey);
    await prepared(id, otherKey);
    const [found] = (await list({ MediaId: id, IncludeFileBasicInfo: true })).MediaInfos;
    assertContains(found.FileInfoList[0], { FileBasicInfo: { Width: '320', CreateTime: second }, VideoStreamInfoList: undefined });
    assert.equal((await list({ MediaId: id })).MediaInfos[0].FileInfoList, undefined);
  });

  test('omits deleted assets', async () => {
    const id = await registerNew({}, 'rotated.mp4', otherKey);
    await call('DeleteMediaInfos', { MediaIds: id }, otherKey);
    assertContains(await list({ MediaId: id }), { TotalCount: 0, MediaInfos: [], NextToken: undefined });
  });

  const broken = [
    ['MaxResults', '0'],
    ['MaxResults', '101'],
    ['NextToken', 'forged'],
    ['SortBy', 'size'],
    ['Status', 'Deleted'],
    ['StartTime', 'yesterday'],
    ['EndTime', '2024-02-29'],
    ['Source', 'tape'],
    ['IncludeFileBasicInfo', '1'],
  ];
  for (const [name, value] of broken) {
    test(`refuses ${name} ${value}`, () => refused(list({ [name]: value }), 'InvalidParameter', 400, new RegExp(name)));
  }
});

describe('Events', () => {
  const types = ['RegisterMediaComplete', 'VideoAnalysisComplete', 'MediaBaseChangeComplete', 'DeleteMediaComplete'];
  const md5 = (text) => createHash('md5').update(text).digest('hex');

  test('are signed and go to the address that the account set', async () => {
    const CallbackURL = `${web.url}/signed?a=1`;
    const AuthKey = 'Test123';
    const set = { CallbackType: 'HTTP', CallbackURL, EventTypeList: types.join(','), AuthSwitch: 'on', AuthKey };
    assertContains(await call('SetEventCallback', set), { RequestId: requestId, Success: true });
    assertContains(await call('GetEventCallback'), { ...set, CallbackQueueName: undefined });

    const InputURL = url(await upload('sample.mp4'));
    const UserData = '{"key":"值"}';
    const id = await register({ InputURL, UserData });
    const registered = await web.next(id, 'RegisterMediaComplete');
    assert.equal(registered.path, '/signed?a=1');
    assert.equal(registered.headers['x-ice-signature'], md5(`${CallbackURL}|${registered.headers['x-ice-timestamp']}|${AuthKey}`));
    assertContains(registered.body, { EventTime: second, MessageBody: { Status: 'Success', MediaId: id, MediaType: 'video', InputURL, UserData } });
    assert.equal(registered.body.UserId, 1000000000000001);
    assertContains((await web.next(id, 'VideoAnalysisComplete')).body.MessageBody, {
      Status: 'Success',
      Duration: '4.000000',
      Width: '320',
      Height: '180',
      Bitrate: '136.464',
      Fps: '25.0',
      Size: /^\d+$/,
    });
    await call('UpdateMediaInfo', { MediaId: id, Title: 'changed' });
    assertContains((await web.next(id, 'MediaBaseChangeComplete')).body.MessageBody, { Status: 'Success', OperateMode: 'update' });
    await call('DeleteMediaInfos', { MediaIds: id });
    assertContains((await web.next(id, 'DeleteMediaComplete')).body.MessageBody, { Status: 'Success', DeleteType: 'all' });
  });

  test('are all that is sent: the pipeline of the account gets no message for the library', async () => {
    const pipeline = queues.getQueueClient('mediainfo-callbacks');
    assert.equal((await pipeline.getProperties()).approximateMessagesCount, 0);
  });

  test('say why an analysis failed', async () => {
    await call('SetEventCallback', { CallbackURL: `${web.url}/failed`, EventTypeList: 'ALL' });
    const id = await register({ InputURL: url(`missing/${unknownId()}.mp4`) });
    const expected = { Status: 'Fail', ErrorCode: 'ResourceNotFound', ErrorMessage: /\S/ };
    assertContains((await web.next(id, 'VideoAnalysisComplete')).body.MessageBody, expected);
    assertContains((await web.next(id, 'RegisterMediaComplete')).body.MessageBody, expected);
  });

  test('are retried if the address fails', async () => {
    await call('SetEventCallback', { CallbackURL: `${web.url}/again`, EventTypeList: 'DeleteMediaComplete' });
    const id = await registerNew();
    await prepared(id);
    web.refuse(1);
    await call('DeleteMediaInfos', { MediaIds: id });
    const event = await web.next(id, 'DeleteMediaComplete');
    assert.equal(event.headers['x-ice-signature'], undefined);
    assert.equal(web.of(id).filter(({ refused: was }) => was).length, 1);
  });

  test('are sent only if subscribed to', async () => {
    await call('SetEventCallback', { CallbackURL: `${web.url}/some`, EventTypeList: 'DeleteMediaComplete' });
    const id = await registerNew();
    await prepared(id);
    await call('UpdateMediaInfo', { MediaId: id, Title: 'changed' });
    await call('DeleteMediaInfos', { MediaIds: id });
    await web.next(id, 'DeleteMediaComplete');
    assert.deepEqual(web.of(id).map(({ body }) => body.EventType), ['DeleteMediaComplete']);
  });

  test('go to a queue', async () => {
    const CallbackQueueName = 'ice-callback-library';
    await call('SetEventCallback', { CallbackType: 'MNS', CallbackQueueName, EventTypeList: 'ALL' });
    assertContains(await call('GetEventCallback'), {
      CallbackType: 'MNS',
      CallbackQueueName,
      CallbackURL: undefined,
      EventTypeList: 'ALL',
      AuthSwitch: undefined,
      AuthKey: undefined,
    });
    const id = await registerNew();
    const queue = queues.getQueueClient(CallbackQueueName);
    const seen = new Set();
    await eventually('both events in the queue', async () => {
      if (!(await queue.exists())) {
        return false;
      }
      for (const message of (await queue.receiveMessages({ numberOfMessages: 32 })).receivedMessageItems) {
        const { EventType, MessageBody } = JSON.parse(message.messageText);
        if (MessageBody.MediaId === id) {
          seen.add(EventType);
        }
        await queue.deleteMessage(message.messageId, message.popReceipt);
      }
      return seen.has('RegisterMediaComplete') && seen.has('VideoAnalysisComplete');
    });
  });

  test('of one asset go where its user data says', async () => {
    const NotifyAddress = `${web.url}/of-this-asset`;
    const id = await registerNew({ UserData: JSON.stringify({ NotifyAddress }) }, 'rotated.mp4', otherKey);
    assert.equal((await web.next(id, 'RegisterMediaComplete')).path, '/of-this-asset');
  });

  test('have no target at first', async () => {
    assertContains(await call('GetEventCallback', {}, otherKey), { RequestId: requestId, CallbackType: undefined });
  });

  const good = { CallbackURL: 'https://example.com/events', EventTypeList: 'RegisterMediaComplete' };
  const broken = [
    [{ ...good, CallbackType: 'SMS' }, 'InvalidParameter', /CallbackType/],
    [{ ...good, CallbackURL: '' }, 'MissingParameter', /CallbackURL/],
    [{ ...good, CallbackURL: 'ftp://example.com/' }, 'InvalidParameter', /CallbackURL/],
    [{ ...good, CallbackURL: `https://example.com/${'x'.repeat(250)}` }, 'InvalidParameter', /CallbackURL/],
    [{ ...good, CallbackType: 'MNS' }, 'MissingParameter', /CallbackQueueName/],
    [{ ...good, CallbackType: 'MNS', CallbackQueueName: 'mediainfo-callbacks' }, 'InvalidParameter', /CallbackQueueName/],
    [{ ...good, CallbackType: 'MNS', CallbackQueueName: 'ice-callback-a/b' }, 'InvalidParameter', /CallbackQueueName/],
    [{ ...good, CallbackType: 'MNS', CallbackQueueName: 'ice-callback-with.dots' }, 'InvalidParameter', /CallbackQueueName/],
    [{ ...good, EventTypeList: 'NoSuchEvent' }, 'InvalidParameter', /EventTypeList/],
    [{ ...good, AuthSwitch: 'maybe' }, 'InvalidParameter', /AuthSwitch/],
    [{ ...good, AuthSwitch: 'on' }, 'MissingParameter', /AuthKey/],
    [{ ...good, AuthSwitch: 'on', AuthKey: 'alllowercase1' }, 'InvalidParameter', /AuthKey/],
    [{ ...good, AuthSwitch: 'on', AuthKey: `Aa1${'x'.repeat(30)}` }, 'InvalidParameter', /AuthKey/],
  ];
  for (const [params, code, about] of broken) {
    test(`cannot be set to ${JSON.stringify(params).slice(0, 100)}`, () =>
      refused(call('SetEventCallback', params, otherKey), code, 400, about));
  }
});

describe('A caller', () => {
  test('with read permission only cannot register, change, delete or set', async () => {
    for (const action of ['RegisterMediaInfo', 'UpdateMediaInfo', 'DeleteMediaInfos', 'SetEventCallback']) {
      await refused(call(action, {}, readerKey), 'Forbidden.RAM', 403);
    }
    const id = await registerNew();
    assert.equal((await get(id, {}, readerKey)).MediaId, id);
    assert.equal((await call('BatchGetMediaInfos', { MediaIds: id }, readerKey)).MediaInfos.length, 1);
    assert.ok((await call('ListMediaBasicInfos', {}, readerKey)).TotalCount > 0);
  });

  test('with a wrong secret is refused', () =>
    refused(call('ListMediaBasicInfos', {}, { accessKeySecret: 'wrong' }), 'SignatureDoesNotMatch', 400));
});
