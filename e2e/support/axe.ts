import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

interface Finding {
  readonly rule: string;
  /** Whether axe objects, or cannot decide. */
  readonly kind: 'violation' | 'undecided';
  readonly target: string;
  readonly html: string;
  readonly message: string;
}

/** What axe cannot decide by itself, or judges without knowing the whole, and why it is right as it is. */
const EXPLAINED: readonly { readonly why: string; readonly holds: (finding: Finding) => boolean }[] = [
  {
    why: 'Numbers of one digit, and texts over the canvas and its wires, have the colours that tokens.test.ts measures.',
    holds: ({ rule, kind, message }) =>
      rule === 'color-contrast' &&
      kind === 'undecided' &&
      /too short|overlapped|could not be determined|non-text characters|no value/.test(message),
  },
  {
    why: 'In forced colours axe compares colours that the system replaces.',
    holds: ({ rule, kind, message }) => rule === 'color-contrast' && kind === 'undecided' && message.includes('1:1'),
  },
  {
    why: 'Guards around an open popup pass the focus on as soon as they get it.',
    holds: ({ rule, html }) => rule === 'aria-hidden-focus' && html.includes('data-base-ui-focus-guard'),
  },
  {
    why: 'Behind an open dialog nothing can be focused: it holds the focus until it closes.',
    holds: ({ rule, kind }) => rule === 'aria-hidden-focus' && kind === 'undecided',
  },
  {
    why: 'The items of a menu that scrolls get the focus by the arrow keys, and scroll into view with it.',
    holds: ({ rule, kind, target }) =>
      rule === 'scrollable-region-focusable' && kind === 'undecided' && target.startsWith('#base-ui-'),
  },
  {
    why: 'A separator stands between two regions, a popup in front of them: neither is content of one.',
    holds: ({ rule, html }) =>
      rule === 'region' && /role="(separator|menu|dialog|presentation)"|data-base-ui-portal|popup-layer/.test(html),
  },
];

/** Everything axe objects to, or cannot decide and nobody explained, as lines. `within` limits it to a part. */
export async function axeProblems(page: Page, within?: string): Promise<readonly string[]> {
  const builder = new AxeBuilder({ page }).withTags(TAGS);
  const { violations, incomplete } = await (within === undefined ? builder : builder.include(within)).analyze();
  const findings = (results: typeof violations, kind: Finding['kind']): Finding[] =>
    results.flatMap(({ id, nodes }) =>
      nodes.map(({ target, html, any, all, none }) => ({
        rule: id,
        kind,
        target: target.join(' '),
        html,
        message: [...any, ...all, ...none].map(({ message }) => message).join('; '),
      })),
    );
  return [...findings(violations, 'violation'), ...findings(incomplete, 'undecided')]
    .filter((finding) => !EXPLAINED.some(({ holds }) => holds(finding)))
    .map(({ rule, kind, target, message }) => `${kind} ${rule}: ${target} – ${message}`);
}
