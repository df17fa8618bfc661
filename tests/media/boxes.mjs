// Makes what no common tool writes, from files that one does. usage: node boxes.mjs KIND OUT [FROM]; see make.sh.
import { readFileSync, writeFileSync } from 'node:fs';

const [kind, out, from] = process.argv.slice(2);
const source = from && readFileSync(from);
const u16 = (...values) => Buffer.from(values.flatMap((value) => [(value >> 8) & 255, value & 255]));
const u32 = (...values) => Buffer.concat(values.map((value) => Buffer.from([value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255])));
const box = (type, ...parts) => Buffer.concat([u32(8 + Buffer.concat(parts).length), Buffer.from(type, 'latin1'), ...parts]);
const full = (type, version, flags, ...parts) => box(type, u32(version * 0x1000000 + flags), ...parts);

// The contents of the first box of a type.
function find(file, type) {
  const at = file.indexOf(type, 0, 'latin1');
  return file.subarray(at + 4, at - 4 + file.readUInt32BE(at - 4));
}

const makers = {
  // A HEIC whose picture is two by two tiles, cut at the right and at the bottom, and turned on its side.
  grid() {
    const tile = find(source, 'mdat');
    const [columns, rows, size, width, height] = [2, 2, 64, 120, 100];
    const ids = [2, 3, 4, 5];
    const infe = (id, type) => full('infe', 2, 0, u16(id, 0), Buffer.from(`${type}\0`, 'latin1'));
    const properties = box('ipco', box('hvcC', find(source, 'hvcC')), full('ispe', 0, 0, u32(size, size)),
      full('ispe', 0, 0, u32(width, height)), box('irot', Buffer.from([1])));
    const associations = full('ipma', 0, 0, u32(5), u16(1), Buffer.from([2, 3, 0x84]),
      ...ids.map((id) => Buffer.concat([u16(id), Buffer.from([2, 0x81, 2])])));
    const descriptor = Buffer.concat([Buffer.from([0, 0, rows - 1, columns - 1]), u16(width, height)]);
    const meta = (offset) => full('meta', 0, 0,
      full('hdlr', 0, 0, u32(0), Buffer.from('pict', 'latin1'), u32(0, 0, 0), Buffer.from([0])),
      full('pitm', 0, 0, u16(1)),
      full('iinf', 0, 0, u16(5), infe(1, 'grid'), ...ids.map((id) => infe(id, 'hvc1'))),
      full('iref', 0, 0, box('dimg', u16(1, ids.length, ...ids))),
      box('iprp', properties, associations),
      box('idat', descriptor),
      full('iloc', 1, 0, Buffer.from([0x44, 0x00]), u16(5), u16(1, 1, 0, 1), u32(0, descriptor.length),
        ...ids.map((id) => Buffer.concat([u16(id, 0, 0, 1), u32(offset, tile.length)]))));
    const ftyp = box('ftyp', Buffer.from('heic\0\0\0\0mif1heic', 'latin1'));
    return Buffer.concat([ftyp, meta(ftyp.length + meta(0).length + 8), box('mdat', tile)]);
  },

  // The same sound, announced as xHE-AAC (USAC), which FFmpeg does not decode.
  usac() {
    const file = Buffer.from(source);
    const config = file.indexOf(Buffer.from([0x05, 0x80, 0x80, 0x80, 0x05]), file.indexOf('esds', 0, 'latin1')) + 5;
    Buffer.from([0xf9, 0x46, 0x40, 0x22, 0xc0]).copy(file, config);
    return file;
  },

  // AAC LC, stereo, 44100 Hz, 64000 bit/s, in one piece with one header (ADIF), and half a second of it.
  adif() {
    const bits = '0' + '00' + '0' + (64000).toString(2).padStart(23, '0') + '0000' + '0'.padStart(20, '0')
      + '0000' + '01' + '0100' + '0001' + '0000' + '0000' + '00' + '000' + '0000' + '000' + '1' + '0000';
    const head = bits.padEnd(Math.ceil(bits.length / 8) * 8, '0').match(/.{8}/g).map((part) => parseInt(part, 2));
    return Buffer.concat([Buffer.from('ADIF', 'latin1'), Buffer.from(head), Buffer.alloc(4000 - 4 - head.length, 0x21)]);
  },
};

writeFileSync(out, makers[kind]());
