// Names under which files of people's disks become objects of any storage.

// Characters that trouble addresses, lists or readers: those with a meaning in a URL, those that nobody sees, halves of pairs.
const troubles = /[\\/?#%&+\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]+/gu;

// A file system allows 255 bytes, and another name for the same file needs some more.
const longest = 200;

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** The beginning of a text that has at most so many bytes. */
function cut(text: string, most: number): string {
  let short = '';
  let length = 0;
  for (const sign of text) {
    length += bytesOf(sign);
    if (length > most) {
      break;
    }
    short += sign;
  }
  return short;
}

/** Where a name's ending begins, such as ".mp4"; its length if it has none. */
const endingOf = (name: string): number => /(?<=.)\.\w{1,12}$/.exec(name)?.index ?? name.length;

/** A key for a file, which says where it came from. Storage on Windows knows no dots or spaces at the end. */
export function objectFor(name: string): string {
  const plain = name.normalize('NFC').replace(troubles, '-').replace(/[. ]+$/, '').trim() || 'file';
  const at = endingOf(plain);
  const [stem, ending] = [plain.slice(0, at), plain.slice(at)];
  return `uploads/${cut(stem, longest - bytesOf(ending))}${ending}`;
}

/** Another name for the same file: "uploads/a-20240229-120000.mp4". */
export function renamed(object: string, now: Date): string {
  const stamp = now.toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
  const dot = object.lastIndexOf('.');
  return dot > object.lastIndexOf('/') + 1 ? `${object.slice(0, dot)}-${stamp}${object.slice(dot)}` : `${object}-${stamp}`;
}
