import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { benchmarks } from './benchmarks.mjs';
import { fixed } from './measure.mjs';

const names = { BareHmacSha1: 'bare HMAC-SHA1', RpcVersion1: 'Alibaba, version 1.0', Acs3: 'Alibaba, version 3', SdkHmac: 'Huawei' };

/** Signature checks per second on one core, measured by BenchmarkDotNet. */
export async function signatures(folder) {
  const artifacts = join(folder, 'signatures');
  benchmarks('signatures', artifacts);
  const results = join(artifacts, 'results');
  const report = readdirSync(results).find((name) => name.endsWith('-report-full-compressed.json'));
  const { Benchmarks } = JSON.parse(readFileSync(join(results, report), 'utf8'));
  const [bare] = Benchmarks;
  const line = ({ Method, Statistics: { Mean } }) =>
    `| ${names[Method]} | ${fixed(Mean / 1000)} | ${fixed(1e6 / Mean, 0)},000 | ${fixed(bare.Statistics.Mean / Mean, 2)} |`;
  return ['| scheme | µs a check | checks a second | ratio |', '|---|--:|--:|--:|', ...Benchmarks.map(line)];
}
