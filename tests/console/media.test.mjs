// What the screens compute without a browser: addresses, facts of streams, time lines, differences.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sourceOf } from './support/sources.mjs';

const { ownHostsOf, readAddress } = await sourceOf('screens/file/address.ts');
const { cards } = await sourceOf('screens/media/cards.ts');
const { difference } = await sourceOf('screens/media/difference.ts');
const { timeLine } = await sourceOf('screens/media/timeline.ts');
const { isStill } = await sourceOf('screens/media/still.ts');
const { lineLook } = await sourceOf('screens/file/lineLook.ts');
const { spacing } = await sourceOf('screens/file/rates.ts');
const { cellAt, frameAt, frames } = await sourceOf('screens/file/sprite.ts');
const { parametersOf, readFilters, writeFilters } = await sourceOf('screens/jobs/filters.ts');
const { pause } = await sourceOf('screens/shared/pace.ts');

// A text is its key with its values, so that tests see what is said.
const words = { locale: 'en', t: (key, values = {}) => [key.split('.').at(-1), ...Object.values(values)].join(' ') };

const stream = (more) => ({ index: 0, tags: {}, dispositions: [], isAttachedPicture: false, ...more });
const file = (more) => ({
  container: { tags: {}, duration: 4 }, videoStreams: [], audioStreams: [], subtitleStreams: [], otherStreams: [], chapters: [],
  durationInaccurate: false, ...more,
});
const video = (more) => {
  const [, card] = cards(file({ videoStreams: [stream(more)] }), words);
  return Object.fromEntries(card.facts.map(({ label, value, note }) => [label.split('.').at(-1), note ? `${value} | ${note}` : value]));
};

describe('a pasted address', () => {
  const hosts = ownHostsOf({ host: '127.0.0.1:7071', hostname: '127.0.0.1' });
  const name = (bucket, object, location) => ({ kind: 'object', name: { bucket, object, ...(location && { location }) } });
  for (const [text, expected] of [
    ['oss://b-1/a/b%20c.mp4', name('b-1', 'a/b c.mp4')],
    [' "example-bucket/dir/100%.mp4" ', name('example-bucket', 'dir/100%.mp4')],
    ['https://b-1.oss-cn-hangzhou-internal.aliyuncs.com/a%2Bb.mp4?Signature=x#t=1', name('b-1', 'a+b.mp4', 'oss-cn-hangzhou')],
    ['https://b-1.obs.region01.myhuaweicloud.com/a.mp4', name('b-1', 'a.mp4', 'region01')],
    ['https://account1.blob.core.windows.net/b-1/a.mp4?sig=x', name('b-1', 'a.mp4')],
    ['b-1.oss-cn-shanghai.aliyuncs.com/a.mp4', name('b-1', 'a.mp4', 'oss-cn-shanghai')],
    ['http://127.0.0.1:7071/objects/b-1/a%20b.mp4?Expires=1&Signature=x', name('b-1', 'a b.mp4')],
    ['http://localhost:7071/objects/console/file', name('console', 'file')],
    ['http://127.0.0.1:7071/console/file?job=1#x', { kind: 'page', href: '/console/file?job=1#x' }],
    ['localhost:7071/console', { kind: 'page', href: '/console' }],
    ['http://127.0.0.1:7071/b-1/a.mp4', { kind: 'own', path: '/b-1/a.mp4' }],
    ['http://127.0.0.1:7071/v1/p/extract-metadata', { kind: 'own', path: '/v1/p/extract-metadata' }],
    ['http://127.0.0.1:7072/console/file', { kind: 'foreign', host: '127.0.0.1' }],
    ['https://example.com/a.mp4', { kind: 'foreign', host: 'example.com' }],
    ['ftp://example.com/a', { kind: 'foreign', host: 'ftp://' }],
    ['oss://b-1/', { kind: 'incomplete' }],
    ['just-a-bucket', { kind: 'incomplete' }],
    ['  ', { kind: 'nothing' }],
  ]) {
    test(`${text} is ${JSON.stringify(expected)}`, () => assert.deepEqual(readAddress(text, hosts), expected));
  }
});

describe('a video', () => {
  test('says how it is shown: pixels, shape and rotation', () => {
    const shown = video({ width: 720, height: 576, sampleAspectRatio: '64/45', displayAspectRatio: '16/9', rotation: 90 });
    assert.equal(shown.picture, '720 × 576 | 9:16 · sampleAspect 64:45 · shown 576 × 1024');
    assert.equal(shown.rotation, 'degrees 90');
    assert.equal(video({ width: 1920, height: 1080, sampleAspectRatio: '1/1', displayAspectRatio: '16/9' }).picture, '1920 × 1080 | 16:9 · sampleAspect 1:1');
  });

  test('has a constant rate or a varying one as its packets say', () => {
    const rates = { frameRate: '24000/1001', averageFrameRate: '24000/1001' };
    assert.equal(video({ ...rates, variableFrameRate: false }).frameRate, 'frames 23.976 | constant');
    assert.equal(video({ ...rates, variableFrameRate: true }).frameRate, 'frames 23.976 | variable');
    assert.equal(video({ frameRate: '60/1', averageFrameRate: '2997/125', variableFrameRate: true }).frameRate, 'frames 23.976 | varies 60');
    assert.equal(video({ frameRate: '60/1', averageFrameRate: '30/1', fieldOrder: 'progressive', variableFrameRate: false }).frameRate, 'frames 30 | constant');
  });

  test('has no evenness that nobody measured, except that rates differ', () => {
    assert.equal(video({ frameRate: '24000/1001', averageFrameRate: '24000/1001' }).frameRate, 'frames 23.976');
    assert.equal(video({ frameRate: '60/1', averageFrameRate: '2997/125' }).frameRate, 'frames 23.976 | varies 60');
    assert.equal(video({ frameRate: '50/1', averageFrameRate: '25/1', fieldOrder: 'tt' }).frameRate, 'frames 25');
    assert.equal(video({ frameRate: '0/0', averageFrameRate: '0/0' }).frameRate, undefined);
  });

  test('tells its range by transfer and metadata, never by guess', () => {
    const hdr = { colorTransfer: 'smpte2084', masteringDisplay: { maxLuminance: '10000000/10000' }, contentLight: { maxContent: 1000 } };
    assert.equal(video(hdr).dynamicRange, 'hdr10 | mastering 1,000 · light 1,000');
    assert.equal(video({ colorTransfer: 'smpte2084' }).dynamicRange, 'pq | noLuminance');
    assert.equal(video({ colorTransfer: 'arib-std-b67' }).dynamicRange, 'hlg');
    assert.equal(video({ colorTransfer: 'bt709' }).dynamicRange, 'sdr');
    assert.equal(video({ ...hdr, dolbyVision: { profile: 8, level: 6 } }).dynamicRange.split(' |')[0], 'dolbyVision · profile 8 · level 6');
    assert.equal(video({}).dynamicRange, undefined);
  });

  test('has its depth by the file or the pixel format, and the level of its own standard', () => {
    assert.equal(video({ pixelFormat: 'yuv420p10le' }).bitDepth, 'bits 10 | 4:2:0 · yuv420p10le');
    assert.equal(video({ pixelFormat: 'yuv422p', bitsPerRawSample: 8 }).bitDepth, 'bits 8 | 4:2:2 · yuv422p');
    assert.equal(video({ pixelFormat: 'p010le' }).bitDepth, 'bits 10 | 4:2:0 · p010le');
    assert.equal(video({ codecName: 'h264', profile: 'High', level: 41 }).codec, 'H.264 / AVC | High · level 4.1');
    assert.equal(video({ codecName: 'hevc', profile: 'Main 10', level: 153 }).codec, 'H.265 / HEVC | Main 10 · level 5.1');
    assert.equal(video({ codecName: 'av1', level: 8 }).codec, 'AV1 | level 4.0');
  });
});

describe('a time line', () => {
  test('places streams by their start and length, and marks round times', () => {
    const line = timeLine(file({
      videoStreams: [stream({ startTime: 1, duration: 3 }), stream({ index: 2, isAttachedPicture: true })],
      audioStreams: [stream({ index: 1, startTime: 0 })],
      chapters: [{ startTime: 0, endTime: 1, title: 'Intro' }, { startTime: 1 }],
    }));
    assert.deepEqual(line.streams.map(({ kind, left, width }) => [kind, left, width]), [['video', 25, 75], ['audio', 0, 100]]);
    assert.deepEqual(line.chapters.map(({ title, left, width }) => [title, left, width]), [['Intro', 0, 25], [undefined, 25, 75]]);
    assert.deepEqual(line.ticks.map(({ at }) => at), [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4]);
  });

  test('gives subtitles no length that the file does not state', () => {
    const subtitles = (formatName, tags = {}, duration = 4) => {
      const { streams, unknown } = timeLine(file({
        container: { tags: {}, formatName, duration: 4 }, subtitleStreams: [stream({ startTime: 0, duration, tags })],
      }));
      return [...streams.map(({ width }) => width), ...unknown.map(({ kind }) => kind)];
    };
    assert.deepEqual(subtitles('matroska,webm', { DURATION: '00:00:02.500000000' }), [62.5]);
    assert.deepEqual(subtitles('matroska,webm'), ['subtitle']);
    assert.deepEqual(subtitles('matroska,webm', {}, 1), [25]);
    assert.deepEqual(subtitles('mov,mp4,m4a,3gp,3g2,mj2'), [100]);
  });

  test('is none of a file without a length', () => {
    assert.equal(timeLine(file({ container: { tags: {} }, videoStreams: [stream({})] })), undefined);
  });

  test('counts from the file\'s start, as the bit rates do, and tells its own clock', () => {
    const line = (startTime) => timeLine(file({
      container: { tags: {}, startTime, duration: 3 },
      videoStreams: [stream({ startTime, duration: 3 })],
      audioStreams: [stream({ index: 1, startTime: startTime + 0.5, duration: 2.5 })],
    }));
    for (const start of [95443, 1.4, -0.04, 0]) {
      const { start: clock, to, streams, ticks } = line(start);
      assert.deepEqual([clock, to, ticks[0].at], [start, 3, 0]);
      assert.deepEqual(streams.map((bar) => [bar.from, bar.to]), [[0, 3], [0.5, 3]]);
    }
  });

  test('counts all key frames of a stream whose list was thinned', () => {
    assert.equal(spacing([0, 4, 8, 12], 13), 1);
    assert.equal(spacing([0, 2, 4]), 2);
  });
});

describe('a still picture', () => {
  const picture = (more, container) => file({ container: { tags: {}, formatName: 'png_pipe', duration: 0.04, bitRate: 1_390_000, ...container }, videoStreams: [stream({ width: 64, height: 48, averageFrameRate: '25/1', ...more })] });

  test('has a size and no rate or length, whether its frames were counted or not', () => {
    for (const media of [picture({}), picture({ frameCount: 1 }), picture({ frameCount: 1 }, { formatName: 'mov,mp4,m4a,3gp,3g2,mj2' })]) {
      assert.equal(isStill(media), true);
      const [container, card] = cards(media, words).map(({ facts }) => facts.map(({ label }) => label.split('.').at(-1)));
      assert.deepEqual([container, card], [['format'], ['picture']]);
    }
  });

  test('is none that moves, sounds, or is only a cover', () => {
    assert.equal(isStill(picture({}, { formatName: 'gif' })), false);
    assert.equal(isStill(picture({ frameCount: 3 })), false);
    assert.equal(isStill({ ...picture({}), audioStreams: [stream({ index: 1 })] }), false);
    assert.equal(isStill(picture({ isAttachedPicture: true })), false);
  });
});

test('no two lines of a plot look alike', () => {
  const looks = Array.from({ length: 32 }, (_, index) => lineLook(index));
  assert.equal(new Set(looks.map((look) => JSON.stringify([look.colour, look.dash, look.width]))).size, looks.length);
  for (const [index, look] of looks.slice(1).entries()) {
    assert.ok(look.colour !== looks[index].colour && look.dash !== looks[index].dash, `line ${index + 1} beside line ${index}`);
  }
});

test('a comparison keeps the order of both sides', () => {
  const rows = difference(['a=1', 'b=2', 'd=4'], ['a=1', 'b=3', 'c=0'], (text) => text[0], (text) => text);
  assert.deepEqual(rows.map(({ key, change }) => `${key} ${change}`), ['a same', 'b changed', 'c right', 'd left']);
});

test('a frame is found in the grid of its sprite', () => {
  const grid = { Url: 'u', Width: 0, Height: 0, Columns: 2, Rows: 2, CellWidth: 80, CellHeight: 45, Padding: 2, Margin: 4 };
  const sprites = [{ ...grid, Times: [0, 1, 2, 3] }, { ...grid, Times: [4] }];
  assert.equal(frames(sprites), 5);
  const at = (frame) => { const { left, top, time } = cellAt(sprites, frame); return [left, top, time]; };
  assert.deepEqual([at(0), at(1), at(2), at(4)], [[4, 4, 0], [86, 4, 1], [4, 51, 2], [4, 4, 4]]);
  assert.equal(cellAt(sprites, 5), undefined);
  assert.deepEqual([frameAt(0, 5), frameAt(0.5, 5), frameAt(1, 5), frameAt(-1, 5)], [0, 2, 4, 0]);
});

test('filters come back from the query string, and what it says wrongly is ignored', () => {
  const query = '?state=Waiting%2CRunning&dialect=ims&work=snapshot&text=a+b&since=day';
  assert.equal(writeFilters(readFilters(query)), query);
  assert.equal(writeFilters(readFilters('?state=Bad&work=x&since=ever')), '');
  assert.deepEqual(parametersOf(readFilters(query), Date.parse('2024-03-01T12:00:00Z'), 't'), {
    MaxResults: '20', State: 'Waiting,Running', Dialect: 'ims', Work: 'snapshot', Source: 'a b', StartTime: '2024-02-29T12:00:00Z', NextToken: 't',
  });
});

test('questions come ever more slowly, and never less than every ten seconds', () => {
  assert.deepEqual([pause(0), pause(1)], [700, 1050]);
  assert.equal(pause(100), 10_000);
});
