import type { StoreApi } from 'zustand/vanilla';
import type { EdgeRef, Point } from '#engine';

export type WireNumbers = 'values' | 'gradients' | 'both' | 'none';
export type PanelTab = 'inspect' | 'explain' | 'problems';

/** What the user looks at and points to: neither saved with the document nor undone. */
export interface SessionState {
  /** Ids of selected nodes and of collapsed groups. */
  readonly selectedNodes: ReadonlySet<string>;
  /** Selected wires as `edgeKey` text. */
  readonly selectedEdges: ReadonlySet<string>;
  readonly hoveredNode: string | null;
  readonly hoveredEdge: EdgeRef | null;
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
}

export interface QuickAddRequest {
  readonly at: Point;
  /** A wire dropped on empty canvas: the new node is connected to this port. */
  readonly from?:
    | { readonly node: string; readonly port: 'output' }
    | { readonly node: string; readonly port: 'input'; readonly slot: number };
}

export interface Notice {
  readonly text: string;
  readonly tone: 'plain' | 'refusal' | 'error';
  /** Distinguishes two notices with the same text. */
  readonly id: number;
}

export interface SessionStore extends StoreApi<SessionState> {
  select(nodes: Iterable<string>, edges?: Iterable<string>): void;
  notify(text: string, tone?: Notice['tone']): void;
  revealNode(node: string): void;
}
