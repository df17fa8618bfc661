import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { eventually } from './eventually.mjs';

// The formats of the product's values, and sequences of its actions that many tests use.

export const requestIdForm = /^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/;
export const idForm = /^[0-9a-f]{32}$/;
export const timeForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

export const unknownId = () => randomUUID().replaceAll('-', '');

export const inputOf = (key) =>
  JSON.stringify({ Bucket: 'example-bucket', Location: 'oss-cn-hangzhou', Object: encodeURIComponent(key) });

/** An answer as sent on the wire: an SDK's model also has members that were absent. */
export const plain = (answer) => JSON.parse(JSON.stringify(answer));

export const refused = (promise, code, status, message = /\S/) =>
  assert.rejects(promise, (error) => {
    assert.equal(error.code, code);
    assert.equal(error.status, status);
    assert.match(error.requestId, requestIdForm);
    assert.match(error.message, message);
    return true;
  });

/** Job operations through `call(action, params)`. */
export function jobsBy(call) {
  const submit = (key, params = { Async: true }) => call('SubmitMediaInfoJob', { Input: inputOf(key), ...params });
  const query = (...ids) => call('QueryMediaInfoJobList', { MediaInfoJobIds: ids.join(',') });
  const job = async (id) => (await query(id)).MediaInfoJobList.MediaInfoJob[0];
  const finished = (id) =>
    eventually(`end of job ${id}`, async () => {
      const found = await job(id);
      return found.State !== 'Analyzing' && found;
    });
  const told = (id) => eventually(`callback result of ${id}`, async () => (await job(id)).MNSMessageResult);
  const analyse = async (key, params) => finished((await submit(key, params)).MediaInfoJob.JobId);
  return { submit, query, job, finished, told, analyse };
}
