import { imsClient } from './support/ims-client.mjs';
const { call } = imsClient('http://127.0.0.1:7199', { accessKeyId: 'testid', accessKeySecret: 'testsecret' });
const key = process.argv[2] ?? 'demo/sample.mp4';
const { MediaId } = await call('RegisterMediaInfo', { InputURL: `oss://example-bucket/${key}`, Overwrite: true, SmartTagTemplateId: 'S00000101-300080' });
console.log(MediaId, new Date());
let b;
for (let i = 0; i < 60; i++) {
  await new Promise(r => setTimeout(r, 1000));
  const got = await call('GetMediaInfo', { MediaId, ReturnDetailedInfo: '{"AiRoughData.StandardSmartTagJob":true}' });
  b = got.MediaInfo;
  if (b.MediaBasicInfo.Snapshots?.length > 4 && b.AiRoughData?.Status !== 'Analyzing') break;
}
console.log(JSON.stringify(b, null, 1), new Date());
