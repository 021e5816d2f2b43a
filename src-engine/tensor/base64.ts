const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const sextetOf = new Int16Array(128).fill(-1);
for (let sextet = 0; sextet < 64; sextet++) sextetOf[ALPHABET.charCodeAt(sextet)] = sextet;

/** RFC 4648 section 4, padded. */
export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  let part = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const triple = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const left = bytes.length - at;
    part += ALPHABET[triple >> 18]! + ALPHABET[(triple >> 12) & 63]!;
    part += left > 1 ? ALPHABET[(triple >> 6) & 63]! : '=';
    part += left > 2 ? ALPHABET[triple & 63]! : '=';
    if (part.length >= 8192) {
      parts.push(part);
      part = '';
    }
  }
  return parts.join('') + part;
}

/** The bytes, or `null` where the text is not padded base64 in its one canonical form. */
export function fromBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0) return null;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  const digits = text.length - padding;
  let held = 0;
  let bits = 0;
  let at = 0;
  for (let index = 0; index < digits; index++) {
    const sextet = sextetOf[text.charCodeAt(index)] ?? -1; // codes from 128 on are outside the table
    if (sextet < 0) return null;
    held = ((held << 6) | sextet) & 0x3fff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (held >> bits) & 0xff;
    }
  }
  return (held & ((1 << bits) - 1)) === 0 ? bytes : null; // bits that belong to no byte must be 0
}
