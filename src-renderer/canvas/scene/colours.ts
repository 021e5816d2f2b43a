/** The tokens that the canvas paints with, as the style sheet has them now. */
export type Colours = Readonly<Record<(typeof TOKENS)[number], string>>;

const TOKENS = [
  'canvas',
  'panel',
  'line',
  'line-2',
  'wire',
  'ink',
  'ink-2',
  'ink-3',
  'plus',
  'plus-t',
  'minus',
  'minus-t',
  'err',
  'err-t',
  'now',
  'now-bg',
  'field',
  'hover',
  'cat-value',
  'cat-param',
  'cat-arith',
  'cat-act',
  'cat-loss',
] as const;

/** Reads the tokens once and again after the theme changes; `changed` is called then. */
export function watchColours(element: Element, changed: () => void): { colours(): Colours; stop(): void } {
  let known: Colours | null = null;
  const forget = () => {
    known = null;
    changed();
  };
  const theme = new MutationObserver(forget);
  theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'data-numbers'] });
  const forced = window.matchMedia('(forced-colors: active)');
  forced.addEventListener('change', forget);
  return {
    colours() {
      known ??= readColours(getComputedStyle(element), forced.matches);
      return known;
    },
    stop() {
      theme.disconnect();
      forced.removeEventListener('change', forget);
    },
  };
}

/** Where the system forces its colours, a canvas is not recoloured by the browser: system colours are used outright. */
function readColours(style: CSSStyleDeclaration, forced: boolean): Colours {
  const entries = TOKENS.map((token) => {
    const system = token === 'canvas' || token === 'panel' ? 'Canvas' : 'CanvasText';
    return [token, forced ? system : style.getPropertyValue(`--${token}`).trim() || '#888'];
  });
  return Object.fromEntries(entries) as Colours;
}
