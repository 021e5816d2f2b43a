import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { findOp, RANDOM_GRAPH_LIMITS, RANDOM_GRAPH_OPS } from '#engine';
import { opNameById } from '../texts/engine-texts.ts';
import { OpGlyph } from '../ui/OpGlyph.tsx';
import { LARGEST_SEED, type Recipe, within } from './recipe.ts';

interface RecipeFieldsProps {
  readonly recipe: Recipe;
  readonly onChange: (recipe: Recipe) => void;
  /** Beside the seed. */
  readonly another?: ReactNode;
}

/** Depth, forks, gates and seed of a random graph. */
export function RecipeFields({ recipe, onChange, another }: RecipeFieldsProps) {
  const { t } = useTranslation('practice');
  const toggle = (id: string) => {
    const chosen = new Set(recipe.ops);
    if (!chosen.delete(id)) chosen.add(id);
    onChange({ ...recipe, ops: RANDOM_GRAPH_OPS.filter((op) => chosen.has(op)) });
  };
  return (
    <div className="recipe">
      <Slider what="depth" recipe={recipe} onChange={onChange} help={t('random.depthHelp')} />
      <Slider what="forks" recipe={recipe} onChange={onChange} help={t('random.forksHelp')} />
      <fieldset className="recipe-ops">
        <legend>{t('random.ops')}</legend>
        {RANDOM_GRAPH_OPS.map((id) => (
          <button
            key={id}
            type="button"
            className="recipe-op"
            aria-pressed={recipe.ops.includes(id)}
            onClick={() => toggle(id)}
          >
            <OpGlyph path={findOp(id)?.glyph ?? ''} />
            {opNameById(t, id)}
          </button>
        ))}
      </fieldset>
      <label className="recipe-row">
        <span>{t('random.seed')}</span>
        <span className="field recipe-seed">
          <input
            type="number"
            min={0}
            max={LARGEST_SEED}
            value={recipe.seed}
            onChange={(event) => {
              const seed = Math.trunc(event.currentTarget.valueAsNumber);
              if (seed >= 0 && seed <= LARGEST_SEED) onChange({ ...recipe, seed });
            }}
          />
        </span>
        {another}
      </label>
    </div>
  );
}

interface SliderProps extends RecipeFieldsProps {
  readonly what: 'depth' | 'forks';
  readonly help: string;
}

function Slider({ what, recipe, onChange, help }: SliderProps) {
  const { t } = useTranslation('practice');
  const id = useId();
  const [min, max] = RANDOM_GRAPH_LIMITS[what];
  return (
    <div className="recipe-row">
      <label htmlFor={id}>
        {t(`random.${what}`)}
        <small>{help}</small>
      </label>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        value={recipe[what]}
        onChange={(event) => onChange({ ...recipe, [what]: within(what, event.currentTarget.valueAsNumber) })}
      />
      <output htmlFor={id}>{recipe[what]}</output>
    </div>
  );
}
