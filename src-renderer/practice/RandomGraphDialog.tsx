import { Dices } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../stores/studio.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { openRandomGraph } from './open-random-graph.ts';
import { RecipeFields } from './RecipeFields.tsx';
import { drawSeed, FIRST_RECIPE, type Recipe } from './recipe.ts';

/** What kind of graph to draw; it opens as a new document. */
export function RandomGraphDialog() {
  const { t } = useTranslation('practice');
  const studio = useStudio();
  const [recipe, setRecipe] = useState<Recipe>(() => ({ ...FIRST_RECIPE, seed: drawSeed(studio.platform) }));
  const problem = useId();
  const ready = recipe.ops.length > 0;
  const open = async (predict: boolean) => {
    studio.practice.setDialog(null);
    await openRandomGraph(studio, recipe, predict);
  };
  return (
    <Dialog
      title={t('random.title')}
      onClose={() => studio.practice.setDialog(null)}
      actions={
        <>
          <Button look="line" onClick={() => studio.practice.setDialog(null)}>
            {t('random.cancel')}
          </Button>
          <span className="grow" />
          <Button look="line" disabled={!ready} onClick={() => void open(false)}>
            {t('random.open')}
          </Button>
          <Button look="fill" disabled={!ready} onClick={() => void open(true)}>
            {t('random.predict')}
          </Button>
        </>
      }
    >
      <RecipeFields
        recipe={recipe}
        onChange={setRecipe}
        another={
          <IconButton
            label={t('random.another')}
            icon={<Dices className="icon" />}
            onClick={() => setRecipe({ ...recipe, seed: drawSeed(studio.platform) })}
          />
        }
      />
      <p id={problem} className="recipe-problem" role="status">
        {ready ? '' : t('random.noOps')}
      </p>
    </Dialog>
  );
}
