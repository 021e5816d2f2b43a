import { ChevronRight } from 'lucide-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { leaveGate } from '../commands/gate-commands.ts';
import { useDocument, useSession } from '../stores/hooks.ts';
import { useStudio } from '../stores/studio.ts';
import { useCanvas } from './canvas-context.ts';
import { pathTo } from './inside.ts';

/** Which merged gate's inside the canvas shows, and the ways out. */
export function Breadcrumb() {
  const { t } = useTranslation('canvas');
  const studio = useStudio();
  const { actions } = useCanvas();
  const inside = useSession((session) => session.inside);
  const path = useDocument(useShallow(({ document }) => (inside === null ? [] : pathTo(document.groups, inside))));
  if (path.length === 0) return null;
  const go = (to: string | null) => {
    leaveGate(studio, to);
    actions.focusCanvas();
  };
  return (
    <nav className="breadcrumb" aria-label={t('inside.path')}>
      <button type="button" onClick={() => go(null)}>
        {t('inside.top')}
      </button>
      {path.map((group, index) => (
        <Fragment key={group.id}>
          <ChevronRight size={14} strokeWidth={1.5} aria-hidden="true" />
          {index === path.length - 1 ? (
            <span aria-current="location">{group.label ?? group.id}</span>
          ) : (
            <button type="button" onClick={() => go(group.id)}>
              {group.label ?? group.id}
            </button>
          )}
        </Fragment>
      ))}
    </nav>
  );
}
