// Every SDK calls the service over https, with a certificate that a private authority signed.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { signedByOwnAuthority } from './support/certificates.mjs';
import { inRepository, mediaFile } from './support/paths.mjs';
import { isFunctionsHost, startService } from './support/service.mjs';

const run = promisify(execFile);
const folder = await mkdtemp(join(tmpdir(), 'mediainfo-tls-'));
const tls = isFunctionsHost ? undefined : await signedByOwnAuthority(folder);
const skip = isFunctionsHost ? 'the platform ends TLS before a Functions app' : tls ? false : 'openssl is not installed';

after(() => rm(folder, { recursive: true, force: true }));

describe('over https with a private authority', { skip }, () => {
  let service;
  before(async () => {
    service = await startService({ tls });
    await service.bucket.uploadFile('sample.mp4', mediaFile('sample.mp4'));
  });
  after(() => service?.stop());

  const outcomes = async (env) => {
    const script = inRepository('tests/sdk/support/tls-caller.mjs');
    const { stdout } = await run(process.execPath, [script, service.endpoint, 'sample.mp4'], { env: { ...process.env, ...env }, timeout: 300_000 });
    return JSON.parse(stdout.split('\n').filter(Boolean).at(-1));
  };

  test('every SDK submits and queries', async () => {
    assert.match(service.endpoint, /^https:/);
    assert.deepEqual(await outcomes({ NODE_EXTRA_CA_CERTS: tls.ca }), {
      'pop-core, V1 by GET': 'Success',
      'pop-core, V1 by POST': 'Success',
      'mts20140618, V1': 'Success',
      'mts20140618, V3': 'Success',
      'openapi-client, ims': 'Success',
      'openapi-client, media library': 'oss',
      'huaweicloud-sdk-core': 'SUCCEED',
    });
  });

  test('no SDK calls a service whose authority it does not trust', async () => {
    for (const [name, outcome] of Object.entries(await outcomes({ NODE_EXTRA_CA_CERTS: '' }))) {
      assert.match(String(outcome), /^failed: .*(certificate|self-signed)/s, name);
    }
  });
});
