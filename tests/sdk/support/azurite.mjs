import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Child } from './child.mjs';
import { azuriteScript } from './paths.mjs';
import { freePorts } from './ports.mjs';

// The emulator's well-known account.
const account = 'devstoreaccount1';
const key = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

export async function startAzurite(folder) {
  const ports = await freePorts(3);
  const [blob, queue, table] = ports;
  const data = join(folder, 'azurite');
  await mkdir(data, { recursive: true });
  const options = ['--location', data, '--disableTelemetry', '--silent', '--skipApiVersionCheck', '--loose'];
  const hosts = ['blob', 'queue', 'table'].flatMap((name, i) => [`--${name}Host`, '127.0.0.1', `--${name}Port`, ports[i]]);
  const command = [process.execPath, azuriteScript, ...options, ...hosts.map(String)];
  const child = new Child('Azurite', command, { log: join(folder, 'azurite.log') });
  try {
    for (const port of ports) {
      await child.answers(`http://127.0.0.1:${port}/${account}?comp=list`, () => true);
    }
  } catch (error) {
    await child.stop();
    throw error;
  }
  const connectionString = [
    'DefaultEndpointsProtocol=http',
    `AccountName=${account}`,
    `AccountKey=${key}`,
    `BlobEndpoint=http://127.0.0.1:${blob}/${account}`,
    `QueueEndpoint=http://127.0.0.1:${queue}/${account}`,
    `TableEndpoint=http://127.0.0.1:${table}/${account}`,
  ].join(';');
  return { connectionString, stop: () => child.stop() };
}
