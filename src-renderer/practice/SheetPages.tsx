import { useLayoutEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type ChainruleDocument, type Drawing, drawGraph, opTable } from '#engine';
import { SvgDrawing } from './SvgDrawing.tsx';
import type { Paper } from './worksheet-graphs.ts';

interface SheetPagesProps {
  readonly graphs: readonly ChainruleDocument[];
  readonly paper: Paper;
}

/** From this ratio of width to height on a graph is printed across the page. */
const WIDE = 1.5;

/** One exercise a page, blank where something is to be worked out; the answers on pages of their own, at the end. */
export function SheetPages({ graphs, paper }: SheetPagesProps) {
  const { t } = useTranslation('practice');
  const drawings = useMemo(
    () =>
      graphs.map((graph, at) => ({
        number: at + 1,
        title: graph.title,
        blank: drawGraph(graph, { table: opTable, numbers: 'blank' }),
        solved: drawGraph(graph, { table: opTable, numbers: 'shown' }),
      })),
    [graphs],
  );
  const wide = drawings.every(({ blank }) => blank.width > WIDE * blank.height);
  usePaper(paper, wide);
  const format = `sheet-page is-${paper} ${wide ? 'is-wide' : ''}`;
  return (
    <>
      {drawings.map(({ number, title, blank }) => (
        <article key={number} className={format} data-theme="light">
          <header className="sheet-head">
            <h2>{t('sheet.heading')}</h2>
            <p>
              <span>{t('sheet.name')}</span>
              <span>{t('sheet.date')}</span>
            </p>
          </header>
          <Exercise number={number} title={title} drawing={blank} />
          <p className="sheet-task">{t('sheet.task')}</p>
        </article>
      ))}
      <article className={`${format} is-key`} data-theme="light">
        <header className="sheet-head">
          <h2>{t('sheet.key')}</h2>
        </header>
        {drawings.map(({ number, title, solved }) => (
          <Exercise key={number} number={number} title={title} drawing={solved} />
        ))}
      </article>
    </>
  );
}

/** Tells the printer the pages' size. A sheet of rules of its own, since only one size can hold at a time. */
function usePaper(paper: Paper, wide: boolean): void {
  useLayoutEffect(() => {
    const rules = new CSSStyleSheet();
    rules.replaceSync(`@page { size: ${paper} ${wide ? 'landscape' : 'portrait'}; margin: 14mm }`);
    document.adoptedStyleSheets.push(rules);
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== rules);
    };
  }, [paper, wide]);
}

interface ExerciseProps {
  readonly number: number;
  readonly title: string;
  readonly drawing: Drawing;
}

function Exercise({ number, title, drawing }: ExerciseProps) {
  const { t } = useTranslation('practice');
  return (
    <section className="sheet-exercise">
      <h3>
        {t('sheet.exercise', { number })} <small>{title}</small>
      </h3>
      <SvgDrawing drawing={drawing} />
    </section>
  );
}
