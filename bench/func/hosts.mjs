import { join } from 'node:path';
import { Child } from '../../tests/sdk/support/child.mjs';
import { ffprobe } from '../../tests/sdk/support/paths.mjs';
import { freePorts } from '../../tests/sdk/support/ports.mjs';
import { startStandalone } from '../../tests/sdk/support/standalone.mjs';
import { killTree } from '../processes.mjs';
import { everyObject, unlimited } from '../settings.mjs';

const measured = { ...unlimited, ...everyObject };

// The deployment's scale profile `large`: a second host owns no control queue unless there are several.
const large = {
  AzureFunctionsJobHost__extensions__durableTask__storageProvider__partitionCount: '4',
  AzureFunctionsJobHost__extensions__durableTask__storageProvider__maxQueuePollingInterval: '00:00:01',
  AzureFunctionsJobHost__extensions__queues__maxPollingInterval: '00:00:01',
};

/** The kinds of deployment that are compared, by the name of their column. */
export const kinds = {
  'one host': { processes: 1, start: startFunctions },
  'two hosts': {
    processes: 2,
    start: (folder, storage, settings, name) => startFunctions(folder, storage, { ...large, ...settings }, name),
    sharesQueues: true,
  },
  'Standalone': { processes: 1, start: (folder, storage, settings) => startStandalone(folder, storage, { ...measured, ...settings }) },
};

/**
 * Starts the published app, in MEASURE_APP. Each host needs a name of its own as a durable worker: the default is the machine's,
 * and two workers of one name would share each other's leases of control queues. The extension builds the name from what a cloud
 * host has. The host id, by which all instances of an app agree on who runs a timer, is the same for both, as in the cloud.
 */
async function startFunctions(folder, storage, settings, name) {
  const [port] = await freePorts(1);
  const endpoint = `http://127.0.0.1:${port}`;
  // If CONTAINER_NAME is set, the host assumes that it runs in a Linux Consumption plan.
  const command = ['env', '-C', process.env.MEASURE_APP, '-u', 'CONTAINER_NAME', 'func', 'start', '--no-build', '--port', String(port)];
  const env = {
    AzureWebJobsStorage: storage,
    AzureFunctionsWebHost__hostid: 'mediainfo-measured',
    WEBSITE_CURRENT_STAMPNAME: 'measured',
    RoleInstanceId: name,
    MediaInfo__Probe__FfprobePath: ffprobe,
    ...measured,
    ...settings,
  };
  const log = join(folder, `functions-${port}.log`);
  const child = new Child('The Functions host', command, { log, env });
  const stop = () => child.stop();
  try {
    await child.answers(`${endpoint}/health/ready`, (status) => status === 200);
  } catch (error) {
    await stop();
    throw error;
  }
  return { endpoint, log, pid: child.process.pid, stop };
}

/** Ends a host and its worker with SIGKILL. */
export function crash(host) {
  killTree(host.pid);
}
