import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Child } from './child.mjs';
import { ffmpeg, ffprobe, settingsFile, standaloneDll } from './paths.mjs';
import { freePorts } from './ports.mjs';

/** Starts the service; with `tls` (files `cert` and `key`) on https. */
export async function startStandalone(folder, connectionString, settings = {}, { tls } = {}) {
  if (!existsSync(standaloneDll)) {
    throw new Error('MediaInfo.Standalone is not built: dotnet build src/MediaInfo.Standalone -c Release');
  }
  const [port, healthPort] = await freePorts(2);
  const endpoint = `${tls ? 'https' : 'http'}://127.0.0.1:${port}`;
  const command = ['dotnet', standaloneDll, '--settings', settingsFile, '--urls', endpoint];
  const env = {
    AzureWebJobsStorage: connectionString,
    MediaInfo__Probe__FfprobePath: ffprobe,
    MediaInfo__Frames__FfmpegPath: ffmpeg,
    // Tests of other features must not be throttled on a fast machine.
    MediaInfo__Gateway__RequestsPerSecond: '10000',
    ...(tls && {
      MediaInfo__Http__Certificate__Path: tls.cert,
      MediaInfo__Http__Certificate__KeyPath: tls.key,
      // This process does not trust the certificate, so it asks for health without TLS.
      MediaInfo__Http__HealthPort: String(healthPort),
    }),
    ...settings,
  };
  const log = join(folder, `standalone-${port}.log`);
  const child = new Child('Standalone', command, { log, env });
  try {
    await child.answers(`${tls ? `http://127.0.0.1:${healthPort}` : endpoint}/health/ready`, (status) => status === 200);
  } catch (error) {
    await child.stop();
    throw error;
  }
  return { endpoint, log, pid: child.process.pid, stop: () => child.stop() };
}
