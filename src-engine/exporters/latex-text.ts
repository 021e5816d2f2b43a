const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '"': '\\textquotedbl{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '·': '$\\cdot$',
  '×': '$\\times$',
  '−': '$-$',
  '–': '--',
  '—': '---',
  '…': '\\ldots{}',
  '’': "'",
  '‘': '`',
  '“': '``',
  '”': "''",
  '∂': '$\\partial$',
  '→': '$\\to$',
  Σ: '$\\Sigma$',
  σ: '$\\sigma$',
};

/** Text for a LaTeX page; what is neither ASCII nor in the table above is left out as `?`. */
export function latexText(text: string): string {
  return Array.from(text, (character) => {
    const known = SPECIAL[character];
    if (known !== undefined) return known;
    return character >= ' ' && character <= '~' ? character : /\s/.test(character) ? ' ' : '?';
  }).join('');
}

/** A line of a LaTeX comment: nothing in it is read. */
export function latexComment(text: string): string {
  return `% ${text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replace(/\p{Surrogate}/gu, '\uFFFD')}`;
}

/** `w` → w, `w1` → w_{1}, `hidden_2` → \mathrm{hidden\_2}: a letter with an index stands in italics, a word upright. */
export function latexSymbol(name: string): string {
  const indexed = /^([A-Za-z])_?(\d{1,3})$/.exec(name);
  if (indexed) return `${indexed[1]}_{${indexed[2]}}`;
  if (/^[A-Za-z]$/.test(name)) return name;
  return `\\mathrm{${name.replaceAll('_', '\\_').replaceAll('-', '\\text{-}')}}`;
}
