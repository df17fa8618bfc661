// Bit rates over time, and what of a description is compared: computed without a browser.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sourceOf } from './support/sources.mjs';

const { average, isCutShort, seriesOf } = await sourceOf('screens/file/rates.ts');
const { chapterCards } = await sourceOf('screens/media/chapters.ts');
const { sidesOf } = await sourceOf('screens/compare/sides.ts');

const rates = (Duration, ...streams) => ({ Interval: 0.25, Duration, Streams: streams.map((BitRates, Index) => ({ Index, Type: 'video', BitRates })) });

describe('bit rates over time', () => {
  test('do not fall at the end of an even stream, whose last interval is cut short', () => {
    assert.deepEqual(seriesOf(rates(1.15, [100, 100, 100, 100, 60])).rates, [[100, 100, 100, 100, 100]]);
  });

  test('join a rest of a packet or two with the point before it', () => {
    const { times, rates: [one] } = seriesOf(rates(1.05, [100, 100, 100, 100, 20]));
    assert.deepEqual([times, one], [[0, 0.25, 0.5, 0.75], [100, 100, 100, 100]]);
  });

  test('stay as they are where a file ends with an interval, or another stream is longer', () => {
    assert.deepEqual(seriesOf(rates(1, [10, 20, 30, 40])).rates, [[10, 20, 30, 40]]);
    assert.deepEqual(seriesOf(rates(1, [10, 20, 30, 40], [10, 20])).rates, [[10, 20, 30, 40], [10, 20, null, null]]);
  });

  test('are averaged over the time that the stream has', () => {
    assert.equal(average([100, 100, 100, 100, 20], rates(1.05)), 100);
    assert.equal(average([100, 50], rates(1)), 75);
    assert.equal(average([], rates(1)), 0);
    // An earlier version did not keep the duration.
    assert.equal(average([100, 50], rates(0)), 75);
  });
});

test('a file is cut short if its packets end long before its headers do', () => {
  assert.equal(isCutShort(0.2, { duration: 20 }), true);
  for (const [end, container] of [[19.5, { duration: 20 }], [3.2, { duration: 4 }], [4, {}], [0.2, { duration: 20, partlyRead: true }]]) {
    assert.equal(isCutShort(end, container), false);
  }
});

describe('chapters of two files', () => {
  const words = { t: (key) => key };
  const card = (...chapters) => chapterCards({ chapters }, words);

  test('are compared by their order, with their times', () => {
    const left = card({ title: 'Intro', startTime: 0, endTime: 1 }, { startTime: 1, endTime: 4 });
    const right = card({ title: 'Intro', startTime: 0, endTime: 2 });
    const [side] = sidesOf(left, right);
    assert.equal(side.kind, 'chapters');
    assert.deepEqual(side.rows.map(({ left: one, right: other, change }) => [one?.value, one?.note, other?.note, change]), [
      ['Intro', '0:00.000 – 0:01.000', '0:00.000 – 0:02.000', 'changed'], ['0:01.000 – 0:04.000', undefined, undefined, 'left'],
    ]);
  });

  test('are no part of the comparison if neither has any', () => assert.deepEqual(sidesOf(card(), card()), []));
});

test('streams of two files are numbered by their kind, so that no two have one name', () => {
  const stream = (kind, index) => ({ key: `${kind}-${index}`, kind, index, headline: '', facts: [] });
  const sides = sidesOf([stream('audio', 1)], [stream('audio', 0), stream('audio', 1)]);
  assert.deepEqual(sides.map(({ kind, number }) => `${kind} ${number}`), ['audio 1', 'audio 2']);
});
