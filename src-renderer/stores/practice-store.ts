import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Asked, agrees, askedBy, type Diagnosis, diagnose, rightIn } from '#engine';
import type { DocumentStore } from './document-store.ts';
import type { PlayerStore } from './player-store.ts';
import type { RunStore } from './run-store.ts';
import type { Granularity, Stop } from './stops.ts';

/** Which numbers are asked for; the others are shown. */
export type Asks = 'all' | 'values' | 'gradients';

/** A number that the next stop would write, asked for first. */
export interface Question {
  /** Index of its event in the trace. */
  readonly event: number;
  readonly asked: Asked;
}

/** What is said to a wrong answer. */
export interface Hint {
  readonly answer: number;
  readonly right: ReturnType<typeof rightIn>;
  readonly diagnosis: Diagnosis | null;
}

/** Numbers asked for under one rule. */
interface Score {
  readonly asked: number;
  /** Right at the first try. */
  readonly atOnce: number;
}

export interface PracticeState {
  readonly predicting: boolean;
  readonly asks: Asks;
  /** `null` when the next stop asks nothing, or none is left. */
  readonly question: Question | null;
  /** Wrong answers to the question so far. */
  readonly tries: number;
  readonly hint: Hint | null;
  /** Counts moves that halted at the question, so that its field takes the keyboard. */
  readonly calls: number;
  /** Numbers of this run found, shown, and to be found. */
  readonly done: number;
  readonly total: number;
  /** By rule: `values`, `seed`, `fork`, `chain`, and `op:` with the id of a gate. Kept until the window closes. */
  readonly scores: ReadonlyMap<string, Score>;
  /** Where on the canvas the number stands that is asked for, while it is drawn there. */
  readonly place: HTMLElement | null;
  /** What stands in front of the window. */
  readonly dialog: 'random' | 'worksheet' | null;
}

/** Predicting each number before it is shown. */
export interface PracticeStore extends StoreApi<PracticeState> {
  setPredicting(on: boolean): void;
  setAsks(asks: Asks): void;
  /** Whether the number was right; it is shown then and the next one asked for. */
  answer(value: number): boolean;
  /** Gives the number away and asks for the next. */
  show(): void;
  /** From the first number again, with the scores at nothing. */
  restart(): void;
  setPlace(place: HTMLElement | null): void;
  /** Asks the field for the number to take the keyboard. */
  call(): void;
  setDialog(dialog: PracticeState['dialog']): void;
}

/** Wrong answers after which the number can be shown. */
export const TRIES_BEFORE_SHOW = 2;

export interface PracticeStoreOptions {
  readonly run: RunStore;
  readonly player: PlayerStore;
  readonly document: DocumentStore;
}

const NOTHING_ASKED = { question: null, tries: 0, hint: null } as const;

export function createPracticeStore({ run, player, document }: PracticeStoreOptions): PracticeStore {
  const store = createStore<PracticeState>(() => ({
    predicting: false,
    asks: 'all',
    ...NOTHING_ASKED,
    calls: 0,
    done: 0,
    total: 0,
    scores: new Map(),
    place: null,
    dialog: null,
  }));
  const answered = new Set<number>(); // events of this run whose numbers were found or shown
  let before: Granularity = 'edge';

  const questionOf = (stop: Stop | undefined): Question | null => {
    const { result } = run.getState();
    if (!stop || !result || stop.phase === 'update') return null;
    for (let event = stop.first; event <= stop.last; event++) {
      const asked = askedBy(result.trace.events[event]!, result, document.getState().document);
      if (asked && wanted(asked, store.getState().asks)) return { event, asked };
    }
    return null;
  };
  const openQuestion = (stop: Stop | undefined) => {
    const question = questionOf(stop);
    return question && !answered.has(question.event) ? question : null;
  };
  const hold = (from: number, to: number) => {
    const { stops } = player.getState();
    for (let at = from; at < to; at++) {
      if (!openQuestion(stops[at])) continue;
      store.setState({ calls: store.getState().calls + 1 });
      return at;
    }
    return to;
  };
  const count = () => {
    const events = player.getState().stops.flatMap((stop) => questionOf(stop)?.event ?? []);
    store.setState({ total: events.length, done: events.filter((event) => answered.has(event)).length });
  };
  /** What the player's position asks for. */
  const settle = () => {
    const { stops, position } = player.getState();
    const question = store.getState().predicting ? openQuestion(stops[position]) : null;
    if (question?.event === store.getState().question?.event) {
      if (question && question.asked.answer !== store.getState().question?.asked.answer)
        store.setState({ ...NOTHING_ASKED, question });
      return;
    }
    store.setState({ ...NOTHING_ASKED, question });
  };
  const toNext = () => player.seek(player.getState().stops.length);
  const close = (atOnce: boolean) => {
    const { question, scores } = store.getState();
    if (!question) return;
    const next = new Map(scores);
    for (const rule of rulesOf(question.asked)) {
      const score = next.get(rule) ?? { asked: 0, atOnce: 0 };
      next.set(rule, { asked: score.asked + 1, atOnce: score.atOnce + (atOnce ? 1 : 0) });
    }
    answered.add(question.event);
    store.setState({ ...NOTHING_ASKED, scores: next });
    player.seek(player.getState().position + 1);
    toNext();
    count();
    settle();
  };

  run.subscribe(({ result }, previous) => {
    if (result === previous.result) return;
    answered.clear();
    if (!store.getState().predicting) return;
    count();
    settle();
  });
  player.subscribe(() => {
    if (!store.getState().predicting) return;
    if (player.getState().granularity !== 'number') player.setGranularity('number');
    settle();
  });

  return {
    ...store,
    setPredicting(on) {
      if (on === store.getState().predicting) return;
      if (!on) {
        player.setHold(null);
        store.setState({ predicting: false, ...NOTHING_ASKED, place: null });
        player.setGranularity(before);
        return;
      }
      const { granularity } = player.getState();
      before = granularity;
      answered.clear();
      player.setGranularity('number');
      player.seek(0);
      player.setHold(hold);
      store.setState({ predicting: true });
      count();
      toNext();
      settle();
    },
    setAsks(asks) {
      if (asks === store.getState().asks) return;
      store.setState({ asks });
      count();
      if (!store.getState().predicting) return;
      player.seek(0);
      toNext();
      settle();
    },
    answer(value) {
      const { question, tries } = store.getState();
      if (!question) return false;
      if (agrees(value, question.asked.answer)) {
        close(tries === 0);
        return true;
      }
      const hint = { answer: value, right: rightIn(value, question.asked), diagnosis: diagnose(value, question.asked) };
      store.setState({ tries: tries + 1, hint });
      return false;
    },
    show: () => close(false),
    restart() {
      answered.clear();
      store.setState({ ...NOTHING_ASKED, scores: new Map() });
      count();
      player.seek(0);
      toNext();
      settle();
    },
    setPlace: (place) => store.setState({ place }),
    call: () => store.setState({ calls: store.getState().calls + 1 }),
    setDialog: (dialog) => store.setState({ dialog }),
  };
}

function wanted({ kind }: Asked, asks: Asks): boolean {
  return asks === 'all' || (kind === 'value') === (asks === 'values');
}

/** The rules that a question practises. */
function rulesOf(asked: Asked): readonly string[] {
  switch (asked.kind) {
    case 'value':
      return ['values'];
    case 'seed':
      return ['seed'];
    case 'total':
      return ['fork'];
    case 'contribution':
      return [`op:${asked.op.id}`, ...(asked.upstream !== 1 && asked.local !== 1 ? ['chain'] : [])];
  }
}
