import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tool } from '../../lesson-format/lesson.ts';
import { formatNumber } from '../../math/format-number.ts';
import { useLessons } from '../../stores/hooks.ts';
import { useStudio } from '../../stores/studio.ts';
import { Button } from '../../ui/Button.tsx';
import { Segmented } from '../../ui/Segmented.tsx';

/** One press is one step of gradient descent: each value goes down its own slope, all at once. */
export function DescendTool({ tool }: { readonly tool: Extract<Tool, { kind: 'descend' }> }) {
  const { t } = useTranslation('lessons');
  const { lessons } = useStudio();
  const trail = useLessons((state) => state.trail);
  const [rate, setRate] = useState(tool.rates[0] ?? 0.1);
  const steps = trail.filter(({ node }) => node === tool.nodes[0]).length;
  return (
    <div className="lesson-descend">
      {tool.rates.length > 1 ? (
        <>
          <span>{t('tool.rate')}</span>
          <Segmented
            label={t('tool.rate')}
            value={`${rate}`}
            options={tool.rates.map((each) => ({ value: `${each}`, text: formatNumber(each) }))}
            onChange={(each) => setRate(Number(each))}
          />
        </>
      ) : null}
      <Button look="line" className="tall" onClick={() => lessons.descend(tool.nodes, rate)}>
        {t('tool.descend', { rate: formatNumber(rate) })}
      </Button>
      <span className="lesson-steps">{t('tool.descend.steps', { count: steps })}</span>
      {steps > 0 ? <Button onClick={() => lessons.startOver()}>{t('tool.descend.again')}</Button> : null}
    </div>
  );
}
