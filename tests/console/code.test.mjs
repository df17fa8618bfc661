// The code that the explorer shows: that for Node runs against the service, that in other languages is parsed.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { read } from '../docs/support/languages.mjs';
import { inRepository } from '../sdk/support/paths.mjs';
import { ims } from '../sdk/models/ims.mjs';
import { ConsoleService, key } from './support/service.mjs';
import { sourceOf } from './support/sources.mjs';

const require = createRequire(import.meta.url);
const mts = require('@alicloud/mts20140618');
const { sdkTypes } = await sourceOf('screens/explorer/code/sdkTypes.ts');
const lowerFirst = (name) => name[0].toLowerCase() + name.slice(1);

describe('the types of the SDKs', () => {
  test('of MPS are those of the vendor\'s package', () => {
    const actions = Object.keys(sdkTypes).filter((id) => id.startsWith('mps.'));
    assert.ok(actions.length > 3);
    for (const id of actions) {
      const types = mts[`${id.slice(4)}Request`].types();
      for (const [name, type] of Object.entries(sdkTypes[id])) {
        assert.equal(types[lowerFirst(name)], { long: 'number', integer: 'number' }[type] ?? type, `${id} ${name}`);
      }
    }
  });

  test('of IMS are those of its models', () => {
    for (const [name, { request = {} }] of Object.entries(ims.actions)) {
      const special = Object.entries(request).filter(([, type]) => type !== 'string');
      const own = sdkTypes[`ims.${name}`] ?? {};
      assert.deepEqual(Object.keys(own).sort(), special.map(([member]) => member).sort(), name);
      for (const [member, type] of special) {
        assert.deepEqual(own[member] === 'long' ? 'integer' : own[member], type, `${name} ${member}`);
      }
    }
  });
});

describe('the code of the explorer', () => {
  let service;
  let visit;
  let folder;
  before(async () => {
    service = await ConsoleService.start();
    await service.put('demo/sample.mp4', 'sample.mp4');
    visit = await service.openSignedIn('/');
    // Node looks for packages in the folders above a program.
    folder = await mkdtemp(join(inRepository('artifacts'), 'console-code-'));
  });
  after(async () => {
    await service?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** Goes to an action without losing the key; returns the code for a language, or undefined if there is none. */
  async function codeOf(action, values, title, language) {
    const query = new URLSearchParams(values).toString();
    await visit.page.evaluate((path) => {
      history.pushState(null, '', '/console/');
      dispatchEvent(new PopStateEvent('popstate'));
      history.pushState(null, '', path);
      dispatchEvent(new PopStateEvent('popstate'));
    }, `/console/explorer/${action}${query && `?${query}`}`);
    await visit.page.getByRole('heading', { level: 1, name: action.split('/')[1], exact: true }).waitFor();
    await visit.page.getByRole('tab', { name: title, exact: true }).click();
    const code = visit.page.locator(`[data-code=${language}]`);
    await code.or(visit.page.getByText('This SDK has no call for this action.')).first().waitFor();
    return await code.count() > 0 ? code.textContent() : undefined;
  }

  const input = JSON.stringify({ Bucket: 'example-bucket', Location: 'oss-cn-hangzhou', Object: 'demo%2Fsample.mp4' });
  const media = JSON.stringify({ Type: 'OSS', Media: 'oss://example-bucket/demo/sample.mp4' });
  const task = JSON.stringify({ input: { bucket: 'example-bucket', location: 'region01', object: 'demo/sample.mp4' }, sync: 1 });
  const xml = (name, inner) => `<${name} xmlns="http://mns.aliyuncs.com/doc/v1/">${inner}</${name}>`;
  const queue = { QueueName: 'code-queue' };

  for (const [action, values, says] of [
    ['mps/SubmitMediaInfoJob', { Input: input, Async: 'false', UserData: 'it\'s "q" \\ 输入' }, /"state": "Success"/],
    ['mps/SearchPipeline', { PageNumber: '1', PageSize: '10' }, /"pageNumber": 1/],
    ['mps/AddPipeline', { Name: 'of-code' }, /"name": "of-code"/],
    ['ims/SubmitMediaInfoJob', { Input: media, ScheduleConfig: '{"Priority":8}' }, /"JobId"/],
    ['ims/RegisterMediaInfo', { InputURL: 'oss://example-bucket/demo/sample.mp4' }, /"MediaId"/],
    ['ims/ListMediaInfoJobs', {}, /"Jobs"/],
    ['mpc/CreateExtractTask', { project_id: 'local-project', '~body': task }, /"SUCCEED"/],
    ['mpc/ListExtractTask', { project_id: 'local-project', status: 'SUCCEED', size: '5' }, /"task_id"/],
    ['mns/CreateQueue', { ...queue, '~body': xml('Queue', '<VisibilityTimeout>60</VisibilityTimeout>') }, /^201/],
    ['mns/SendMessage', { ...queue, '~body': xml('Message', '<MessageBody>one &amp; only</MessageBody><Priority>8</Priority>') }, /^201.*"MessageId"/s],
    ['mns/SendMessage', { ...queue, '~body': xml('Message', '<MessageBody>007</MessageBody>') }, /^201.*"MessageId"/s],
    ['mns/BatchSendMessage', { ...queue, '~body': xml('Messages', '<Message><MessageBody>a</MessageBody></Message><Message><MessageBody>b</MessageBody></Message>') }, /^201/],
    ['mns/PeekMessage', queue, /"one & only"/],
    ['mns/GetQueueAttributes', queue, /"VisibilityTimeout": "60"/],
    ['mns/ListQueue', { 'x-mns-prefix': 'code-' }, /code-queue/],
    ['mns/CreateTopic', { TopicName: 'code-topic', '~body': xml('Topic', '') }, /^201/],
    ['mns/PublishMessage', { TopicName: 'code-topic', '~body': xml('Message', '<MessageBody>hello</MessageBody>') }, /"MessageId"/],
  ]) {
    test(`runs in Node: ${action}`, async () => {
      const code = await codeOf(action, values, 'Node.js', 'node');
      assert.doesNotMatch(code, new RegExp(key.secret));
      const file = join(folder, `${action.replace('/', '-')}.mjs`);
      await writeFile(file, code);
      const env = {
        ...process.env, ALIBABA_CLOUD_ACCESS_KEY_ID: key.id, ALIBABA_CLOUD_ACCESS_KEY_SECRET: key.secret, HUAWEICLOUD_SDK_AK: key.id,
        HUAWEICLOUD_SDK_SK: key.secret,
      };
      const { stdout } = await promisify(execFile)(process.execPath, [file], { env, timeout: 60_000 });
      assert.match(stdout, says);
      visit.assertNoFaults();
    });
  }

  test('of our own actions runs in Node', async () => {
    const submitted = await codeOf('mps/SubmitMediaInfoJob', { Input: input, Async: 'false' }, 'Node.js', 'node');
    const env = { ...process.env, ALIBABA_CLOUD_ACCESS_KEY_ID: key.id, ALIBABA_CLOUD_ACCESS_KEY_SECRET: key.secret };
    const run = async (name, code) => {
      await writeFile(join(folder, name), code);
      return (await promisify(execFile)(process.execPath, [join(folder, name)], { env, timeout: 60_000 })).stdout;
    };
    const { mediaInfoJob: { jobId } } = JSON.parse(await run('job.mjs', submitted));
    assert.match(await run('report.mjs', await codeOf('mediainfo/GetProbeReport', { JobId: jobId }, 'Node.js', 'node')), /"Report"/);
  });

  for (const [language, title, grammar] of [
    ['node', 'Node.js', 'js'], ['python', 'Python', 'python'], ['java', 'Java', 'java'], ['go', 'Go', 'go'], ['csharp', 'C#', 'csharp'],
  ]) {
    test(`in ${title} is well-formed for every action, with every parameter given`, async () => {
      const document = await (await fetch(`${service.endpoint}/openapi.json`)).json();
      let count = 0;
      for (const operation of Object.values(document.paths).flatMap((methods) => Object.values(methods))) {
        if (!operation['x-action']) {
          continue;
        }
        const { dialect, name } = operation['x-action'];
        const values = Object.fromEntries((operation.parameters ?? []).map((parameter) => [parameter.name, textOf(parameter.example)]));
        const code = await codeOf(`${dialect}/${name}`, values, title, language);
        if (code !== undefined) {
          await read({ language: grammar, text: code }).catch((error) => assert.fail(`${name}: ${error.message}\n${code}`));
          count += 1;
        }
      }
      assert.ok(count >= 35, `${count} actions have code in ${title}`);
      visit.assertNoFaults();
    });
  }
});

const textOf = (value) => (typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value));
