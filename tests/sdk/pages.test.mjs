import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { assertContains } from './support/contains.mjs';
import { eventually } from './support/eventually.mjs';
import { inRepository, mediaFile } from './support/paths.mjs';
import { startService } from './support/service.mjs';

const run = promisify(execFile);

let service;
let folder;
before(async () => {
  service = await startService();
  await service.bucket.uploadFile('demo/sample.mp4', mediaFile('sample.mp4'));
  // Inside the repository, so that the examples find its packages, as they find those in a reader's folder.
  await mkdir(inRepository('artifacts'), { recursive: true });
  folder = await mkdtemp(inRepository('artifacts/pages-'));
});
after(async () => {
  await service?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The text of every code block of a page in that language, adapted to this service. */
async function blocks(page, language) {
  const text = await readFile(inRepository(page), 'utf8');
  const found = [...text.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, 'gms'))].map((match) => match[1]);
  return found.map((block) => block.replaceAll('127.0.0.1:7071', service.endpoint.replace('http://', '')));
}

/** The output of the only shell block of the page with curl. */
async function curl(page) {
  const [script, ...others] = (await blocks(page, 'bash')).filter((block) => block.includes('curl -'));
  assert.equal(others.length, 0, `${page} has more than one block with curl`);
  return JSON.parse((await run('bash', ['-c', script])).stdout);
}

/** The output of the page's block that starts with the file's name, saved as that file. */
async function node(page, file, ...parameters) {
  const script = (await blocks(page, 'js')).find((block) => block.startsWith(`// ${file}\n`));
  assert.ok(script, `${page} has no ${file}`);
  await writeFile(join(folder, file), script);
  const env = { ...process.env, AzureWebJobsStorage: service.connectionString };
  return (await run('node', [file, ...parameters], { cwd: folder, env })).stdout;
}

describe('an example on a page runs as printed', () => {
  test('curl in the README', async () => assertContains(await curl('README.md'), { status: 'SUCCEED', metadata: { format: 'MP4' } }));

  test("Alibaba's SDK in the README", async () =>
    assertContains(JSON.parse(await node('README.md', 'alibaba.mjs')), { duration: '4.000000', width: '320' }));

  test("Huawei's SDK in the README", async () =>
    assertContains(JSON.parse(await node('README.md', 'huawei.mjs')), { status: 'SUCCEED', metadata: { format: 'MP4' } }));

  test('curl and openssl for MPS', async () =>
    assertContains(await curl('docs/mps.md'), { MediaInfoJob: { State: 'Success', Properties: { Duration: '4.000000' } } }));

  test('a job of IMS, and its report', async () => {
    const job = JSON.parse(await node('docs/ims.md', 'ims.mjs'));
    assertContains(job, { Status: 'Success', MediaInfoProperty: { FileBasicInfo: { Duration: '4.000000' } } });
    const report = JSON.parse(await node('docs/report.md', 'report.mjs', job.JobId));
    assertContains(report, { Description: { container: { programCount: 0 } }, Report: { format: { nb_streams: 2 } } });
  });

  test('uploading, and reading messages', async () => {
    await curl('docs/mps.md');
    await eventually('message in the queue', async () =>
      (await node('docs/quickstart.md', 'storage.mjs', mediaFile('sound.mp3'))).includes('"JobId"'));
    assert.ok(await service.bucket.container.getBlobClient('mine/clip.mp4').exists());
  });
});
