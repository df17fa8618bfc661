import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { assertContains } from './support/contains.mjs';
import { eventually } from './support/eventually.mjs';
import { genericClients } from './support/generic-clients.mjs';
import { local } from './support/mps-clients.mjs';
import { idForm, inputOf, requestIdForm, unknownId } from './support/mps.mjs';
import { mediaFile } from './support/paths.mjs';
import { startService } from './support/service.mjs';

let service;
before(async () => {
  service = await startService();
  await service.bucket.uploadFile('sample.mp4', mediaFile('sample.mp4'));
});
after(() => service?.stop());

// Where the generic client puts the parameters of an action.
const places = [
  { place: 'the query', reqBodyType: 'formData', request: (params) => ({ query: params }) },
  { place: 'a form', reqBodyType: 'formData', request: (params) => ({ body: params }) },
  { place: 'a JSON body', reqBodyType: 'json', request: (params) => ({ body: params }) },
];
const signatures = [
  { signature: 'V3', config: {} },
  { signature: 'V1', config: { signatureAlgorithm: 'v2' } },
];

const ways = genericClients.flatMap(({ name, create }) => signatures.map(({ signature, config }) => ({ name, create, signature, config })));

for (const { name, create, signature, config } of ways) {
  for (const { place, reqBodyType, request } of places) {
    describe(`${name} with its parameters in ${place}, signing ${signature}`, () => {
      const call = (action, params, { bodyType = 'json', key = local } = {}) =>
        create(service.endpoint, { ...key, ...config })({ action, version: '2014-06-18', bodyType, reqBodyType }, request(params));
      const refused = (promise, code, status, message) =>
        assert.rejects(promise, (error) => {
          assert.equal(error.code, code);
          assert.equal(error.statusCode ?? error.data.statusCode, status);
          assert.match(error.message, message);
          assert.match(error.requestId ?? error.data.RequestId, requestIdForm);
          return true;
        });

      test('submits a job and queries it until it ends', async () => {
        const UserData = `测试 +/=& "quoted" !*'() 🎬`;
        const submitted = await call('SubmitMediaInfoJob', { Input: inputOf('sample.mp4'), Async: true, UserData });
        assert.equal(submitted.statusCode, 200);
        assert.match(submitted.body.RequestId, requestIdForm);
        assert.match(submitted.body.MediaInfoJob.JobId, idForm);
        assertContains(submitted.body.MediaInfoJob, {
          State: 'Analyzing',
          Async: true,
          UserData,
          Input: { Bucket: 'example-bucket', Location: 'oss-cn-hangzhou', Object: 'sample.mp4' },
          Properties: undefined,
        });

        const { JobId } = submitted.body.MediaInfoJob;
        const unknown = unknownId();
        const answer = await eventually(`end of job ${JobId}`, async () => {
          const { body } = await call('QueryMediaInfoJobList', { MediaInfoJobIds: `${JobId},${unknown}` });
          return body.MediaInfoJobList.MediaInfoJob[0].State !== 'Analyzing' && body;
        });
        assert.match(answer.RequestId, requestIdForm);
        assert.deepEqual(answer.NonExistMediaInfoJobIds, { String: [unknown] });
        const [job, ...others] = answer.MediaInfoJobList.MediaInfoJob;
        assert.deepEqual(others, []);
        assertContains(job, { JobId, State: 'Success', Async: true, UserData, Code: undefined });
        assertContains(job.Properties, {
          Width: '320',
          Height: '180',
          Duration: '4.000000',
          Format: { NumStreams: '2' },
          Streams: {
            VideoStreamList: { VideoStream: [{ Index: '0', CodecName: 'h264' }] },
            AudioStreamList: { AudioStream: [{ Index: '1', CodecName: 'aac' }] },
            SubtitleStreamList: { SubtitleStream: [] },
          },
        });
      });

      test('gets the errors of the gateway and of the action', async () => {
        const ids = { MediaInfoJobIds: unknownId() };
        await refused(call('QueryMediaInfoJobList', {}), 'InvalidParameter', 400, /MediaInfoJobIds/);
        await refused(call('SubmitNothing', ids), 'InvalidAction.NotFound', 404, /Specified api is not found/);
        const reader = { key: { accessKeyId: 'reader', accessKeySecret: 'readersecret' } };
        const submission = { Input: inputOf('sample.mp4'), Async: true };
        await refused(call('SubmitMediaInfoJob', submission, reader), 'Forbidden.RAM', 403, /not authorized/);
        const wrong = { key: { ...local, accessKeySecret: 'wrong' } };
        await refused(call('QueryMediaInfoJobList', ids, wrong), 'SignatureDoesNotMatch', 400, /signature/);
      });

      // When signing V1, this client requests JSON itself.
      if (signature === 'V3') {
        test('understands an answer and an error in XML', async () => {
          const ids = { MediaInfoJobIds: unknownId(), Format: 'XML' };
          const { body } = await call('QueryMediaInfoJobList', ids, { bodyType: 'string' });
          assert.match(body, /<QueryMediaInfoJobListResponse>.*<\/QueryMediaInfoJobListResponse>$/s);
          await refused(call('QueryMediaInfoJobList', { Format: 'XML' }), 'InvalidParameter', 400, /MediaInfoJobIds/);
        });
      }
    });
  }
}
