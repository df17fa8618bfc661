import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Child } from './child.mjs';
import { ffprobe, settingsFile, standaloneDll } from './paths.mjs';
import { freePorts } from './ports.mjs';

export async function startStandalone(folder, connectionString, settings = {}) {
  if (!existsSync(standaloneDll)) {
    throw new Error('MediaInfo.Standalone is not built: dotnet build src/MediaInfo.Standalone -c Release');
  }
  const [port] = await freePorts(1);
  const endpoint = `http://127.0.0.1:${port}`;
  const command = ['dotnet', standaloneDll, '--settings', settingsFile, '--urls', endpoint];
  const env = {
    AzureWebJobsStorage: connectionString,
    MediaInfo__Probe__FfprobePath: ffprobe,
    // Tests of other features must not be throttled on a fast machine.
    MediaInfo__Gateway__RequestsPerSecond: '10000',
    ...settings,
  };
  const log = join(folder, `standalone-${port}.log`);
  const child = new Child('Standalone', command, { log, env });
  try {
    await child.answers(`${endpoint}/health/ready`, (status) => status === 200);
  } catch (error) {
    await child.stop();
    throw error;
  }
  return { endpoint, log, pid: child.process.pid, stop: () => child.stop() };
}
