import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Child } from './child.mjs';
import { ffmpeg, ffprobe, functionsFolder } from './paths.mjs';
import { freePorts } from './ports.mjs';

// Settings of Standalone's workers, by their name in the Functions host, which processes the queues itself.
const hostNames = { MediaInfo__Worker__MaxCallbackDeliveries: 'AzureFunctionsJobHost__extensions__queues__maxDequeueCount' };

/** The same service in the real Functions host; eng/test-func.sh builds it and copies its settings. */
export async function startFunctions(folder, connectionString, settings = {}) {
  if (!existsSync(join(functionsFolder, 'local.settings.json'))) {
    throw new Error('the Functions app is not laid out: bash eng/test-func.sh');
  }
  const [port] = await freePorts(1);
  const endpoint = `http://127.0.0.1:${port}`;
  // If CONTAINER_NAME is set, the host assumes that it runs in a Linux Consumption plan.
  const command = ['env', '-C', functionsFolder, '-u', 'CONTAINER_NAME', 'func', 'start', '--no-build', '--port', String(port)];
  const env = {
    AzureWebJobsStorage: connectionString,
    // The visibility timeout of a failed queue message; host.json's is longer than a test waits.
    AzureFunctionsJobHost__extensions__queues__visibilityTimeout: '00:00:10',
    MediaInfo__Probe__FfprobePath: ffprobe,
    MediaInfo__Frames__FfmpegPath: ffmpeg,
    // Tests of other features must not be throttled on a fast machine.
    MediaInfo__Gateway__RequestsPerSecond: '10000',
    ...Object.fromEntries(Object.entries(settings).map(([name, value]) => [hostNames[name] ?? name, value])),
  };
  // With MEDIAINFO_SDK_LOGS, all logs are kept for later inspection.
  const log = join(process.env.MEDIAINFO_SDK_LOGS ?? folder, `functions-${port}.log`);
  const child = new Child('The Functions host', command, { log, env });
  try {
    await child.answers(`${endpoint}/health/ready`, (status) => status === 200);
  } catch (error) {
    await child.stop();
    throw error;
  }
  return { endpoint, log, stop: () => child.stop() };
}
