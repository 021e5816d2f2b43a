import './inspector.css';
import { Tabs } from '@base-ui/react/tabs';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormulaCacheContext } from '../math/Formula.tsx';
import { createFormulaCache } from '../math/formula-cache.ts';
import { useRun, useSession } from '../stores/hooks.ts';
import type { PanelTab } from '../stores/session-store.ts';
import { useStudio } from '../stores/studio.ts';
import { Explain } from './Explain.tsx';
import { Inspect } from './Inspect.tsx';
import { Problems } from './Problems.tsx';

/** The panel at the right: what is selected, what the last step did, what is wrong; and training, where there is any. */
export function SidePanel({ train }: { readonly train: ReactNode }) {
  const { t } = useTranslation('inspector');
  const { session } = useStudio();
  const chosen = useSession((state) => state.panelTab);
  const tab = chosen === 'train' && !train ? 'inspect' : chosen;
  const problems = useRun((state) => state.problems.length);
  const [cache] = useState(createFormulaCache);
  return (
    <FormulaCacheContext value={cache}>
      <Tabs.Root
        className="panel-tabs"
        value={tab}
        onValueChange={(value: PanelTab) => session.setState({ panelTab: value })}
      >
        <Tabs.List className="tab-list" aria-label={t('tabs.label')}>
          {train && (
            <Tabs.Tab className="tab" value="train">
              {t('tab.train')}
            </Tabs.Tab>
          )}
          <Tabs.Tab className="tab" value="inspect">
            {t('tab.inspect')}
          </Tabs.Tab>
          <Tabs.Tab className="tab" value="explain">
            {t('tab.explain')}
          </Tabs.Tab>
          <Tabs.Tab
            className="tab"
            value="problems"
            {...(problems > 0 && { 'aria-label': t('tab.problemsCount', { count: problems }) })}
          >
            {t('tab.problems')}
            {problems > 0 && <span className="tab-badge">{problems}</span>}
          </Tabs.Tab>
        </Tabs.List>
        {train && (
          <Tabs.Panel className="panel-body scrolls" value="train">
            {train}
          </Tabs.Panel>
        )}
        <Tabs.Panel className="panel-body scrolls" value="inspect">
          <Inspect />
        </Tabs.Panel>
        <Tabs.Panel className="panel-body scrolls" value="explain">
          <Explain />
        </Tabs.Panel>
        <Tabs.Panel className="panel-body scrolls" value="problems">
          <Problems />
        </Tabs.Panel>
      </Tabs.Root>
    </FormulaCacheContext>
  );
}
