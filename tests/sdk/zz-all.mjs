import { imsClient } from './support/ims-client.mjs';
import { readdirSync } from 'node:fs';
const { call } = imsClient('http://127.0.0.1:7199', { accessKeyId: 'testid', accessKeySecret: 'testsecret' });
const dir = '/tmp/e2e/media/example-bucket/t';
const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter(e => e.isFile()).map(e => (e.parentPath ?? e.path).slice(dir.length - 1) + '/' + e.name).map(n => n.startsWith('t') ? n : 't' + n);
for (const f of files) {
  try {
    const t = Date.now();
    const { JobId } = await call('SubmitSnapshotJob', { Input: JSON.stringify({ Type: 'OSS', Media: `oss://example-bucket/${encodeURIComponent(f).replaceAll('%2F','/')}` }), Output: JSON.stringify({ Type: 'OSS', Media: `oss://example-bucket/out/${encodeURIComponent(f).replaceAll('%2F','/')}-{Count}.jpg` }), TemplateConfig: JSON.stringify({ TemplateId: process.env.T, OverwriteParams: { FrameType: 'normal', Count: 3, Time: 0 } }) });
    let j;
    for (let i = 0; i < 120; i++) { await new Promise(r => setTimeout(r, 250)); j = (await call('GetSnapshotJob', { JobId })).SnapshotJob; if (j.Status !== 'Init') break; }
    console.log(f.padEnd(50), j.Status, j.Count, j.Code ?? '', j.Message ?? '', j.Reason ?? '', Date.now() - t);
  } catch (e) { console.log(f, e.code, e.message.slice(0, 200)); }
}
