import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Child } from '../sdk/support/child.mjs';
import { ffprobe } from '../sdk/support/paths.mjs';
import { freePorts } from '../sdk/support/ports.mjs';

const published = process.env.MEDIAINFO_UPGRADE ?? '';

export const isFunctionsHost = process.env.MEDIAINFO_SDK_HOST === 'func';

// The names by which two hosts of one app tell each other apart are those of the cloud; see bench/func/hosts.mjs.
const asInstance = (name) => ({
  AzureFunctionsWebHost__hostid: 'mediainfo-upgraded',
  WEBSITE_CURRENT_STAMPNAME: 'upgraded',
  RoleInstanceId: name,
});

/** Starts the 'previous' or the 'current' version, as published, on the storage or, without one, on the embedded store in `data`. */
export async function startVersion(version, folder, { storage = '', data } = {}) {
  const app = join(published, version);
  if (!existsSync(join(app, 'local.settings.json'))) {
    throw new Error('there are no versions to start: run eng/rehearse-upgrade.sh');
  }
  const [port] = await freePorts(1);
  const endpoint = `http://127.0.0.1:${port}`;
  const command = isFunctionsHost
    // If CONTAINER_NAME is set, the host assumes that it runs in a Linux Consumption plan.
    ? ['env', '-C', app, '-u', 'CONTAINER_NAME', 'func', 'start', '--no-build', '--port', String(port)]
    : ['dotnet', join(app, 'MediaInfo.Standalone.dll'), '--settings', join(app, 'local.settings.json'), '--urls', endpoint];
  const env = {
    AzureWebJobsStorage: storage,
    MediaInfo__Probe__FfprobePath: ffprobe,
    MediaInfo__Gateway__RequestsPerSecond: '10000',
    // Every job reads its object, so that all of them can be under way.
    MediaInfo__Probe__RememberedObjects: '0',
    ...(data && { MediaInfo__Storage__Local__Directory: data }),
    ...(isFunctionsHost && asInstance(`${version}-${port}`)),
  };
  const child = new Child(`The ${version} version`, command, { log: join(folder, `${version}-${port}.log`), env });
  try {
    await child.answers(`${endpoint}/health/ready`, (status) => status === 200);
  } catch (error) {
    await child.stop();
    throw error;
  }
  return { endpoint, pid: child.process.pid, stop: () => child.stop() };
}
