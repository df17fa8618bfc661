import type { AccountInfo } from '../../api/account.ts';
import { callRpc, versions } from '../../api/client.ts';
import { encoded, type ObjectName } from './address.ts';

interface Answer {
  readonly MediaInfoJob: { readonly JobId: string };
}

/**
 * Where MPS is to look for an object: the place that its address named, if the service has it, or else the service's own. Buckets
 * are the service's, whatever region an address was copied from.
 */
function locationOf(name: ObjectName, account: AccountInfo | undefined): string | undefined {
  const known = account?.Locations ?? [];
  return (known.find(({ Name }) => Name === name.location) ?? known.find(({ Dialect }) => Dialect === 'mps'))?.Name;
}

/** Whether an address named a place that the service does not have. */
export const isElsewhere = (name: ObjectName, account: AccountInfo | undefined): boolean =>
  name.location !== undefined && account !== undefined && !account.Locations.some(({ Name }) => Name === name.location);

/**
 * Submits an analysis as a program of a customer's does, and answers its id at once. MPS wants a location; without a known one,
 * an address of IMS does the same.
 */
export async function submitAnalysis(name: ObjectName, deep: boolean, account: AccountInfo | undefined): Promise<string> {
  const location = locationOf(name, account);
  const config = deep ? { Config: { Deep: true } } : {};
  if (location === undefined) {
    const media = { Type: 'OSS', Media: `oss://${name.bucket}/${encoded(name.object)}` };
    return (await callRpc<Answer>('SubmitMediaInfoJob', { Input: media, ...config }, { version: versions.ims })).MediaInfoJob.JobId;
  }
  const input = { Bucket: name.bucket, Location: location, Object: encoded(name.object) };
  return (await callRpc<Answer>('SubmitMediaInfoJob', { Input: input, Async: 'true', ...config }, { version: versions.mps })).MediaInfoJob.JobId;
}

/** The service's own templates of snapshots. */
const templates = { snapshots: '5e1f0a6c0d0b4c6fa7a3d1e2b9c80001', sprite: '5e1f0a6c0d0b4c6fa7a3d1e2b9c80002' } as const;

const columns = 10;

/** Frames of a sprite: two a second of a short video, and at most a hundred. */
export const spriteFrames = (duration: number | undefined): number =>
  duration === undefined ? 100 : Math.max(columns, Math.min(100, Math.round(duration * 2)));

const order = async (from: ObjectName, to: string, bucket: string, template: string, over: object): Promise<string> =>
  (await callRpc<{ JobId: string }>('SubmitSnapshotJob', {
    Input: { Type: 'OSS', Media: `oss://${from.bucket}/${encoded(from.object)}` },
    Output: { Type: 'OSS', Media: `oss://${bucket}/${encoded(to).replace(/%7B(\w+)%7D/g, '{$1}')}` },
    TemplateConfig: { TemplateId: template, OverwriteParams: over },
  }, { version: versions.ims })).JobId;

/** Orders snapshots and a sprite of a video; answers the ids of both jobs. */
export async function submitPictures(from: ObjectName, bucket: string, folder: string, duration: number | undefined): Promise<string[]> {
  const count = spriteFrames(duration);
  const grid = { Columns: columns, Lines: Math.ceil(count / columns), CellWidth: 240 };
  return [
    await order(from, `${folder}/{Count}.jpg`, bucket, templates.snapshots, { FrameType: 'normal', Count: 8, Width: 480 }),
    await order(from, `${folder}/sprite-{TileCount}.jpg`, bucket, templates.sprite, {
      FrameType: 'normal', Count: count, SpriteSnapshotConfig: grid,
    }),
  ];
}
