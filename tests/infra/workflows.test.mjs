// The repository's GitHub workflows, as far as they can be checked without GitHub.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { files, inRepository, read } from './support/repository.mjs';

const workflows = new Map(files('.github/workflows', () => true).map((path) => [path, parse(read(path))]));
const workflow = (name) => workflows.get(`.github/workflows/${name}.yml`);
const jobs = ({ jobs: listed }) => Object.values(listed);
const steps = (one) => jobs(one).flatMap((job) => job.steps);
const commands = (one) => steps(one).flatMap(({ run }) => run ?? []);

for (const [path, content] of workflows) {
  describe(path, () => {
    test('runs existing scripts', () => {
      const said = commands(content).join('\n');
      const scripts = [...said.matchAll(/\b(?:bash|node) ((?:eng|tests)\/\S+)/g)].map(([, script]) => script);
      assert.deepEqual(scripts.filter((script) => !existsSync(inRepository(script))), []);
      const projects = [...said.matchAll(/dotnet (?:build|test|publish) (\S+)/g)].map(([, project]) => project);
      assert.deepEqual(projects.filter((project) => !existsSync(inRepository(project)) || statSync(inRepository(project)).size === 0), []);
    });

    test('pins every action to a commit and names its release', () => {
      const lines = read(path).split('\n').filter((line) => /\buses:/.test(line));
      assert.equal(lines.length, steps(content).filter(({ uses }) => uses).length);
      assert.notEqual(lines.length, 0);
      assert.deepEqual(lines.filter((line) => !/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line)), []);
    });

    test('pins an action to the same commit everywhere', () => {
      for (const { uses } of steps(content).filter((step) => step.uses)) {
        const [action] = uses.split('@');
        const all = [...workflows.values()].flatMap(steps).map((step) => step.uses ?? '').filter((other) => other.startsWith(`${action}@`));
        assert.deepEqual([...new Set(all)], [uses]);
      }
    });

    test('requests no more permissions than it needs', () => {
      assert.deepEqual(content.permissions, { contents: 'read' });
      for (const { permissions = {} } of jobs(content)) {
        assert.deepEqual(Object.entries(permissions).filter(([name, right]) => right !== 'read' && name !== 'id-token'), []);
      }
    });

    test('leaves no token in the checked-out sources', () => {
      for (const step of steps(content).filter(({ uses }) => uses?.startsWith('actions/checkout@'))) {
        assert.equal(step.with?.['persist-credentials'], false);
      }
    });

    test('runs on a release of Node that gets updates, the same as the other workflows', () => {
      const versions = [...workflows.values()].flatMap(steps).map((step) => step.with?.['node-version']).filter(Boolean);
      // Even releases get updates for three years from the October in which they become LTS.
      assert.deepEqual([...new Set(versions)], [24]);
    });

    test('has a timeout for every job', () => assert.ok(jobs(content).every((job) => job['timeout-minutes'] > 0)));

    test('puts no caller-supplied text into a command', () => {
      assert.doesNotMatch(commands(content).join('\n'), /\$\{\{ *(github\.event|github\.head_ref|inputs)\b/);
    });
  });
}

describe('CI', () => {
  const ci = workflow('ci');

  test('checks everything, and starts the real Functions host', () => {
    assert.ok(commands(ci).includes('bash eng/test.sh'));
    assert.ok(commands(ci).includes('bash eng/test-func.sh'));
  });

  test('builds every job from the same packages', () => {
    assert.equal(ci.env, undefined);
    assert.deepEqual(jobs(ci).filter(({ env }) => env), []);
  });

  test('installs tools in an exact version, the same in every job', () => {
    const installed = commands(ci).flatMap((run) => [...run.matchAll(/npm install --global .*?(\S+)$/gm)].map(([, name]) => name));
    assert.equal(new Set(installed).size, 1);
    assert.match(installed[0], /@\d+\.\d+\.\d+$/);
  });

  test('rehearses an upgrade of each host with the whole history', () => {
    const { steps: all } = ci.jobs.upgrade;
    assert.equal(all[0].with['fetch-depth'], 0);
    for (const run of ['bash eng/rehearse-upgrade.sh', 'bash eng/rehearse-upgrade.sh --func']) {
      assert.ok(all.some((step) => step.run === run), run);
    }
  });

  test('runs the image on both processors', () => {
    const { strategy, 'runs-on': runner } = ci.jobs.image;
    assert.equal(runner, '${{ matrix.runner }}');
    assert.deepEqual(strategy.matrix.include.map(({ other }) => other).sort(), ['linux/amd64', 'linux/arm64']);
  });
});

describe('the audit', () => {
  const audit = workflow('audit');

  test('runs on changes, and once a week', () => {
    assert.deepEqual(Object.keys(audit.on).sort(), ['pull_request', 'push', 'schedule', 'workflow_dispatch']);
    assert.match(audit.on.schedule[0].cron, /^\d+ \d+ \* \* [0-6]$/);
  });

  test('checks the NuGet and npm packages', () => {
    assert.ok(commands(audit).includes('bash eng/audit.sh'));
    const script = read('eng/audit.sh');
    assert.match(script, /-p:NuGetAuditMode=all -p:NuGetAuditLevel=high -p:PackageWarnings=NU1603/);
    assert.match(script, /npm audit --audit-level=high/);
    // The script overrides this property, which keeps the warnings from failing other builds.
    assert.match(read('Directory.Build.props'), /<PackageWarnings>NU1603;NU1901;NU1902;NU1903;NU1904<\/PackageWarnings>/);
  });

  test('fails on an image with a high or critical vulnerability that has a fix', () => {
    const all = steps(audit);
    const scan = all.findIndex(({ uses }) => uses?.startsWith('aquasecurity/trivy-action@'));
    const [, built] = /docker build --tag (\S+) \./.exec(all[scan - 1].run);
    const { 'image-ref': scanned, 'exit-code': code, severity, 'ignore-unfixed': unfixed } = all[scan].with;
    assert.deepEqual([scanned, code, severity, unfixed], [built, '1', 'HIGH,CRITICAL', true]);
  });
});

describe('the deployment workflow', () => {
  const { on, jobs: { approval, deploy } } = workflow('deploy');

  test('is only started manually', () => assert.deepEqual(Object.keys(on), ['workflow_dispatch']));

  test('waits for an approval', () => {
    assert.equal(deploy.environment, 'production');
    assert.equal(deploy.needs, 'approval');
  });

  for (const [rules, code] of [['branch_policy\nrequired_reviewers', 0], ['branch_policy', 1], ['', 1]]) {
    test(`${code ? 'fails' : 'continues'} if the environment has the rules '${rules.replace('\n', ', ')}'`, () => {
      const folder = mkdtempSync(join(tmpdir(), 'mediainfo-approval-'));
      try {
        writeFileSync(join(folder, 'gh'), `#!/bin/sh\necho "$*" >"$ASKED"\nprintf '${rules && `${rules}\n`}'\n`, { mode: 0o755 });
        const asked = join(folder, 'asked');
        const env = { ...process.env, PATH: `${folder}:${process.env.PATH}`, GITHUB_REPOSITORY: 'owner/name', ASKED: asked };
        assert.equal(spawnSync('bash', ['-e', '-c', approval.steps[0].run], { env }).status, code);
        assert.match(readFileSync(asked, 'utf8'), /^api repos\/owner\/name\/environments\/production --jq /);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  }

  test('signs in without a stored password', () => {
    assert.deepEqual(deploy.permissions, { contents: 'read', 'id-token': 'write' });
    assert.equal(approval.permissions['id-token'], undefined);
    assert.match(commands({ jobs: { deploy } }).join('\n'), /azd auth login --federated-credential-provider github/);
  });
});

test('everything pinned is updated: actions, images, and NuGet and npm packages', () => {
  const { updates } = parse(read('.github/dependabot.yml'));
  const renewed = updates.flatMap((update) => (update.directories ?? [update.directory])
    .map((directory) => `${update['package-ecosystem']} in ${directory}, ${update.schedule.interval}`));
  assert.deepEqual(renewed.sort(), [
    'docker in /, weekly', 'github-actions in /, weekly', 'npm in /, weekly', 'npm in /src/MediaInfo.Console, weekly', 'nuget in /, weekly',
  ]);
});

test('SECURITY.md says how to report a vulnerability, for which versions, and links to the threat model', () => {
  const policy = read('SECURITY.md');
  assert.match(policy, /private vulnerability report/i);
  assert.match(policy, /## Supported versions/);
  assert.match(policy, /\(docs\/threat-model\.md\)/);
});
