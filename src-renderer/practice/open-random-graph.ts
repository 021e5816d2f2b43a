import type { Studio } from '../stores/studio.ts';
import { type Recipe, randomDocument } from './recipe.ts';

/** Opens it as a new document, once what is unsaved was asked about; then, if wanted, predicting begins. */
export async function openRandomGraph(studio: Studio, recipe: Recipe, predict: boolean): Promise<void> {
  const { documents, document, practice, broken, run, translate } = studio;
  if (!(await documents.mayLeave())) return;
  practice.setPredicting(false);
  document.open(randomDocument(recipe, translate), null);
  if (!predict) return;
  broken.set(null);
  const stop = run.subscribe(({ result, status }) => {
    if (status === 'running') return;
    stop();
    if (!result) return;
    practice.setPredicting(true);
    studio.platform.clock.setTimeout(() => {
      studio.canvas.getState().port?.fit(); // the question takes some of the canvas's height
      practice.call(); // the dialog has given the keyboard back by now
    }, 60);
  });
}
