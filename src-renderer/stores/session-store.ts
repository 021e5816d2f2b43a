import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EdgeRef, Point } from '#engine';
import type { Clock } from '../platform/platform.ts';

export type WireNumbers = 'values' | 'gradients' | 'both' | 'none';
export type PanelTab = 'train' | 'inspect' | 'explain' | 'problems';

/** What the user looks at and points to: neither saved with the document nor undone. */
export interface SessionState {
  /** Ids of selected nodes and of collapsed groups. */
  readonly selectedNodes: ReadonlySet<string>;
  /** Selected wires as `edgeKey` text. */
  readonly selectedEdges: ReadonlySet<string>;
  /** Selected frames and notes. */
  readonly selectedMarks: ReadonlySet<string>;
  /** The merged gate whose inside is all that the canvas shows; `null` at the top. */
  readonly inside: string | null;
  /** The question how to use a saved gate stands open; `gate` is the one chosen already. */
  readonly usingGate: { readonly gate: string | null } | null;
  readonly hoveredNode: string | null;
  readonly hoveredEdge: EdgeRef | null;
  /** Nodes and wires (`edgeKey` text) that a lesson points out. */
  readonly markedNodes: ReadonlySet<string>;
  readonly markedEdges: ReadonlySet<string>;
  readonly wireNumbers: WireNumbers;
  readonly panelTab: PanelTab;
  /** The quick-add popup: where it stands (canvas coordinates) and what it connects to. */
  readonly quickAdd: QuickAddRequest | null;
  /** One sentence that an action left for the user (a refusal, "Copied 3 nodes"), shown for a while and read aloud. */
  readonly notice: Notice | null;
  /** Where the pointer last was on the canvas: paste lands there. */
  readonly pointer: Point | null;
  /** An edge or node that another view asks the canvas to bring into view. */
  readonly reveal: { readonly node: string; readonly count: number } | null;
  /** The document's title is being edited in the title bar. */
  readonly renamingTitle: boolean;
  /** The list of the history stands open. */
  readonly historyOpen: boolean;
  /** The field that finds nodes stands open; `count` grows each time it is asked for. */
  readonly find: { readonly count: number } | null;
  /** The graph stands as a table in the canvas's place. */
  readonly asTable: boolean;
  /** Parts of the panels that stand open, by name. */
  readonly openSections: ReadonlySet<string>;
}

export interface QuickAddRequest {
  readonly at: Point;
  /** A wire dropped on empty canvas: the new node is connected to this port. */
  readonly from?:
    | { readonly node: string; readonly port: 'output' }
    | { readonly node: string; readonly port: 'input'; readonly slot: number };
}

interface Notice {
  readonly text: string;
  readonly tone: 'plain' | 'refusal' | 'error';
  /** Distinguishes two notices with the same text. */
  readonly id: number;
}

export interface SessionStore extends StoreApi<SessionState> {
  select(nodes: Iterable<string>, edges?: Iterable<string>, marks?: Iterable<string>): void;
  notify(text: string, tone?: Notice['tone']): void;
  revealNode(node: string): void;
  dismissNotice(): void;
  toggleSection(name: string): void;
}

const NOTICE_MS = 5_000;
const ERROR_NOTICE_MS = 15_000;

export function createSessionStore(clock: Clock, wireNumbers: WireNumbers = 'both'): SessionStore {
  const store = createStore<SessionState>(() => ({
    selectedNodes: new Set<string>(),
    selectedEdges: new Set<string>(),
    selectedMarks: new Set<string>(),
    inside: null,
    usingGate: null,
    hoveredNode: null,
    hoveredEdge: null,
    markedNodes: new Set<string>(),
    markedEdges: new Set<string>(),
    wireNumbers,
    panelTab: 'inspect',
    quickAdd: null,
    notice: null,
    pointer: null,
    reveal: null,
    renamingTitle: false,
    historyOpen: false,
    find: null,
    asTable: false,
    openSections: new Set<string>(),
  }));
  let notices = 0;
  let timer: number | null = null;

  const dismissNotice = () => {
    if (timer !== null) clock.clearTimeout(timer);
    timer = null;
    if (store.getState().notice) store.setState({ notice: null });
  };
  return {
    ...store,
    select(nodes, edges = [], marks = []) {
      const selectedNodes = keepIfSame(store.getState().selectedNodes, new Set(nodes));
      const selectedEdges = keepIfSame(store.getState().selectedEdges, new Set(edges));
      const selectedMarks = keepIfSame(store.getState().selectedMarks, new Set(marks));
      store.setState({ selectedNodes, selectedEdges, selectedMarks });
    },
    notify(text, tone = 'plain') {
      dismissNotice();
      notices++;
      store.setState({ notice: { text, tone, id: notices } });
      timer = clock.setTimeout(dismissNotice, tone === 'error' ? ERROR_NOTICE_MS : NOTICE_MS);
    },
    revealNode(node) {
      store.setState({ reveal: { node, count: (store.getState().reveal?.count ?? 0) + 1 } });
    },
    dismissNotice,
    toggleSection(name) {
      const openSections = new Set(store.getState().openSections);
      if (!openSections.delete(name)) openSections.add(name);
      store.setState({ openSections });
    },
  };
}

/** The set that stands already when nothing changed, so that views that watch it do not render again. */
function keepIfSame(current: ReadonlySet<string>, next: ReadonlySet<string>): ReadonlySet<string> {
  return current.size === next.size && [...next].every((id) => current.has(id)) ? current : next;
}
