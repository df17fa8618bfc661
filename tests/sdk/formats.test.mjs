import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { eventually } from './support/eventually.mjs';
import { local, mpsClients, other } from './support/mps-clients.mjs';
import { inputOf, jobsBy, requestIdForm, unknownId } from './support/mps.mjs';
import { mediaFile } from './support/paths.mjs';
import { sharing, startService } from './support/service.mjs';
import { schemes, send, v1, v3 } from './support/signed.mjs';

const jsonType = 'application/json;charset=utf-8';
const xmlType = 'text/xml;charset=utf-8';
const declaration = /^<\?xml version="1\.0" encoding="utf-8"\?>/i;

let service;
before(async () => {
  service = await startService({ settings: { ...sharing(1), MediaInfo__Accounts__List__1__FlatLists: 'true' } });
  await service.bucket.uploadFile('subtitles.mkv', mediaFile('subtitles.mkv'));
});
after(() => service?.stop());

const ask = (params, how) => send(v1(service.endpoint, { Action: 'QueryMediaInfoJobList', ...params }, how));
const jobsOf = (key) => jobsBy((action, params) => mpsClients[0].create(service.endpoint, key).call(action, params));

/** Converts a JSON body to XML by the documented rule, with empty elements in their long form. */
function xmlOf(name, value) {
  if (Array.isArray(value)) {
    return value.map((item) => xmlOf(name, item)).join('');
  }
  const escaped = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#xD;' };
  const content =
    typeof value === 'object'
      ? Object.entries(value).map(([member, inner]) => xmlOf(member, inner)).join('')
      : String(value).replace(/[&<>\r]/g, (c) => escaped[c]);
  return `<${name}>${content}</${name}>`;
}

/** The root element of an answer in XML, with empty elements in their long form. */
function rootOf({ type, text }) {
  assert.equal(type, xmlType);
  assert.match(text, declaration);
  return text.replace(declaration, '').replace(/<(\w+)\s*\/>/g, '<$1></$1>');
}

const requestIdIn = (xml) => xml.match(/<RequestId>(.*?)<\/RequestId>/)?.[1];

describe('the format', () => {
  const v3Query = (options, params) =>
    send(v3(service.endpoint, 'QueryMediaInfoJobList', { MediaInfoJobIds: unknownId(), ...params }, options));
  const jsonAnswers = [
    ['V1 with Format=JSON', () => ask({ Format: 'JSON', MediaInfoJobIds: unknownId() })],
    ['V1 with Format=json', () => ask({ Format: 'json', MediaInfoJobIds: unknownId() })],
    ['V1 by POST with Format=JSON', () => ask({ Format: 'JSON', MediaInfoJobIds: unknownId() }, { method: 'POST' })],
    ['V3 as the SDKs send it', () => v3Query({})],
    ['V3 that names no format', () => v3Query({ accept: '' })],
  ];
  const xmlAnswers = [
    ['V1 with Format=XML', () => ask({ Format: 'XML', MediaInfoJobIds: unknownId() })],
    ['V1 with Format=xml', () => ask({ Format: 'xml', MediaInfoJobIds: unknownId() })],
    ['V1 without Format', () => ask({ MediaInfoJobIds: unknownId() })],
    ['V1 by POST without Format', () => ask({ MediaInfoJobIds: unknownId() }, { method: 'POST' })],
    ['V3 with Format=XML', () => v3Query({}, { Format: 'XML' })],
  ];
  for (const [what, answered] of jsonAnswers) {
    test(`of ${what} is JSON`, async () => {
      const answer = await answered();
      assert.deepEqual([answer.status, answer.type], [200, jsonType]);
      assert.match(answer.json().RequestId, requestIdForm);
    });
  }

  for (const [what, answered] of xmlAnswers) {
    test(`of ${what} is XML`, async () => {
      const answer = await answered();
      assert.equal(answer.status, 200);
      assert.match(requestIdIn(rootOf(answer)), requestIdForm);
    });
  }

  test('that is neither is refused, with an error in JSON', async () => {
    for (const Format of ['YAML', 'JSONP', 'text/xml']) {
      const answer = await ask({ Format, MediaInfoJobIds: unknownId() });
      assert.deepEqual([answer.status, answer.type], [400, jsonType]);
      assert.equal(answer.json().Code, 'InvalidParameter.Format');
      assert.match(answer.json().RequestId, requestIdForm);
    }
  });
});

describe('an answer in XML', () => {
  const { submit, finished, told } = jobsOf(local);

  test('has the documented root and elements, with the items of a list in a wrapper', async () => {
    const unknown = [unknownId(), unknownId()];
    const xml = rootOf(await ask({ Format: 'XML', MediaInfoJobIds: unknown.join(',') }));
    const ids = unknown.map((id) => `<String>${id}</String>`).join('');
    const members = [
      `<RequestId>${requestIdIn(xml)}</RequestId>`,
      '<MediaInfoJobList></MediaInfoJobList>',
      `<NonExistMediaInfoJobIds>${ids}</NonExistMediaInfoJobIds>`,
    ];
    const [, content] = xml.match(/^<QueryMediaInfoJobListResponse>(.*)<\/QueryMediaInfoJobListResponse>$/s) ?? assert.fail(xml);
    members.forEach((member) => assert.ok(content.includes(member), `${member} in ${content}`));
    assert.equal(content.length, members.join('').length);
  });

  test('of a failed job has each member as an element', async () => {
    const UserData = 'a <b> & "c" \'d\' 值';
    const id = (await submit('nowhere/missing.mp4', { Async: true, UserData })).MediaInfoJob.JobId;
    const { MessageId } = await told(id);
    const { CreationTime, PipelineId, Message, Reason, ProbeUsage } = await finished(id);
    const xml = rootOf(await ask({ Format: 'XML', MediaInfoJobIds: id }));
    const expected = [
      `<JobId>${id}</JobId>`,
      '<State>Fail</State>',
      `<CreationTime>${CreationTime}</CreationTime>`,
      `<PipelineId>${PipelineId}</PipelineId>`,
      '<Async>true</Async>',
      `<UserData>a &lt;b&gt; &amp; "c" 'd' 值</UserData>`,
      '<Input><Bucket>example-bucket</Bucket><Location>oss-cn-hangzhou</Location><Object>nowhere%2Fmissing.mp4</Object></Input>',
      '<Code>InvalidParameter.ResourceNotFound</Code>',
      xmlOf('Message', Message),
      xmlOf('Reason', Reason),
      xmlOf('ProbeUsage', ProbeUsage),
      `<MNSMessageResult><MessageId>${MessageId}</MessageId></MNSMessageResult>`,
    ];
    const inside = /<MediaInfoJobList><MediaInfoJob>(.*)<\/MediaInfoJob><\/MediaInfoJobList>/s;
    const [, content] = xml.match(inside) ?? assert.fail(xml);
    expected.forEach((member) => assert.ok(content.includes(member), `${member} in ${content}`));
    assert.equal(content.length, expected.join('').length);
  });

  test('of a successful job has the same members as the JSON', async () => {
    const UserData = 'lines\nand\ttabs ]]> &amp; 🎬';
    const id = (await submit('subtitles.mkv', { Async: true, UserData })).MediaInfoJob.JobId;
    await told(id);
    const json = (await ask({ Format: 'JSON', MediaInfoJobIds: id })).json();
    assert.equal(json.MediaInfoJobList.MediaInfoJob[0].State, 'Success');
    const xml = rootOf(await ask({ Format: 'XML', MediaInfoJobIds: id }));
    const expected = xmlOf('QueryMediaInfoJobListResponse', { ...json, RequestId: requestIdIn(xml) });
    assert.equal(xml, expected);
    assert.equal(xml.match(/<SubtitleStream>/g).length, 2);
    assert.equal(xml.match(/<SubtitleStreamList>/g).length, 1);
  });

  test('escapes a carriage return, which an XML reader would otherwise drop', async () => {
    const id = (await submit('nowhere/missing.mp4', { Async: true, UserData: 'one\r\ntwo\rthree' })).MediaInfoJob.JobId;
    const xml = rootOf(await ask({ Format: 'XML', MediaInfoJobIds: id }));
    assert.match(xml, /<UserData>one&#x0*D;(\n|&#x0*A;)two&#x0*D;three<\/UserData>/i);
  });

  test('of a submission and of a pipeline search has the root of its action', async () => {
    const submitted = await ask({ Action: 'SubmitMediaInfoJob', Input: inputOf('subtitles.mkv'), Async: true });
    assert.match(rootOf(submitted), /^<SubmitMediaInfoJobResponse>.*<State>Analyzing<\/State>.*<\/SubmitMediaInfoJobResponse>$/s);
    const searched = rootOf(await ask({ Action: 'SearchPipeline' }));
    assert.match(searched, /^<SearchPipelineResponse>.*<TotalCount>1<\/TotalCount>.*<\/SearchPipelineResponse>$/s);
    assert.match(searched, /<PipelineList><Pipeline><Id>[0-9a-f]{32}<\/Id><Name>default<\/Name>/);
  });

  test('of an error is the Error element with its members', async () => {
    const answer = await ask({ Format: 'XML' });
    assert.equal(answer.status, 400);
    const xml = rootOf(answer);
    const members = {
      RequestId: requestIdIn(xml),
      HostId: new URL(service.endpoint).host,
      Code: 'InvalidParameter',
      Message: 'The specified parameter "MediaInfoJobIds" is invalid.',
    };
    assert.match(members.RequestId, requestIdForm);
    assert.equal(xml, xmlOf('Error', members));
  });
});

test('an error in JSON has the same members', async () => {
  const answer = await ask({ Format: 'JSON' });
  assert.deepEqual([answer.status, answer.type], [400, jsonType]);
  const { RequestId, ...rest } = answer.json();
  assert.match(RequestId, requestIdForm);
  assert.deepEqual(rest, {
    HostId: new URL(service.endpoint).host,
    Code: 'InvalidParameter',
    Message: 'The specified parameter "MediaInfoJobIds" is invalid.',
  });
});

describe('an account with flat lists', () => {
  const flat = { key: other };

  test('gets JSON arrays without an inner element', async () => {
    const id = (await jobsOf(other).submit('subtitles.mkv')).MediaInfoJob.JobId;
    const unknown = unknownId();
    const MediaInfoJobIds = [id, unknown].join(',');
    const json = await eventually(`callback result of ${id}`, async () => {
      const found = (await ask({ Format: 'JSON', MediaInfoJobIds }, flat)).json();
      return found.MediaInfoJobList[0].MNSMessageResult && found;
    });
    assert.deepEqual(json.NonExistMediaInfoJobIds, [unknown]);
    assert.deepEqual(json.MediaInfoJobList.map((job) => [job.JobId, job.State]), [[id, 'Success']]);
    const { VideoStreamList, AudioStreamList, SubtitleStreamList } = json.MediaInfoJobList[0].Properties.Streams;
    const codecs = (list) => list.map((stream) => stream.CodecName);
    assert.deepEqual([codecs(VideoStreamList), codecs(AudioStreamList)], [['h264'], ['aac']]);
    assert.equal(SubtitleStreamList.length, 2);

    const xml = rootOf(await ask({ Format: 'XML', MediaInfoJobIds }, flat));
    assert.equal(xml, xmlOf('QueryMediaInfoJobListResponse', { ...json, RequestId: requestIdIn(xml) }));
  });

  test('gets XML items repeated under the name of the list', async () => {
    const unknown = [unknownId(), unknownId()];
    const xml = rootOf(await ask({ Format: 'XML', MediaInfoJobIds: unknown.join(',') }, flat));
    const items = unknown.map((id) => `<NonExistMediaInfoJobIds>${id}</NonExistMediaInfoJobIds>`).join('');
    assert.ok(xml.includes(items), xml);
    assert.ok(!xml.includes('<String>') && !xml.includes('<MediaInfoJob>'), xml);
  });

  test('gets pipelines and an empty job list as plain arrays too', async () => {
    const found = (await ask({ Action: 'SearchPipeline', Format: 'JSON' }, flat)).json();
    assert.deepEqual(found.PipelineList.map((pipeline) => pipeline.Name), ['default']);
    const none = (await ask({ Format: 'JSON', MediaInfoJobIds: unknownId() }, flat)).json();
    assert.deepEqual(none.MediaInfoJobList, []);
  });

  test('gets objects without lists like any other account', async () => {
    const submission = { Action: 'SubmitMediaInfoJob', Input: inputOf('subtitles.mkv'), Async: true };
    const json = (await ask({ Format: 'JSON', ...submission }, flat)).json();
    assert.equal(json.MediaInfoJob.State, 'Analyzing');
    assert.equal(json.MediaInfoJob.Input.Object, 'subtitles.mkv');
  });

  test('does not change what other accounts get', async () => {
    const json = (await ask({ Format: 'JSON', MediaInfoJobIds: unknownId() })).json();
    assert.deepEqual(json.MediaInfoJobList, { MediaInfoJob: [] });
  });
});

describe('UserData', () => {
  const texts = {
    quotes: `it's "quoted" and \\back\\slashed`,
    'Chinese and emoji': '测试-用户数据 🎬👩‍👩‍👧‍👦',
    'a JSON text': '{"key":"value","list":[1,2,{"a":"值"}],"escaped":"\\u4e2d\\n"}',
    markup: '<b>&amp;</b> <![CDATA[x]]> <!-- y -->',
    'reserved characters': `!*'();:@&=+$,/?#[]%20%2F~ a+b`,
    'line ends and blanks': ' first\r\nsecond\n\tthird ',
    '1,024 bytes': 'x'.repeat(1024),
    '1,024 bytes of Chinese': `${'值'.repeat(341)}x`,
  };
  const longer = ['x'.repeat(1025), '值'.repeat(342)];

  for (const { name, sign } of schemes) {
    test(`comes back unchanged by ${name}`, async () => {
      for (const [what, UserData] of Object.entries(texts)) {
        const params = { Input: inputOf('nowhere/missing.mp4'), Async: true, UserData };
        const submitted = (await send(sign(service.endpoint, 'SubmitMediaInfoJob', params))).json().MediaInfoJob;
        assert.equal(submitted.UserData, UserData, what);
        const query = sign(service.endpoint, 'QueryMediaInfoJobList', { MediaInfoJobIds: submitted.JobId });
        const answer = await send(query);
        assert.equal(answer.json().MediaInfoJobList.MediaInfoJob[0].UserData, UserData, what);
        const message = await service.callbacks.of(submitted.JobId);
        assert.equal(message.UserData, UserData, what);
      }
    });

    test(`of 1,025 bytes is refused by ${name}`, async () => {
      for (const UserData of longer) {
        const params = { Input: inputOf('nowhere/missing.mp4'), Async: true, UserData };
        const answer = await send(sign(service.endpoint, 'SubmitMediaInfoJob', params));
        assert.deepEqual([answer.status, answer.json().Code], [400, 'InvalidParameter.OutOfRange']);
        assert.match(answer.json().Message, /UserData/);
      }
    });
  }

  test('is not escaped in JSON, neither non-ASCII text nor markup', async () => {
    const UserData = `测试 🎬 <b>'&+`;
    const params = { Action: 'SubmitMediaInfoJob', Format: 'JSON', Input: inputOf('nowhere/missing.mp4'), Async: true, UserData };
    const { text } = await ask(params);
    assert.ok(text.includes(`"UserData":"${UserData}"`), text);
  });
});

describe('RequestId', () => {
  test('is in every answer, and always different', async () => {
    const answers = await Promise.all([
      ask({ Format: 'JSON', MediaInfoJobIds: unknownId() }),
      ask({ Format: 'JSON', MediaInfoJobIds: unknownId() }),
      ask({ Format: 'JSON' }),
      ask({ Format: 'JSON', Action: 'SubmitNothing' }),
      ask({ Format: 'JSON', MediaInfoJobIds: unknownId(), Signature: 'wrong' }),
    ]);
    const ids = answers.map((answer) => answer.json().RequestId);
    ids.forEach((id) => assert.match(id, requestIdForm));
    assert.equal(new Set(ids).size, ids.length);
  });

  // Durable Functions logs its own lines about an orchestration, whose id is the job's.
  const isDurables = (line) =>
    /: Function '.*' (started|awaited|scheduled|completed|failed)|orchestration with (instance )?ID '/.test(line);
  const linesWith = (...texts) =>
    service.logged().split('\n').filter((line) => texts.every((text) => line.includes(text)) && !isDurables(line));

  test('is in the log lines of a submission and of the end of its job', async () => {
    const { submit, told } = jobsOf(local);
    const { RequestId, MediaInfoJob } = await submit('subtitles.mkv');
    await told(MediaInfoJob.JobId);
    await eventually('the lines of the job', () => linesWith(MediaInfoJob.JobId).length >= 2);
    assert.ok(linesWith(MediaInfoJob.JobId).every((line) => line.includes(RequestId)), linesWith(MediaInfoJob.JobId).join('\n'));
  });

  test('is in the log line of a refusal, which contains no secret', async () => {
    const { RequestId } = (await ask({ Format: 'JSON', MediaInfoJobIds: unknownId(), Signature: 'wrong' })).json();
    const refusal = () => linesWith(RequestId, 'SignatureDoesNotMatch', 'testid');
    await eventually('the line of the refusal', () => refusal().length > 0);
    assert.equal(refusal().length, 1);
    assert.deepEqual(linesWith('testsecret'), []);
  });
});
