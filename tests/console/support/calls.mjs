// What a customer's program does beside the page: it submits, and waits.
import RPCClient from '@alicloud/pop-core';
import { eventually } from '../../sdk/support/eventually.mjs';
import { key } from './service.mjs';

const versions = { mps: '2014-06-18', ims: '2020-11-09', own: '2026-01-01' };

/** Calls an action of one of the APIs. */
export const callTo = (endpoint, api) => (action, parameters) =>
  new RPCClient({ endpoint, apiVersion: versions[api], accessKeyId: key.id, accessKeySecret: key.secret })
    .request(action, parameters, { method: 'POST', timeout: 60_000 });

/** Submits an analysis by MPS and returns its id; `more` are further parameters. */
export async function submit(endpoint, object, more = {}) {
  const Input = JSON.stringify({ Bucket: 'example-bucket', Location: 'oss-cn-hangzhou', Object: encodeURIComponent(object) });
  return (await callTo(endpoint, 'mps')('SubmitMediaInfoJob', { Input, Async: 'true', ...more })).MediaInfoJob.JobId;
}

/** The job once it has ended. */
export const ended = (endpoint, JobId) => eventually(`end of job ${JobId}`, async () => {
  const { Job } = await callTo(endpoint, 'own')('GetJob', { JobId });
  return Job.EndedAt && Job;
});

export const analysed = async (endpoint, object, more) => {
  const id = await submit(endpoint, object, more);
  await ended(endpoint, id);
  return id;
};
