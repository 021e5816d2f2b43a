import { Dialog as Base } from '@base-ui/react/dialog';
import { Printer } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocument } from '../stores/hooks.ts';
import { useStudio } from '../stores/studio.ts';
import { Button } from '../ui/Button.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { RecipeFields } from './RecipeFields.tsx';
import { drawSeed, FIRST_RECIPE, type Recipe } from './recipe.ts';
import { SheetPages } from './SheetPages.tsx';
import { MOST_EXERCISES, type Paper, worksheetGraphs } from './worksheet-graphs.ts';

const PAPERS: readonly Paper[] = ['a4', 'letter'];

/** Exercises on paper: what will be printed, and what it is made of. */
export function Worksheet() {
  const { t } = useTranslation('practice');
  const { practice, platform, translate } = useStudio();
  const current = useDocument((state) => state.document);
  const [source, setSource] = useState<'current' | 'random'>(current.nodes.length > 0 ? 'current' : 'random');
  const [paper, setPaper] = useState<Paper>('a4');
  const [count, setCount] = useState(4);
  const [recipe, setRecipe] = useState<Recipe>(() => ({ ...FIRST_RECIPE, seed: drawSeed(platform) }));
  const counted = useId();
  const graphs = useMemo(
    () =>
      (source === 'current' ? [current] : worksheetGraphs(recipe, count, translate)).filter(
        ({ nodes }) => nodes.length > 0,
      ),
    [source, current, recipe, count, translate],
  );
  return (
    <Base.Root open onOpenChange={(open) => !open && practice.setDialog(null)}>
      <Base.Portal>
        <Base.Popup className="sheet">
          <aside className="sheet-choices scrolls">
            <Base.Title className="dialog-title">{t('sheet.title')}</Base.Title>
            <Segmented
              label={t('sheet.source')}
              value={source}
              options={[
                { value: 'current', text: t('sheet.current') },
                { value: 'random', text: t('sheet.random') },
              ]}
              onChange={setSource}
            />
            {source === 'random' ? (
              <>
                <div className="recipe-row">
                  <label htmlFor={counted}>{t('sheet.count')}</label>
                  <input
                    id={counted}
                    type="range"
                    min={1}
                    max={MOST_EXERCISES}
                    value={count}
                    onChange={(event) => setCount(event.currentTarget.valueAsNumber)}
                  />
                  <output htmlFor={counted}>{count}</output>
                </div>
                <RecipeFields recipe={recipe} onChange={setRecipe} />
                {recipe.ops.length === 0 ? <p className="recipe-problem">{t('random.noOps')}</p> : null}
              </>
            ) : null}
            <Segmented
              label={t('sheet.paper')}
              value={paper}
              options={PAPERS.map((value) => ({ value, text: t(`sheet.${value}`) }))}
              onChange={setPaper}
            />
            <span className="grow" />
            <div className="sheet-actions">
              <Button look="line" onClick={() => practice.setDialog(null)}>
                {t('sheet.close')}
              </Button>
              <span className="grow" />
              <Button look="fill" disabled={graphs.length === 0} onClick={() => window.print()}>
                <Printer className="icon" aria-hidden />
                {t('sheet.print')}
              </Button>
            </div>
          </aside>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: pages are scrolled with the keyboard */}
          <section className="sheet-pages scrolls" aria-label={t('sheet.pages')} tabIndex={0}>
            {graphs.length === 0 ? (
              <p className="sheet-empty">{t('sheet.empty')}</p>
            ) : (
              <SheetPages graphs={graphs} paper={paper} />
            )}
          </section>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
