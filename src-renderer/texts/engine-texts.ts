import { findOp, ops, type Problem } from '#engine';

/** An op or a template, as much of it as a text needs. */
interface Named {
  readonly id: string;
  readonly name: string;
}

interface Told extends Named {
  readonly intuition: { readonly lead: string; readonly more: string };
}

/**
 * Looks up what the engine says in English. The engine's own words stand where the language has none for them; those of
 * English are the engine's.
 */
function said(t: LookUp, key: string, words: Readonly<Record<string, string | number>>, english: string): string {
  const lookUp = t as unknown as (key: string, words: Readonly<Record<string, string | number>>) => string;
  const found = lookUp(key, { ...words, defaultValue: NOTHING });
  return found === NOTHING ? english : found;
}

/** No text: no catalogue holds it. */
const NOTHING = '\u0000';

/** Any of the window's look-ups: a component's `t` or `studio.translate`. */
type LookUp = (...asked: never[]) => unknown;

export function opName(t: LookUp, op: Named): string {
  return said(t, `ops:${op.id}.name`, {}, op.name);
}

/** Name of the op with this id; the id itself where there is no such op. */
export function opNameById(t: LookUp, id: string): string {
  const op = findOp(id);
  return op ? opName(t, op) : id;
}

/** What an op or a template does to a gradient: in a word, and in a sentence more. */
export function intuition(t: LookUp, op: Told): Told['intuition'] {
  const { lead, more } = op.intuition;
  return { lead: said(t, `ops:${op.id}.lead`, {}, lead), more: said(t, `ops:${op.id}.more`, {}, more) };
}

/** What is wrong, and what to do about it. */
export function problemText(t: LookUp, problem: Problem): { readonly message: string; readonly hint: string } {
  const { code, facts, message, hint } = problem;
  const words = Object.fromEntries(
    Object.entries(facts).map(([key, fact]) => [
      key,
      key === 'op' && typeof fact === 'string' ? opNameByName(t, fact) : fact,
    ]),
  );
  const told = Object.fromEntries(
    Object.entries(words).map(([key, fact]) => [key, typeof fact === 'object' ? fact.join(', ') : fact]),
  );
  return { message: said(t, `problems:${code}`, told, message), hint: said(t, `problems:${code}.hint`, {}, hint) };
}

/** Name of the op that the engine calls so in English. */
export function opNameByName(t: LookUp, english: string): string {
  const op = ops.find(({ name }) => name === english);
  return op ? opName(t, op) : english;
}

interface Mistaken extends Named {
  readonly summary: string;
}

/** A classic mistake: its name and its summary. */
export function mistakeText(t: LookUp, mistake: Mistaken): { readonly name: string; readonly summary: string } {
  return {
    name: said(t, `mistakes:${mistake.id}.name`, {}, mistake.name),
    summary: said(t, `mistakes:${mistake.id}.summary`, {}, mistake.summary),
  };
}

/** A bundled example, as menus list it. */
export function exampleTitle(t: LookUp, example: { readonly id: string; readonly title: string }): string {
  return said(t, `listings:example.${example.id}`, {}, example.title);
}

/** A bundled lesson, as its catalogue lists it. */
export function lessonListing<T extends { readonly id: string; readonly title: string; readonly description: string }>(
  t: LookUp,
  listing: T,
): T {
  return {
    ...listing,
    title: said(t, `listings:lesson.${listing.id}`, {}, listing.title),
    description: said(t, `listings:lesson.${listing.id}.description`, {}, listing.description),
  };
}
