import katex from 'katex';

/** Longer formulas are shown as their text: a document's names are not bounded otherwise. */
const LONGEST_LATEX = 4000;
const LARGEST_CACHE = 300;

/** Typeset formulas, so that one seen before costs a copy of its elements only. */
export interface FormulaCache {
  /** Puts the formula into the element; false when KaTeX refuses it. */
  renderInto(element: HTMLElement, latex: string, display: boolean): boolean;
}

export function createFormulaCache(): FormulaCache {
  const templates = new Map<string, HTMLElement | null>();
  return {
    renderInto(element, latex, display) {
      const key = `${display ? 'd' : 'i'}${latex}`;
      let template = templates.get(key);
      if (template === undefined) {
        template = typeset(element.ownerDocument, latex, display);
        if (templates.size >= LARGEST_CACHE) templates.delete(templates.keys().next().value ?? '');
        templates.set(key, template);
      }
      if (template === null) return false;
      element.replaceChildren(...template.cloneNode(true).childNodes);
      return true;
    },
  };
}

/** Builds elements, never markup: the page's policy forbids inline styles, and names come from documents. */
function typeset(document: Document, latex: string, display: boolean): HTMLElement | null {
  if (latex.length > LONGEST_LATEX) return null;
  const element = document.createElement('span');
  try {
    katex.render(latex, element, {
      displayMode: display,
      output: 'htmlAndMathml',
      throwOnError: true,
      trust: false,
      strict: 'ignore',
      maxSize: 10,
      maxExpand: 100,
    });
    return element;
  } catch {
    return null;
  }
}
