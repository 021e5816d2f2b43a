import { useMemo } from 'react';
import type { GraphNode } from '#engine';
import { gradientOf } from '../math/derivative.ts';
import { exactText, formatNumber, formatSigned, signOf } from '../math/format-number.ts';
import { type RichPart, type RichValues, richText } from '../math/rich-text.ts';
import { symbolOf, symbolOfName } from '../math/symbols.ts';
import { useRun, useSettings } from '../stores/hooks.ts';
import { useStudio } from '../stores/studio.ts';
import { useNodesById } from '../stores/use-nodes.ts';
import type { Translate } from '../texts/texts.ts';

/** Sentences about the graph on screen, with its symbols and numbers set in them. */
export interface Words {
  say(key: string, values?: RichValues): readonly RichPart[];
  symbol(node: string): RichPart;
  /** ∂L/∂node in the notation chosen. */
  gradient(node: string): RichPart;
  value(number: number): RichPart;
  /** A gradient: with its sign. */
  signed(number: number): RichPart;
}

export function useWords(): Words {
  const { translate } = useStudio();
  const nodes = useNodesById();
  const objective = useRun(({ result }) => result?.objective ?? null);
  const notation = useSettings((settings) => settings.notation);
  return useMemo(() => {
    const named = (id: string) => {
      const node: GraphNode | undefined = nodes.get(id);
      return node ? symbolOf(node) : symbolOfName(id);
    };
    return {
      say: (key, values) => richText((placeholders) => translate(textKey(key), placeholders), values),
      symbol: (node) => ({ kind: 'symbol', symbol: named(node), node }),
      gradient: (node) => ({
        kind: 'derivative',
        derivative: gradientOf(named(node), objective === null ? null : named(objective), notation),
        node,
      }),
      value: (number) => ({ kind: 'number', text: formatNumber(number), exact: exactText(number) }),
      signed: (number) => ({
        kind: 'number',
        text: formatSigned(number),
        exact: exactText(number),
        sign: signOf(number),
      }),
    };
  }, [translate, nodes, objective, notation]);
}

/** Keys made of a mistake's id: the test of the texts holds that each stands in the catalogue. */
export function textKey(key: string): Parameters<Translate>[0] {
  return `practice:${key}` as Parameters<Translate>[0];
}
