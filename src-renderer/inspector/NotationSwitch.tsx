import { useTranslation } from 'react-i18next';
import type { GraphNode } from '#engine';
import { gradientOf } from '../math/derivative.ts';
import { symbolOf, symbolOfName } from '../math/symbols.ts';
import { useSettings } from '../stores/hooks.ts';
import { useStudio } from '../stores/studio.ts';
import { Segmented } from '../ui/Segmented.tsx';

/** Letters of both names that the switch has room for; x and L stand in for longer ones. */
const LONGEST_NAMES = 4;
const NOTATIONS = ['leibniz', 'short', 'code'] as const;

/** How derivatives are written, everywhere in the window. */
export function NotationSwitch({ x, objective }: { readonly x: GraphNode; readonly objective: GraphNode | null }) {
  const { t } = useTranslation('inspector');
  const { settings } = useStudio();
  const notation = useSettings((state) => state.notation);
  const names = { x: symbolOf(x), top: objective && symbolOf(objective) };
  const short = names.x.text.length + (names.top?.text.length ?? 1) <= LONGEST_NAMES;
  const shown = short ? names : { x: symbolOfName('x'), top: null };
  return (
    <span className="notation">
      <Segmented
        label={t('notation.label')}
        value={notation}
        options={NOTATIONS.map((value) => ({
          value,
          text: gradientOf(shown.x, shown.top, value).text,
        }))}
        onChange={(value) => settings.set({ notation: value })}
      />
    </span>
  );
}
