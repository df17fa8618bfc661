import assert from 'node:assert/strict';
import { createHmac, randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { assertContains } from './support/contains.mjs';
import { local, mpsClients, other, reader } from './support/mps-clients.mjs';
import { inputOf, jobsBy, refused, requestIdForm, unknownId } from './support/mps.mjs';
import { mediaFile } from './support/paths.mjs';
import { startService } from './support/service.mjs';
import { minutesAhead, schemes, send, v1, v3 } from './support/signed.mjs';

const narrow = { accessKeyId: 'narrow', accessKeySecret: 'narrowsecret' };
const elsewhere = { accessKeyId: 'elsewhere', accessKeySecret: 'elsewheresecret' };
const temporary = { accessKeyId: 'temporary', accessKeySecret: 'temporarysecret' };
const keySettings = (n, { accessKeyId, accessKeySecret }, allow) => ({
  [`MediaInfo__Accounts__List__0__Keys__${n}__Id`]: accessKeyId,
  [`MediaInfo__Accounts__List__0__Keys__${n}__Secret`]: accessKeySecret,
  [`MediaInfo__Accounts__List__0__Keys__${n}__Allow__0`]: allow,
});

let service;
let second;
before(async () => {
  service = await startService({
    settings: {
      ...keySettings(2, narrow, 'mts:QueryMediaInfoJobList'),
      ...keySettings(3, elsewhere, 'ice:*'),
      ...keySettings(4, temporary, 'mts:*'),
      MediaInfo__Accounts__List__0__Keys__4__SecurityToken: 'right/token+1==',
    },
  });
  second = await service.another();
  await service.bucket.uploadFile('sample.mp4', mediaFile('sample.mp4'));
});
after(() => service?.stop());

const pipelineMissing = ['InvalidParameter.ResourceNotFound', 404, /Pipeline/];
const submission = (UserData) => ({ Input: inputOf('sample.mp4'), Async: true, UserData });

for (const { name, create } of mpsClients) {
  describe(`accounts by ${name}`, () => {
    const as = (key) => {
      const client = create(service.endpoint, key);
      const call = (action, params) => client.call(action, params);
      return { call, ...jobsBy(call) };
    };

    describe('another account', () => {
      test('sees no job of this one', async () => {
        const { JobId } = (await as(local).submit('sample.mp4')).MediaInfoJob;
        const answer = await as(other).query(JobId);
        assert.deepEqual(answer.MediaInfoJobList.MediaInfoJob, []);
        assert.deepEqual(answer.NonExistMediaInfoJobIds.String, [JobId]);
        assertContains(await as(local).job(JobId), { JobId });
      });

      test('cannot see, use, change or delete a pipeline of this one', async (t) => {
        const mine = as(local);
        const { Id } = (await mine.call('AddPipeline', { Name: 'of-mine' })).Pipeline;
        t.after(() => mine.call('DeletePipeline', { PipelineId: Id }));
        const standard = (await mine.submit('sample.mp4')).MediaInfoJob.PipelineId;
        const { call, submit } = as(other);
        const Input = inputOf('sample.mp4').replace('example-bucket', 'other-bucket');
        for (const PipelineId of [Id, standard]) {
          assert.deepEqual((await call('QueryPipelineList', { PipelineIds: PipelineId })).NonExistPids.String, [PipelineId]);
          await refused(submit('sample.mp4', { Async: true, PipelineId, Input }), ...pipelineMissing);
          await refused(call('UpdatePipeline', { PipelineId, Name: 'taken', State: 'Paused' }), ...pipelineMissing);
          await refused(call('DeletePipeline', { PipelineId }), ...pipelineMissing);
        }
        const found = (await call('SearchPipeline', { PageSize: 100 })).PipelineList.Pipeline.map((pipeline) => pipeline.Id);
        assert.equal(found.length, 1);
        assert.ok(!found.includes(Id) && !found.includes(standard));
        const kept = await mine.call('QueryPipelineList', { PipelineIds: Id });
        assertContains(kept.PipelineList.Pipeline, [{ Name: 'of-mine', State: 'Active' }]);
      });
    });

    describe('a key', () => {
      test('of the same account sees the same jobs and pipelines', async () => {
        const { JobId, PipelineId } = (await as(local).submit('sample.mp4')).MediaInfoJob;
        assertContains(await as(reader).job(JobId), { JobId });
        const { PipelineList } = await as(reader).call('QueryPipelineList', { PipelineIds: PipelineId });
        assertContains(PipelineList.Pipeline, [{ Id: PipelineId }]);
        assert.ok((await as(reader).call('SearchPipeline', {})).TotalCount >= 1);
      });

      test('with read permission only is refused everything else, without effect', async () => {
        const { call, submit } = as(reader);
        const denied = ['Forbidden.RAM', 403, /User not authorized to operate on the specified resource/];
        const before = (await call('SearchPipeline', { PageSize: 100 })).TotalCount;
        await refused(submit('sample.mp4'), ...denied);
        await refused(call('AddPipeline', { Name: 'forbidden' }), ...denied);
        await refused(call('UpdatePipeline', { PipelineId: unknownId(), Name: 'a', State: 'Active' }), ...denied);
        await refused(call('DeletePipeline', { PipelineId: unknownId() }), ...denied);
        assert.equal((await call('SearchPipeline', { PageSize: 100 })).TotalCount, before);
      });

      test('for one action may do only that', async () => {
        assert.ok(await as(narrow).query(unknownId()));
        await refused(as(narrow).call('QueryPipelineList', { PipelineIds: unknownId() }), 'Forbidden.RAM', 403);
      });

      test('for another product may do nothing here', () => refused(as(elsewhere).query(unknownId()), 'Forbidden.RAM', 403));
    });

    describe('a security token', () => {
      test('is ignored if the key has none', async () => {
        const client = as({ ...local, securityToken: 'any/token+1==' });
        assertContains((await client.submit('sample.mp4')).MediaInfoJob, { State: 'Analyzing' });
      });

      test('must match if the key has one', async () => {
        const withToken = (securityToken) => as({ ...temporary, securityToken }).query(unknownId());
        assert.ok(await withToken('right/token+1=='));
        await refused(withToken('wrong/token+1=='), 'InvalidSecurityToken.MismatchWithAccessKey', 400);
        await refused(as(temporary).query(unknownId()), 'MissingSecurityToken', 400);
      });
    });
  });
}

/** The error in an answer. */
function assertRefused(answer, code, status, message = /\S/) {
  const error = answer.json();
  assert.equal(error.Code, code, error.Message);
  assert.equal(answer.status, status);
  assert.match(error.RequestId, requestIdForm);
  assert.match(error.Message, message);
  return error;
}

function assertAccepted(answer) {
  assert.equal(answer.status, 200, answer.text);
  assert.equal(answer.json().Code, undefined);
  return answer.json();
}

const used = ['SignatureNonceUsed', 400, /signature nonce was used already/];

for (const { name, sign } of schemes) {
  describe(`a request signed by hand with ${name}`, () => {
    const signed = (action, params, how) => sign(service.endpoint, action, params, how);
    const asked = (how) => signed('QueryMediaInfoJobList', { MediaInfoJobIds: unknownId() }, how);

    describe('that is sent again', () => {
      test('is refused, whether it reads or changes', async () => {
        for (const request of [asked(), signed('SubmitMediaInfoJob', submission('once'))]) {
          assertAccepted(await send(request));
          assertRefused(await send(request), ...used);
          assertRefused(await send(request), ...used);
        }
      });

      test('is also refused by another process if it changes something', async () => {
        const changes = { SubmitMediaInfoJob: submission('once'), AddPipeline: { Name: 'once' } };
        for (const [action, params] of Object.entries(changes)) {
          const request = signed(action, params);
          assertAccepted(await send(request));
          assertRefused(await send(request, second.endpoint), ...used);
        }
      });

      test('at the same moment is accepted once', async () => {
        const request = signed('SubmitMediaInfoJob', submission('once'));
        const doors = [service.endpoint, second.endpoint, service.endpoint, second.endpoint];
        const answers = await Promise.all(doors.map((door) => send(request, door)));
        assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 400, 400, 400]);
        answers.filter(({ status }) => status === 400).forEach((answer) => assertRefused(answer, ...used));
      });
    });

    describe('with a nonce', () => {
      test('of another key is accepted', async () => {
        const nonce = randomUUID();
        assertAccepted(await send(asked({ nonce })));
        assertAccepted(await send(asked({ nonce, key: reader })));
      });

      test('used before with a wrong signature is accepted', async () => {
        const nonce = randomUUID();
        const wrong = { ...local, accessKeySecret: 'wrong' };
        assertRefused(await send(asked({ nonce, key: wrong })), 'SignatureDoesNotMatch', 400);
        assertAccepted(await send(asked({ nonce })));
      });
    });

    describe('with a time', () => {
      for (const minutes of [-14, 14]) {
        test(`${minutes} minutes from now is accepted`, async () => {
          assertAccepted(await send(asked({ time: minutesAhead(minutes) })));
        });
      }

      for (const minutes of [-16, 16, -60 * 24 * 365]) {
        test(`${minutes} minutes from now is refused`, async () => {
          assertRefused(await send(asked({ time: minutesAhead(minutes) })), 'InvalidTimeStamp.Expired', 400, /expired/);
        });
      }

      for (const time of ['now', String(Date.now()), '2024-01-02 03:04:05', '2024-13-02T03:04:05Z']) {
        test(`written ${time} is refused`, async () => {
          assertRefused(await send(asked({ time })), 'InvalidTimeStamp.Format', 400, /not well formatted/);
        });
      }
    });

    test('with a wrong secret gets the string to sign, but neither the secret nor the right signature', async () => {
      const params = { MediaInfoJobIds: unknownId() };
      const request = signed('QueryMediaInfoJobList', params, { key: { ...local, accessKeySecret: 'wrong' } });
      const answer = await send(request);
      const { Message } = assertRefused(answer, 'SignatureDoesNotMatch', 400);
      assert.ok(Message.includes(request.stringToSign), Message);
      const [algorithm, encoding] = name === 'V3' ? ['sha256', 'hex'] : ['sha1', 'base64'];
      const key = name === 'V3' ? 'testsecret' : 'testsecret&';
      const right = createHmac(algorithm, key).update(request.stringToSign).digest(encoding);
      for (const secret of ['testsecret', right, encodeURIComponent(right)]) {
        assert.ok(!answer.text.includes(secret), answer.text);
      }
    });

    test('with an unknown key gets 404', async () => {
      const answer = await send(asked({ key: { accessKeyId: 'nobody', accessKeySecret: 'nothing' } }));
      assertRefused(answer, 'InvalidAccessKeyId.NotFound', 404, /Specified access key is not found/);
    });

    test('for an unknown version is refused', async () => {
      assertRefused(await send(asked({ version: '1999-01-01' })), 'InvalidVersion', 400, /Version is not valid/);
    });

    for (const action of ['SubmitNothing', 'queryMediaInfoJobList', 'QUERYMEDIAINFOJOBLIST']) {
      test(`for the action ${action} gets 404`, async () => {
        assertRefused(await send(signed(action, {})), 'InvalidAction.NotFound', 404, /Specified api is not found/);
      });
    }

    test('with a method other than GET and POST is refused', async () => {
      for (const method of ['PUT', 'DELETE', 'PATCH']) {
        const { url, init } = asked();
        assertRefused(await send({ url, init: { ...init, method } }), 'UnsupportedHTTPMethod', 400);
      }
    });
  });
}

describe('a V1 request', () => {
  const asked = (params, how) =>
    v1(service.endpoint, { Action: 'QueryMediaInfoJobList', Format: 'JSON', MediaInfoJobIds: unknownId(), ...params }, how);

  for (const name of ['Action', 'Version', 'AccessKeyId', 'Signature', 'Timestamp', 'SignatureNonce']) {
    test(`without ${name} is refused`, async () => {
      for (const value of [undefined, '']) {
        const answer = await send(asked({ [name]: value }));
        assertRefused(answer, `Missing${name}`, 400, new RegExp(`${name} is mandatory for this action`));
      }
    });
  }

  test('may omit the signature method and version, or write the method in any case', async () => {
    assertAccepted(await send(asked({ SignatureMethod: undefined, SignatureVersion: undefined })));
    assertAccepted(await send(asked({ SignatureMethod: 'Hmac-Sha1' })));
  });

  const others = [
    { SignatureMethod: 'SHA256withRSA' },
    { SignatureMethod: 'HMAC-SHA256' },
    { SignatureMethod: 'RSA-SHA1' },
    { SignatureVersion: '2.0' },
  ];
  for (const other of others) {
    test(`with ${Object.entries(other)[0].join(' ')} is refused`, async () => {
      assertRefused(await send(asked(other)), 'InvalidSignatureMethod', 400, /signature method is not valid/);
    });
  }

  test('with an unknown bearer token is refused', async () => {
    const answer = await send(asked({ SignatureType: 'BEARERTOKEN', BearerToken: 'token' }));
    assertRefused(answer, 'InvalidBearerToken', 400, /BearerToken is not valid/);
  });

  test('whose method or parameter was changed in transit is refused', async () => {
    const { url, init } = asked({});
    const mismatch = ['SignatureDoesNotMatch', 400];
    assertRefused(await send({ url, init: { ...init, method: 'POST' } }), ...mismatch);
    assertRefused(await send({ url: `${url}&UserData=more`, init }), ...mismatch);
    assertRefused(await send({ url: url.replace('MediaInfoJobIds=', 'MediaInfoJobIds=0'), init }), ...mismatch);
  });

  test('does not take its action from an unsigned header', async () => {
    const answer = await send(asked({}, { headers: { 'x-acs-action': 'DeletePipeline', 'x-acs-version': '1999-01-01' } }));
    assert.deepEqual(assertAccepted(answer).MediaInfoJobList, { MediaInfoJob: [] });
  });
});

describe('a V3 request', () => {
  const asked = (options) => v3(service.endpoint, 'QueryMediaInfoJobList', { MediaInfoJobIds: unknownId() }, options);
  const needed = ['host', 'x-acs-action', 'x-acs-version', 'x-acs-date', 'x-acs-signature-nonce', 'x-acs-content-sha256'];

  for (const name of needed) {
    test(`that does not sign ${name} is refused`, async () => {
      assertRefused(await send(asked({ unsigned: [name] })), 'IncompleteSignature', 400);
    });
  }

  for (const algorithm of ['ACS4-HMAC-SHA256', 'ACS3-RSA-SHA256', 'ACS3-HMAC-SM3', 'Basic', 'Bearer']) {
    test(`signed with ${algorithm} is refused`, async () => {
      const answer = await send(asked({ algorithm }));
      assertRefused(answer, 'InvalidSignatureMethod', 400, /signature method is not valid/);
    });
  }

  test('whose Authorization lacks a part is refused', async () => {
    const { url, init } = asked();
    const parts = init.headers.authorization.replace('ACS3-HMAC-SHA256 ', '').split(',');
    for (const part of parts) {
      const authorization = `ACS3-HMAC-SHA256 ${parts.filter((other) => other !== part).join(',')}`;
      const answer = await send({ url, init: { ...init, headers: { ...init.headers, authorization } } });
      assertRefused(answer, 'IncompleteSignature', 400);
    }
  });

  test('whose body, query or signed header was changed in transit is refused', async () => {
    const form = { type: 'application/x-www-form-urlencoded', body: 'UserData=first' };
    const { url, init } = asked(form);
    const changed = [
      { url, init: { ...init, body: 'UserData=other' } },
      { url: `${url}&UserData=more`, init },
      { url, init: { ...init, headers: { ...init.headers, 'x-acs-action': 'SearchPipeline' } } },
    ];
    for (const request of changed) {
      const told = /server StringToSign is \[ACS3-HMAC-SHA256\n[0-9a-f]{64}\]/;
      assertRefused(await send(request), 'SignatureDoesNotMatch', 400, told);
    }
    assertAccepted(await send({ url, init }));
  });

  test('may read with GET and put its parameters in a form', async () => {
    assertAccepted(await send(asked({ method: 'GET' })));
    const body = `MediaInfoJobIds=${unknownId()}`;
    const options = { type: 'application/x-www-form-urlencoded', body };
    assertAccepted(await send(v3(service.endpoint, 'QueryMediaInfoJobList', {}, options)));
  });
});

describe('an unsigned request', () => {
  const unsigned = [
    ['is empty', 'GET', '/', {}, ''],
    ['has a malformed query', 'GET', '/?&&=&%zz=%&a=%ff%fe&b', {}, ''],
    ['has a malformed form', 'POST', '/', { 'content-type': 'application/x-www-form-urlencoded' }, '&=%&%zz=1'],
    ['has a malformed JSON body', 'POST', '/', { 'content-type': 'application/json' }, '{"Action":'],
    ['has a lone surrogate in its JSON', 'POST', '/', { 'content-type': 'application/json' }, '{"UserData":"\\ud83d"}'],
    ['has a lone surrogate in a JSON name', 'POST', '/', { 'content-type': 'application/json' }, '{"\\ud83d":"a"}'],
  ];
  for (const [what, method, path, headers, body] of unsigned) {
    test(`that ${what} is refused for its missing action`, async () => {
      const init = { method, headers: { ...headers, accept: 'application/json' }, body };
      assertRefused(await send({ url: `${service.endpoint}${path}`, init }), 'MissingAction', 400);
    });
  }

  test('that exceeds the size limit is refused', async () => {
    const init = { method: 'POST', headers: { accept: 'application/json' }, body: 'x'.repeat(300 * 1024) };
    assertRefused(await send({ url: `${service.endpoint}/`, init }), 'InvalidParameter.OutOfRange', 413);
  });
});
