/** Bytes → text; a byte order mark is dropped, and what is no UTF-8 becomes U+FFFD. Source: RFC 3629. */
export function decodeUtf8(bytes: Uint8Array): string {
  const parts: string[] = [];
  let part = '';
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (at < bytes.length) {
    const first = bytes[at]!;
    const length = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
    let code = length === 1 ? first : first & (0x7f >> length);
    let sound = length > 0;
    for (let index = 1; index < length; index++) {
      const next = bytes[at + index] ?? 0;
      sound &&= (next & 0xc0) === 0x80;
      code = (code << 6) | (next & 0x3f);
    }
    const least = length === 3 ? 0x800 : length === 4 ? 0x10000 : 0;
    sound &&= code >= least && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    part += sound ? String.fromCodePoint(code) : '\ufffd';
    at += sound ? length : 1;
    if (part.length > 4096) {
      parts.push(part);
      part = '';
    }
  }
  return parts.join('') + part;
}
