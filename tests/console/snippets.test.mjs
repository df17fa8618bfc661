// The texts and numbers of a form in the code of each language: what a compiler reads is what the form has.
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { read } from '../docs/support/languages.mjs';
import { inRepository } from '../sdk/support/paths.mjs';
import { sourceOf } from './support/sources.mjs';

const run = promisify(execFile);
const { dialectsOf } = await sourceOf('screens/explorer/model/describe.ts');
const { snippetOf } = await sourceOf('screens/explorer/code/snippets.ts');
const { indentJson, readJson, writeJson } = await sourceOf('api/json.ts');
const actions = dialectsOf(JSON.parse(await readFile(inRepository('src/MediaInfo.Api/Console/openapi.json'), 'utf8'))).flatMap((dialect) => dialect.actions);

function codeOf(language, id, parameters, body = '') {
  const action = actions.find((one) => one.id === id);
  return snippetOf(language, { action, values: { scheme: 'v3', parameters, body }, origin: 'http://127.0.0.1:7071' }).code;
}

const texts = {
  quotes: 'it\'s "quoted" `so`',
  backslashes: '\\ \\n \\" \\u0041 C:\\temp\\',
  'line breaks': 'a\nb\rc\r\nd\u2028e\u2029f\u0085g\vh\fi',
  'tabs and controls': '\t\b\u0000\u0001\u001b\u007f\u009f',
  'signs of templates': '$x ${y} {z} {{0}} %s %d #{w}',
  'characters of every plane': '输入 é 😀 \u{20000} \u{e0041}',
  'what nobody sees': '\u00a0\u200b\u200d\ufeff\u202e\u2066',
  'a very long text': '测试"'.repeat(30_000),
};
const half = 'half of a pair: \ud83d and \ude00';

// The literal of UserData in the code of SubmitMediaInfoJob.
const places = {
  node: /userData: ('.*'),/, python: /user_data=(".*"),/, java: /\.setUserData\((.*)\)/, go: /UserData: tea\.String\((".*")\),/, csharp: /UserData = (".*"),/,
};

const literalOf = (language, text) => {
  const code = codeOf(language, 'mps.SubmitMediaInfoJob', { Input: '{}', UserData: text });
  const line = code.split('\n').find((one) => places[language].test(one));
  assert.ok(line, code.slice(0, 2000));
  return places[language].exec(line)[1];
};

const has = (program) => spawnSync(program, ['--version']).status === 0;

/** What a program prints for the literals: each as base64 of UTF-8, a line each. */
const printed = async (program, ...args) =>
  (await run(program, args, { maxBuffer: 1e8 })).stdout.trim().split('\n').map((line) => Buffer.from(line.trim(), 'base64').toString());

const evaluate = {
  node: async (literals) => literals.map((literal) => new Function(`'use strict'; return ${literal};`)()),
  python: async (literals, folder) => {
    const file = join(folder, 'literals.py');
    await writeFile(file, `import ast, base64, sys\nfor line in open(sys.argv[1], encoding="utf-8", newline="\\n"):\n    print(base64.b64encode(ast.literal_eval(line.strip("\\n")).encode()).decode())\n`);
    await writeFile(join(folder, 'literals.txt'), literals.join('\n'));
    return printed('python3', file, join(folder, 'literals.txt'));
  },
  java: async (literals, folder) => {
    const lines = literals.map((literal) => `        print(${literal});\n`).join('');
    const file = join(folder, 'Literals.java');
    await writeFile(file, `import java.nio.charset.StandardCharsets;\nimport java.util.Base64;\n\npublic class Literals {\n    static void print(String text) {\n`
      + `        System.out.println(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));\n    }\n\n    public static void main(String[] args) {\n${lines}    }\n}\n`);
    return printed('java', '-Dfile.encoding=UTF-8', file);
  },
};

describe('a text in the code', () => {
  let folder;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mediainfo-snippets-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  for (const [language, program] of [['node', process.execPath], ['python', 'python3'], ['java', 'java']]) {
    test(`of ${language} is read as it was typed`, { skip: !has(program) && `there is no ${program}` }, async () => {
      const read = await evaluate[language](Object.values(texts).map((text) => literalOf(language, text)), folder);
      Object.entries(texts).forEach(([what, text], index) => assert.equal(read[index], text, what));
      assert.deepEqual(await evaluate[language]([literalOf(language, half)], folder), [half.toWellFormed()], 'as UTF-8 sends it');
    });
  }

  // Every escape of these is one of JSON too, but for Go's of eight digits.
  for (const language of ['go', 'csharp']) {
    test(`of ${language} has only escapes that the language has, and no character that ends a line`, () => {
      for (const [what, text] of Object.entries({ ...texts, half })) {
        const literal = literalOf(language, text);
        assert.doesNotMatch(literal, /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u, what);
        const asJson = literal.replace(/\\\\|\\U([0-9a-f]{8})/g, (whole, code) => (code ? String.fromCodePoint(parseInt(code, 16)) : whole));
        assert.ok(language === 'go' || asJson === literal, what);
        assert.equal(JSON.parse(asJson), text.toWellFormed(), what);
        assert.ok(language !== 'go' || !/\\ud[89a-f]/i.test(literal), `${what}: no code point of Go`);
      }
    });
  }

  for (const [language, grammar] of [['node', 'js'], ['python', 'python'], ['java', 'java'], ['go', 'go'], ['csharp', 'csharp']]) {
    test(`of ${language} keeps every action's code well-formed`, async () => {
      const ugly = Object.values(texts).slice(0, -1).join(' ');
      for (const action of actions) {
        const parameters = Object.fromEntries(action.parameters.map(({ name }) => [name, ugly]));
        const body = action.body?.type === 'xml'
          ? action.body.example.replace(/>([^<>]+)</g, '>&#10;"\\ 007 x)<')
          : JSON.stringify({ input: { bucket: ugly, object: null }, output: [ugly, [], {}], sync: true, user_data: 12.5, more: null });
        const snippet = snippetOf(language, { action, values: { scheme: 'v3', parameters, body }, origin: 'http://127.0.0.1:7071' });
        if (snippet) {
          await read({ language: grammar, text: snippet.code }).catch((error) => assert.fail(`${action.id}: ${error.message}\n${snippet.code}`));
        }
      }
    });
  }
});

describe('a value in the code', () => {
  test('that is true, false or null in JSON is none of JSON\'s words in Python', () => {
    const code = codeOf('python', 'mpc.CreateExtractTask', { project_id: 'p' }, '{"input":{"bucket":"b","location":null,"object":"o"},"sync":true,"user_data":false}');
    assert.match(code, /body=models\.CreateExtractTaskReq\(\n {4}input=models\.ObsObjInfo\(bucket="b", object="o"\),\n {4}sync="true",\n {4}user_data="false",\n\)/);
  });

  test('keeps every digit of a long number', () => {
    const big = '9007199254740993';
    for (const [language, expected] of [
      ['node', `cateId: '${big}'`], ['python', `cate_id=${big}`], ['java', `.setCateId(${big}L)`], ['go', `CateId: tea.Int64(${big})`], ['csharp', `CateId = ${big}L`],
    ]) {
      const code = codeOf(language, 'ims.RegisterMediaInfo', { InputURL: 'oss://b/o', CateId: big });
      assert.ok(code.includes(language === 'node' ? expected.replace('cateId', 'CateId') : expected), code);
    }
    const nested = codeOf('java', 'mpc.CreateExtractTask', { project_id: 'p' }, `{"input":{"bucket":"b"},"user_data":${big}}`);
    assert.match(nested, new RegExp(`withUserData\\("${big}"\\)`));
  });

  test('is no number of Java, Go or C# if it has more bits than the SDK\'s type, and never an octal one', () => {
    for (const [language, small, large] of [
      ['java', '.setPageSize(10)', '.setPageSize("2147483648")'], ['go', 'PageSize: tea.Int32(10)', 'PageSize: tea.String("2147483648")'],
      ['csharp', 'PageSize = 10,', 'PageSize = "2147483648"'],
    ]) {
      assert.ok(codeOf(language, 'ims.ListMediaInfoJobs', { PageSize: '0010' }).includes(small), language);
      assert.ok(codeOf(language, 'ims.ListMediaInfoJobs', { PageSize: '2147483648' }).includes(large), language);
    }
    const message = '<Message><MessageBody>x</MessageBody><DelaySeconds>010</DelaySeconds><Priority>8); evil(</Priority></Message>';
    for (const [language, expected] of [['go', 'DelaySeconds: 10, Priority: 8}'], ['python', 'Message("x", 10, None)'], ['java', 'setDelaySeconds(10);']]) {
      const code = codeOf(language, 'mns.SendMessage', { QueueName: 'q' }, message);
      assert.ok(code.includes(expected), code);
      assert.ok(!code.includes('evil'), code);
    }
  });
});

describe('JSON', () => {
  const text = '{"b":12345678901234567890,"10":1.50,"2":[],"a":{"x":[1e400,-0,"1 { \\" 2",{}]},"":null}';

  test('keeps its numbers and the order of its members when it is indented', () => {
    const indented = indentJson(text);
    assert.equal(indented.replace(/\n */g, '').replaceAll('": ', '":'), text);
    assert.deepEqual(JSON.parse(indented), JSON.parse(text));
    assert.equal(indentJson('{"a":[1,{}],"b":{"c":2}}'), JSON.stringify({ a: [1, {}], b: { c: 2 } }, null, 2));
  });

  test('is read with its numbers as they were written', () => {
    assert.equal(writeJson(readJson(text)), '{"2":[],"10":1.50,"b":12345678901234567890,"a":{"x":[1e400,-0,"1 { \\" 2",{}]},"":null}');
    assert.throws(() => readJson('{"a":01}'), SyntaxError);
    assert.equal(writeJson(readJson('"5"')), '"5"');
    assert.equal(writeJson(readJson('5')), '5');
  });
});
