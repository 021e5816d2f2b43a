import { useTranslation } from 'react-i18next';
import type { GraphNode } from '#engine';
import { gradientOf } from '../math/derivative.ts';
import { symbolOf } from '../math/symbols.ts';
import { useSettings } from '../stores/hooks.ts';
import { useStudio } from '../stores/studio.ts';
import { Segmented } from '../ui/Segmented.tsx';

const NOTATIONS = ['leibniz', 'short', 'code'] as const;

/** How derivatives are written, everywhere in the window. */
export function NotationSwitch({ x, objective }: { readonly x: GraphNode; readonly objective: GraphNode | null }) {
  const { t } = useTranslation('inspector');
  const { settings } = useStudio();
  const notation = useSettings((state) => state.notation);
  return (
    <span className="notation">
      <Segmented
        label={t('notation.label')}
        value={notation}
        options={NOTATIONS.map((value) => ({
          value,
          text: gradientOf(symbolOf(x), objective && symbolOf(objective), value).text,
        }))}
        onChange={(value) => settings.set({ notation: value })}
      />
    </span>
  );
}
