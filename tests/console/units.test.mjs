// Numbers as people read them: rounding never reaches the next unit, nor says that all is done while something is left.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sourceOf } from './support/sources.mjs';

const { ago, bitRate, bytes, clock, frequency, span } = await sourceOf('screens/shared/units.ts');
const { percent } = await sourceOf('ui/percent.ts');

const KiB = 1024;

describe('a number in the largest unit that it fills', () => {
  for (const [write, name, cases] of [
    [bytes, 'bytes', [
      [0, '0 B'], [1023, '1,023 B'], [KiB, '1 KiB'], [1023.4 * KiB, '1,023 KiB'], [1023.5 * KiB, '1 MiB'], [1023.99 * KiB, '1 MiB'],
      [KiB ** 2 - 1, '1 MiB'], [9.999 * KiB, '10 KiB'], [99.99 * KiB, '100 KiB'], [KiB ** 3 - 1, '1 GiB'], [KiB ** 5, '1,024 TiB'],
    ]],
    [bitRate, 'a bit rate', [
      [999, '999 bit/s'], [999.6, '1 kbit/s'], [999_499, '999 kbit/s'], [999_500, '1 Mbit/s'], [999_999_999, '1 Gbit/s'], [79_640, '79.6 kbit/s'],
    ]],
    [frequency, 'a frequency', [[999.4, '999 Hz'], [999.6, '1 kHz'], [44_100, '44.1 kHz']]],
    [span, 'a time', [
      [0, '0 ms'], [999.4, '999 ms'], [999.6, '1 s'], [9_996, '10 s'], [59_940, '59.9 s'], [59_960, '1 min 0 s'], [59_999, '1 min 0 s'],
      [60_000, '1 min 0 s'], [119_999, '1 min 59 s'], [3_599_999, '59 min 59 s'], [3_600_000, '1 h 0 min'], [7_199_999, '1 h 59 min'],
      [90_000_000, '25 h 0 min'],
    ]],
  ]) {
    test(`is written so: ${name}`, () => cases.forEach(([value, text]) => assert.equal(write(value, 'en'), text)));
  }

  test('never reads as the step to the next unit, whatever the number', () => {
    for (let value = 1; value < 1e12; value = value * 1.0007 + 0.31) {
      assert.doesNotMatch(bytes(value, 'en'), /^1,024 (B|KiB|MiB|GiB)$/);
      assert.doesNotMatch(bitRate(value, 'en'), /^1,000 (bit|kbit|Mbit)\/s$/);
      assert.doesNotMatch(span(value, 'en'), /^(1,000 ms|60 s|60 min .*|.* 60 (s|min))$/);
      assert.doesNotMatch(clock(value / 1000), /:60|\.1000/);
    }
  });
});

test('a moment is in the largest unit that has passed', () => {
  const now = Date.parse('2024-03-01T12:00:00Z');
  const after = (seconds) => ago(new Date(now - seconds * 1000).toISOString(), now, 'en');
  assert.deepEqual([after(-5), after(59.4), after(59.6), after(3_599.6), after(86_399.6)], ['now', '59 seconds ago', '1 minute ago', '1 hour ago', 'yesterday']);
});

test('a share is 100 % when nothing is left, and 0 % when nothing is there', () => {
  assert.deepEqual([0, 0.001, 0.5, 0.999, 1, 1.2, -1].map(percent), [0, 1, 50, 99, 100, 100, 0]);
  assert.equal(percent(9_999 / 10_000), 99);
  assert.equal(percent(0.29), 29);
});
