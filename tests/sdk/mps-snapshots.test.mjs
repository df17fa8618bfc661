// Snapshot jobs of MPS, by each of the vendor's clients.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { assertContains } from './support/contains.mjs';
import { eventually } from './support/eventually.mjs';
import { mpsClients } from './support/mps-clients.mjs';
import { idForm, inputOf, refused, unknownId } from './support/mps.mjs';
import { mediaFile } from './support/paths.mjs';
import { sizeOf } from './support/pictures.mjs';
import { startService } from './support/service.mjs';

let service;
before(async () => {
  service = await startService();
  for (const file of ['sample.mp4', 'sound.mp3']) {
    await service.bucket.uploadFile(file, mediaFile(file));
  }
});
after(() => service?.stop());

const at = (object) => ({ Bucket: 'example-bucket', Location: 'oss-cn-hangzhou', Object: encodeURIComponent(object) });
const pictureAt = async (key) => sizeOf(await service.bucket.container.getBlockBlobClient(key).downloadToBuffer());

for (const { name, create } of mpsClients) {
  describe(`snapshots by ${name}`, () => {
    const call = (action, params) => create(service.endpoint).call(action, params);
    const submit = async (config, params) => (await call('SubmitSnapshotJob', {
      Input: inputOf('sample.mp4'), SnapshotConfig: JSON.stringify(config), ...params,
    })).SnapshotJob;
    const query = (...ids) => call('QuerySnapshotJobList', { SnapshotJobIds: ids.join(',') });
    const ended = (id) => eventually(`end of snapshot job ${id}`, async () => {
      const [found] = (await query(id)).SnapshotJobList.SnapshotJob;
      return /^(Success|Fail)$/.test(found.State) && found;
    });

    test('one frame is there when the call returns', async () => {
      const job = await submit({ OutputFile: at(`${name}/one.jpg`), Time: '1000', Width: '160' });
      assert.match(job.Id, idForm);
      assertContains(job, { State: 'Success', Count: '1', TileCount: undefined, SnapshotConfig: { Time: '1000', Width: '160' } });
      assert.deepEqual(await pictureAt(`${name}/one.jpg`), { type: 'jpeg', width: 160, height: 90 });
    });

    test('several frames and their sprite are made in the background', async () => {
      const job = await submit({
        OutputFile: at(`${name}/{Count}.jpg`), Num: '3', Interval: '1', FrameType: 'normal', Width: '80',
        TileOut: { Columns: '3', Lines: '1', Padding: '2' }, TileOutputFile: at(`${name}/tile-{TileCount}.jpg`),
      }, { UserData: 'mine' });
      assertContains(job, { UserData: 'mine', Input: { Object: 'sample.mp4' } });
      assertContains(await ended(job.Id), { State: 'Success', Count: '3', TileCount: '1', Code: undefined });
      assert.deepEqual(await pictureAt(`${name}/00003.jpg`), { type: 'jpeg', width: 80, height: 45 });
      assert.deepEqual(await pictureAt(`${name}/tile-00001.jpg`), { type: 'jpeg', width: 3 * 80 + 2 * 2, height: 45 });
      const { MNSMessageResult } = await eventually('the message', async () => {
        const [found] = (await query(job.Id)).SnapshotJobList.SnapshotJob;
        return found.MNSMessageResult && found;
      });
      assert.ok(MNSMessageResult.MessageId);
      assertContains(await service.callbacks.of(job.Id), { Type: 'Snapshot', State: 'Success', UserData: 'mine' });
    });

    test('a file without a picture fails', async () => {
      const { Id } = await submit({ OutputFile: at('none/{Count}.jpg'), Num: '2' }, { Input: inputOf('sound.mp3') });
      assertContains(await ended(Id), { State: 'Fail', Code: 'InvalidParameter.ResourceNotSupported' });
    });

    test('unknown ids are told, and jobs are listed without ids', async () => {
      const unknown = unknownId();
      assert.deepEqual((await query(unknown)).NonExistSnapshotJobIds.String, [unknown]);
      const { SnapshotJobList, NextPageToken } = await call('QuerySnapshotJobList', { MaximumPageSize: 1 });
      assert.equal(SnapshotJobList.SnapshotJob.length, 1);
      assert.ok(NextPageToken);
    });

    test('wrong settings are refused', async () => {
      await refused(submit({ OutputFile: at('a.jpg'), Num: '2' }), 'InvalidParameter', 400);
      await refused(submit({ OutputFile: { ...at('{Count}.jpg'), Location: 'oss-cn-beijing' }, Num: '2' }), 'InvalidParameter.NotSupported', 400);
      await refused(submit({ OutputFile: at('{Count}.jpg'), Num: '2', Width: '5000' }), 'InvalidParameter', 400);
      await refused(submit({}), 'InvalidParameter.NullValue', 400);
    });
  });
}
