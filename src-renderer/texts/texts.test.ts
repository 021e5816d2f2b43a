import { describe, expect, it } from 'vitest';
import { mistakes, ops, templates } from '#engine';
import { examples } from '../../resources/examples/catalog.ts';
import { lessons } from '../../resources/lessons/catalog.ts';
import { en } from './en/index.ts';
import { opName, problemText } from './engine-texts.ts';
import { ko, koEngine } from './ko/index.ts';
import { languageOf } from './languages.ts';
import { pseudoText, pseudoTexts } from './pseudo.ts';
import { createTexts, translator } from './texts.ts';

type Catalogue = Readonly<Record<string, Readonly<Record<string, string>>>>;

const flat = (catalogue: Catalogue): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(catalogue).flatMap(([namespace, texts]) =>
      Object.entries(texts).map(([key, text]) => [`${namespace}:${key}`, text] as const),
    ),
  );
/** Placeholders and tags, sorted; one that is said twice counts once. */
const fixedParts = (text: string) => [...new Set(text.match(/\{\{.*?\}\}|<\/?\d+>/g))].toSorted();

const english = flat(en);
const withoutSingular = [...english.keys()].filter((key) => !key.endsWith('_one'));

describe('Korean', () => {
  const korean = flat(ko);

  it('has every text of English but the singulars, and no other', () => {
    expect([...korean.keys()].toSorted()).toEqual(withoutSingular.toSorted());
  });

  it('puts the same words in as English', () => {
    const differing = [...korean].filter(
      ([key, text]) => fixedParts(text).join() !== fixedParts(english.get(key) ?? '').join(),
    );
    expect(differing).toEqual([]);
  });

  it('lets no particle of two forms follow a word it does not know', () => {
    const particle = /\}\}(?:은|는|이|가|을|를|와|과|로|으로)(?=[\s,.:?]|$)/u;
    expect([...korean].filter(([, text]) => particle.test(text))).toEqual([]);
  });

  it('leaves the spaces at the ends of a text as they are, but for what stands between the last two of a list', () => {
    const ends = (text: string) => [text.startsWith(' '), text.endsWith(' ')];
    const kept = [...korean.keys()].filter(
      (key) => key !== 'player:list.last' && `${ends(korean.get(key) ?? '')}` !== `${ends(english.get(key) ?? '')}`,
    );
    expect(kept).toEqual([]);
  });

  it('counts without a singular', () => {
    const translate = translator(createTexts('ko'));
    expect(translate('app:status.nodes', { count: 1 })).toBe('노드 1개');
    expect(translate('app:status.nodes', { count: 2 })).toBe('노드 2개');
  });
});

describe('Korean for what the engine and the bundled files say', () => {
  const missing = (texts: Readonly<Record<string, string>>, wanted: readonly string[]) =>
    wanted.filter((key) => !texts[key]);

  it('names every op, template and mistake, every example and every lesson', () => {
    const told = [...ops, ...templates.values()].flatMap(({ id }) => [`${id}.name`, `${id}.lead`, `${id}.more`]);
    expect(missing(koEngine.ops, told)).toEqual([]);
    const wrong = [...mistakes.values()].flatMap(({ id }) => [`${id}.name`, `${id}.summary`]);
    expect(missing(koEngine.mistakes, wrong)).toEqual([]);
    const listed = [
      ...examples.map(({ id }) => `example.${id}`),
      ...lessons.flatMap(({ id }) => [`lesson.${id}`, `lesson.${id}.description`]),
    ];
    expect(missing(koEngine.listings, listed)).toEqual([]);
  });

  it('says each problem it knows with what to do about it', () => {
    const codes = Object.keys(koEngine.problems).filter((key) => !key.endsWith('.hint'));
    expect(
      missing(
        koEngine.problems,
        codes.map((code) => `${code}.hint`),
      ),
    ).toEqual([]);
  });

  it('puts the facts of a problem in, and keeps the English of a problem it does not know', () => {
    const translate = translator(createTexts('ko'));
    const problem = {
      code: 'graph.empty-slot',
      message: 'm',
      hint: 'h',
      facts: { node: 'y', slot: 'a', op: 'Add' },
    } as const;
    expect(problemText(translate, problem)).toEqual({
      message: 'y (덧셈)의 입력 a: 비어 있습니다.',
      hint: '그 자리에 노드를 연결하세요.',
    });
    expect(problemText(translate, { ...problem, code: 'data.empty' }).message).toBe('m');
    expect(opName(translator(createTexts('en')), { id: 'add', name: 'Add' })).toBe('Add');
  });
});

describe('pseudo-language', () => {
  it('has every text, two fifths longer, with the same words put in', () => {
    const pseudo = flat(pseudoTexts(en));
    expect([...pseudo.keys()]).toEqual([...english.keys()]);
    for (const [key, text] of pseudo) expect(fixedParts(text)).toEqual(fixedParts(english.get(key) ?? ''));
  });

  it('keeps what is no word, and lengthens what is', () => {
    expect(pseudoText('(w*x - 1)^2')).toBe('(w*x - 1)^2');
    expect(pseudoText('{{done}} of {{total}}')).toMatch(/^\[\{\{done\}\} öf~+ \{\{total\}\}\]$/);
    expect(pseudoText('Keyboard shortcuts').length).toBeGreaterThanOrEqual(1.4 * 'Keyboard shortcuts'.length);
  });
});

it('takes the first language of the system that it speaks, else English', () => {
  expect(languageOf(['ko-KR', 'en'])).toBe('ko');
  expect(languageOf(['fr', 'ko'])).toBe('ko');
  expect(languageOf(['de-DE'])).toBe('en');
  expect(languageOf([])).toBe('en');
});
