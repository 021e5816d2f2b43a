import { inflateSync } from 'node:zlib';

interface PdfObject {
  readonly head: string;
  /** Inflated; empty for objects without a stream. */
  readonly body: string;
}

/** The text of each page of a PDF as Chromium writes them: glyphs of embedded fonts, with a table back to characters. */
export function pdfPages(pdf: Buffer): readonly string[] {
  const objects = objectsOf(pdf);
  const pages = [...objects.values()].filter(({ head }) => /\/Type\s*\/Page\b(?!s)/.test(head));
  return pages.map(({ head }) => {
    const [, contents] = /\/Contents\s+(\d+)/.exec(head) ?? [];
    return textOf(Number(contents), head, objects);
  });
}

function objectsOf(pdf: Buffer): ReadonlyMap<number, PdfObject> {
  const raw = pdf.toString('latin1');
  const objects = new Map<number, PdfObject>();
  for (const match of raw.matchAll(/(?:^|\n)(\d+) 0 obj\s([\s\S]*?)(?:endobj|stream\r?\n)/g)) {
    const head = match[2]!;
    const start = match.index + match[0].length;
    const [, length] = /\/Length\s+(\d+)/.exec(head) ?? [];
    const stream = match[0].trimEnd().endsWith('stream') && length !== undefined;
    const bytes = stream ? pdf.subarray(start, start + Number(length)) : Buffer.alloc(0);
    const body =
      stream && head.includes('FlateDecode') ? inflateSync(bytes).toString('latin1') : bytes.toString('latin1');
    objects.set(Number(match[1]), { head, body });
  }
  return objects;
}

/** What a stream writes, and the forms it places. */
function textOf(contents: number, resources: string, objects: ReadonlyMap<number, PdfObject>): string {
  const fonts = new Map<string, ReadonlyMap<string, string>>();
  for (const [, name, id] of resources.matchAll(/\/(F\d+)\s+(\d+) 0 R/g)) {
    const [, table] = /\/ToUnicode\s+(\d+)/.exec(objects.get(Number(id))?.head ?? '') ?? [];
    fonts.set(name!, glyphs(objects.get(Number(table))?.body ?? ''));
  }
  const forms = new Map(Array.from(resources.matchAll(/\/(X\d+)\s+(\d+) 0 R/g), ([, name, id]) => [name!, Number(id)]));
  let font: ReadonlyMap<string, string> = new Map();
  let text = '';
  const body = objects.get(contents)?.body ?? '';
  for (const [, setFont, shown, form, end] of body.matchAll(
    /\/(F\d+)\s+[\d.]+\s+Tf|<([0-9A-Fa-f]+)>|\/(X\d+)\s+Do|\b(ET)\b/g,
  )) {
    if (setFont) font = fonts.get(setFont) ?? new Map();
    else if (shown) text += decoded(shown.toUpperCase(), font);
    else if (form && forms.has(form))
      text += textOf(forms.get(form)!, objects.get(forms.get(form)!)?.head ?? '', objects);
    else if (end) text += '\n';
  }
  return text;
}

/** Glyphs are one byte long or two, as the font's table has them. */
function decoded(hex: string, font: ReadonlyMap<string, string>): string {
  const digits = [...font.keys()][0]?.length ?? 4;
  let text = '';
  for (let at = 0; at < hex.length; at += digits) text += font.get(hex.slice(at, at + digits)) ?? '';
  return text;
}

/** Glyph → characters, from the table's `bfchar` and `bfrange` lines. */
function glyphs(table: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const characters = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, lines] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, glyph, hex] of lines!.matchAll(/<(\w+)>\s*<(\w+)>/g))
      found.set(glyph!.toUpperCase(), characters(hex!));
  for (const [, lines] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, first, last, hex] of lines!.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g))
      for (let glyph = Number.parseInt(first!, 16); glyph <= Number.parseInt(last!, 16); glyph++)
        found.set(
          glyph.toString(16).padStart(first!.length, '0').toUpperCase(),
          String.fromCharCode(Number.parseInt(hex!, 16) + glyph - Number.parseInt(first!, 16)),
        );
  return found;
}
