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
    if (file.toString('latin1', 0, 3) === 'FLV') {
      Buffer.from([0xf9, 0x46, 0x40, 0x22, 0xc0]).copy(file, file.indexOf(Buffer.from([0xaf, 0x00])) + 2);
      return file;
    }
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

  // A transport stream as a conditional access system leaves it: packets of the streams are scrambled (ISO/IEC 13818-1, 2.4.3.3).
  scrambled() {
    const file = Buffer.from(source);
    for (let at = 0; at + 188 <= file.length; at += 188) {
      const pid = file.readUInt16BE(at + 1) & 0x1fff;
      if (pid >= 0x100 && pid < 0x1000 && file[at + 3] & 0x10) {
        const begin = at + 4 + (file[at + 3] & 0x20 ? 1 + file[at + 4] : 0);
        file[at + 3] |= 0x80;
        for (let i = begin; i < at + 188; i++) file[i] ^= 0x5a + (i % 7);
      }
    }
    return file;
  },

  // The types of the streams are those of SAMPLE-AES.
  sample() {
    const file = Buffer.from(source);
    for (let at = 0; at + 188 <= file.length; at += 188) {
      if ((file.readUInt16BE(at + 1) & 0x1fff) === 0x1000) {
        const table = at + 5 + file[at + 4];
        const length = 3 + (file.readUInt16BE(table + 1) & 0xfff);
        for (let i = table + 12 + (file.readUInt16BE(table + 10) & 0xfff); i + 4 < table + length;) {
          file[i] = { 0x1b: 0xdb, 0x0f: 0xcf }[file[i]] ?? file[i];
          i += 5 + (file.readUInt16BE(i + 3) & 0xfff);
        }
        file.writeUInt32BE(crc(file.subarray(table, table + length - 4)), table + length - 4);
      }
    }
    return file;
  },

  // Matroska whose first track is encrypted with AES (RFC 9559, 5.1.4.1.31.8). usage: a file with known sizes up to its tracks.
  locked() {
    const element = (id, ...parts) => {
      const body = Buffer.concat(parts);
      return Buffer.concat([Buffer.from(id, 'hex'), Buffer.from([0x01, 0, 0, 0]), u32(body.length), body]);
    };
    const elements = (bytes) => {
      const found = [];
      for (let at = 0; at < bytes.length;) {
        const idLength = Math.clz32(bytes[at]) - 23;
        const sizeLength = Math.clz32(bytes[at + idLength]) - 23;
        const size = Number(BigInt(`0x${bytes.subarray(at + idLength, at + idLength + sizeLength).toString('hex')}`) & ((1n << BigInt(7 * sizeLength)) - 1n));
        const body = at + idLength + sizeLength;
        const isOpen = size === 2 ** (7 * sizeLength) - 1;
        found.push({ id: bytes.subarray(at, at + idLength).toString('hex'), body: bytes.subarray(body, isOpen ? bytes.length : body + size) });
        at = isOpen ? bytes.length : body + size;
      }
      return found;
    };
    const encodings = element('6d80', element('6240', element('5033', Buffer.from([1])), element('5035',
      element('47e1', Buffer.from([5])), element('47e2', Buffer.from('0123456789abcdef')), element('47e7', element('47e8', Buffer.from([1]))))));
    let isFirst = true;
    const copy = ({ id, body }) => {
      if (id === '18538067' || id === '1654ae6b') return element(id, ...elements(body).filter((one) => !['114d9b74', '1c53bb6b'].includes(one.id)).map(copy));
      const isLocked = id === 'ae' && isFirst;
      isFirst &&= id !== 'ae';
      return element(id, body, ...(isLocked ? [encodings] : []));
    };
    return Buffer.concat(elements(source).map(copy));
  },

  // ASF with the header of its digital rights management (Content Encryption Object), and streams that are marked as encrypted.
  protected() {
    const file = Buffer.from(source);
    const guid = (text) => Buffer.from(text, 'hex');
    const properties = guid('9107dcb7b7a9cf118ee600c00c205365');
    for (let at = file.indexOf(properties); at > 0; at = file.indexOf(properties, at + 1)) {
      file.writeUInt16LE(file.readUInt16LE(at + 72) | 0x8000, at + 72);
    }
    const words = (text) => Buffer.concat([Buffer.from(Uint32Array.of(text.length).buffer), Buffer.from(text, 'latin1')]);
    const body = Buffer.concat([words('secret'), words('DRM\0'), words('key\0'), words('http://licence.example/\0')]);
    const object = Buffer.concat([guid('fbb3112223bdd211b4b700a0c955fc6e'), Buffer.alloc(8), body]);
    object.writeBigUInt64LE(BigInt(object.length), 16);
    const header = Number(file.readBigUInt64LE(16));
    file.writeBigUInt64LE(BigInt(header + object.length), 16);
    file.writeUInt32LE(file.readUInt32LE(24) + 1, 24);
    return Buffer.concat([file.subarray(0, header), object, file.subarray(header)]);
  },
};

// Of tables in transport streams (ISO/IEC 13818-1, annex A).
function crc(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte << 24;
    for (let bit = 0; bit < 8; bit++) sum = (sum << 1) ^ (sum < 0 ? 0x04c11db7 : 0);
  }
  return sum >>> 0;
}

writeFileSync(out, makers[kind]());
