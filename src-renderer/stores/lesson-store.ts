import { createStore } from 'zustand/vanilla';
import { objectiveValue } from '#engine';
import { applyChanges, documentAt, standingAt } from '../lesson-format/changes.ts';
import { emptyDraft } from '../lesson-format/draft.ts';
import { judgeChoice, judgePrediction, judgeTask, type Standing, type Verdict } from '../lesson-format/judge.ts';
import type { Lesson, LessonStep } from '../lesson-format/lesson.ts';
import { numbersOf } from '../lesson-format/numbers.ts';
import { looksLikeLesson, parseLesson } from '../lesson-format/parse-lesson.ts';
import type { Platform } from '../platform/platform.ts';
import type { Translate } from '../texts/texts.ts';
import type { DialogStore } from './dialog-store.ts';
import type { DocumentState, DocumentStore } from './document-store.ts';
import { type LessonProgress, readProgress, writeProgress } from './lesson-progress.ts';
import type { LessonListing, LessonState, LessonStore } from './lesson-state.ts';
import { eventsDone, type PlayerStore } from './player-store.ts';
import type { RunStore } from './run-store.ts';
import { sameDocument } from './same-document.ts';
import type { SessionStore, WireNumbers } from './session-store.ts';
import { createStopSeeker } from './stop-seeker.ts';

export interface LessonStoreOptions {
  readonly document: DocumentStore;
  readonly run: RunStore;
  readonly player: PlayerStore;
  readonly session: SessionStore;
  readonly dialogs: DialogStore;
  readonly platform: Platform;
  readonly translate: Translate;
  readonly listings: readonly LessonListing[];
}

interface Kept {
  readonly state: DocumentState;
  readonly bringBack: () => void;
  readonly wireNumbers: WireNumbers;
}

const NOTHING: ReadonlySet<string> = new Set();

export function createLessonStore(options: LessonStoreOptions): LessonStore {
  const { document, run, player, session, dialogs, platform, translate, listings } = options;
  const store = createStore<LessonState>(() => ({
    lesson: null,
    step: 0,
    passed: new Map(),
    verdict: null,
    tries: 0,
    presenting: false,
    revealed: 1,
    trail: [],
    recording: false,
    draft: emptyDraft,
    progress: readProgress(platform.storage),
  }));
  let kept: Kept | null = null;
  const stops = createStopSeeker({ document, run, player });

  const current = (): LessonStep | null => {
    const { lesson, step } = store.getState();
    return lesson?.steps[step] ?? null;
  };
  const standing = (): Standing => ({
    numbers: numbersOf(document.getState().document),
    eventsDone: eventsDone(player.getState()),
  });
  const keepProgress = (lesson: Lesson, change: Partial<LessonProgress>) => {
    if (store.getState().recording) return; // a preview
    const before = store.getState().progress[lesson.id] ?? { step: 0, passed: [], finished: false };
    const progress = { ...store.getState().progress, [lesson.id]: { ...before, ...change } };
    store.setState({ progress });
    writeProgress(platform.storage, progress);
  };
  const enter = (step: number) => {
    const { lesson, presenting } = store.getState();
    const next = lesson?.steps[step];
    if (!lesson || !next) return;
    store.setState({ step, verdict: null, tries: 0, trail: [], revealed: presenting ? 1 : next.text.length });
    const wanted = documentAt(lesson, step);
    if (!sameDocument(wanted, document.getState().document)) document.open(wanted, null);
    const numbers = standingAt(lesson, step, 'numbers');
    const reveal = store.getState().passed.has(step) ? next.check?.reveal : undefined;
    const stop = reveal ?? standingAt(lesson, step, 'stop');
    session.setState({
      markedNodes: new Set(next.mark?.nodes ?? NOTHING),
      markedEdges: new Set(next.mark?.wires ?? NOTHING),
      ...(numbers === undefined ? {} : { wireNumbers: numbers }),
    });
    session.select([]);
    if (stop !== undefined) stops.seek(stop);
    keepProgress(lesson, { step });
  };
  const pass = (how: 'found' | 'shown') => {
    const { lesson, step, passed } = store.getState();
    if (!lesson) return;
    const all = new Map(passed).set(step, passed.get(step) === 'found' ? 'found' : how);
    store.setState({ passed: all, verdict: { right: true } });
    keepProgress(lesson, { passed: [...all.keys()] });
    const reveal = current()?.check?.reveal;
    if (reveal !== undefined) stops.seek(reveal);
  };
  const judged = (verdict: Verdict) => {
    store.setState(({ tries }) => ({ verdict, tries: tries + 1 }));
    if (verdict.right) pass('found');
  };
  const leave = () => {
    stops.forget();
    const { lesson } = store.getState();
    if (!lesson || !kept) return;
    store.setState({ lesson: null, verdict: null, presenting: false });
    session.setState({ markedNodes: NOTHING, markedEdges: NOTHING, wireNumbers: kept.wireNumbers });
    const { bringBack } = kept;
    kept = null;
    bringBack();
  };
  const start = (lesson: Lesson, step = 0) => {
    leave();
    const first = documentAt(lesson, step);
    const { wireNumbers } = session.getState();
    const state = document.getState();
    const bringBack = document.setAside(first);
    kept = { state, bringBack, wireNumbers };
    player.setGranularity('edge');
    const known = store.getState().progress[lesson.id];
    store.setState({
      lesson,
      presenting: false,
      passed: new Map((known && !known.finished ? known.passed : []).map((each) => [each, 'found' as const])),
    });
    enter(step);
  };
  const openText = (text: string, name: string, step = 0) => {
    if (!looksLikeLesson(text)) return false;
    const { lesson, problems } = parseLesson(text);
    if (lesson) start(lesson, Math.min(step, lesson.steps.length - 1));
    else dialogs.show({ kind: 'problems', name, problems });
    return true;
  };

  return {
    ...store,
    listings,
    start,
    leave,
    goTo: enter,
    openText: (text, name) => openText(text, name),
    async open(id) {
      const listing = listings.find((each) => each.id === id);
      if (!listing) return session.notify(translate('lessons:refused.unknown', { id }), 'refusal');
      const known = store.getState().progress[id];
      openText(await listing.read(), listing.title, known && !known.finished ? known.step : 0);
    },
    next() {
      const { lesson, step } = store.getState();
      if (!lesson) return;
      if (step + 1 < lesson.steps.length) return enter(step + 1);
      keepProgress(lesson, { finished: true, step: 0 });
      leave();
      if (!store.getState().recording) dialogs.show({ kind: 'lessons' });
    },
    back() {
      const { step } = store.getState();
      if (step > 0) enter(step - 1);
    },
    answer(value) {
      const check = current()?.check;
      if (check?.kind === 'predict') judged(judgePrediction(check, value, standing().numbers));
    },
    choose(option) {
      const check = current()?.check;
      if (check?.kind === 'choice') judged(judgeChoice(check, option, standing().numbers));
    },
    checkTask() {
      const check = current()?.check;
      if (check?.kind === 'task') judged(judgeTask(check, standing()));
    },
    showMe() {
      const check = current()?.check;
      if (check?.kind === 'task') {
        document.edit(translate('lessons:step.solution'), (before) => applyChanges(before, check.solution));
        const stop = check.goals.find((goal) => goal.kind === 'stepped')?.stop;
        if (stop !== undefined) stops.seek(stop);
      }
      pass('shown');
    },
    descend(nodes, rate) {
      const { document: before } = document.getState();
      const result = numbersOf(before).result();
      const height = result && objectiveValue(result);
      const moves = nodes.flatMap((node) => {
        const value = before.nodes.find(({ id }) => id === node)?.attrs['value'];
        const slope = result?.grad(node)?.data[0];
        return typeof value === 'number' && slope !== undefined
          ? [{ node, from: value, to: value - rate * slope }]
          : [];
      });
      if (height === null || !moves.every(({ to }) => Number.isFinite(to))) return;
      const set = Object.fromEntries(moves.map(({ node, to }) => [node, to]));
      document.edit(translate('lessons:step.descend'), (now) => applyChanges(now, [{ set }]));
      store.setState(({ trail }) => ({
        trail: [...trail, ...moves.map(({ node, from }) => ({ node, from, height }))],
      }));
    },
    startOver() {
      const { lesson, step } = store.getState();
      if (!lesson) return;
      document.edit(translate('lessons:step.over'), () => documentAt(lesson, step));
      store.setState({ trail: [] });
    },
    present(on) {
      store.setState({ presenting: on });
      enter(store.getState().step);
    },
    reveal(parts) {
      const { revealed } = store.getState();
      if (revealed >= parts) return false;
      store.setState({ revealed: revealed + 1 });
      return true;
    },
    record(on) {
      leave();
      store.setState({ recording: on });
    },
    setDraft: (draft) => store.setState({ draft }),
    setAside: () => kept?.state ?? null,
  };
}
