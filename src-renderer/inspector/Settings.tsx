import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type AttributeRule, type GraphNode, type OpDefinition, setAttribute } from '#engine';
import { symbolOf } from '../math/symbols.ts';
import { moveByNotches, valueStep } from '../math/value-text.ts';
import { useStudio } from '../stores/studio.ts';
import { TextField } from '../ui/TextField.tsx';
import { parseSetting, type SettingProblem, settingKind, settingText } from './setting-kind.ts';

/** An editor for each setting of the op, made from the op's own rules. */
export function Settings({ node, op }: { readonly node: GraphNode; readonly op: OpDefinition }) {
  const { t } = useTranslation('inspector');
  const rules = Object.entries(op.attrs);
  if (rules.length === 0) return null;
  return (
    <section className="panel-section">
      <h3>{t('settings.title')}</h3>
      <div className="fields">
        {rules.map(([key, rule]) => (
          <Setting key={`${node.id}:${key}`} node={node} name={key} rule={rule} />
        ))}
      </div>
    </section>
  );
}

interface SettingProps {
  readonly node: GraphNode;
  readonly name: string;
  readonly rule: AttributeRule;
}

function Setting({ node, name, rule }: SettingProps) {
  const { t } = useTranslation('inspector');
  const { document } = useStudio();
  const id = useId();
  const kind = settingKind(name, rule);
  const raw = node.attrs[name];
  const change = (value: unknown, merge = false) =>
    document.edit(
      t('edit.attribute', { name, node: symbolOf(node).text }),
      (current) => setAttribute(current, node.id, name, value),
      merge ? { merge: `setting:${node.id}:${name}` } : {},
    );
  const words = useProblemWords();

  if (kind.kind === 'boolean') {
    const checked = (raw ?? rule.default) === true;
    return (
      <div className="field-row field-row-flag">
        <input id={id} type="checkbox" checked={checked} onChange={(event) => change(event.target.checked)} />
        <label htmlFor={id} title={rule.description}>
          {name}
        </label>
      </div>
    );
  }
  if (kind.kind === 'choice')
    return (
      <div className="field-row">
        <label htmlFor={id} title={rule.description}>
          {name}
        </label>
        <select
          id={id}
          className="text-field"
          value={settingText(raw ?? rule.default)}
          onChange={(event) => change(event.target.value)}
        >
          {kind.choices.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </select>
      </div>
    );
  const current = typeof raw === 'number' ? raw : typeof rule.default === 'number' ? rule.default : null;
  return (
    <TextField
      label={name}
      hint={rule.description}
      code
      text={settingText(raw)}
      placeholder={placeholderOf(rule, t)}
      onCommit={(text) => {
        const parsed = parseSetting(text, name, kind, rule);
        if (!parsed.ok)
          return t('field.kept', { why: words(parsed.problem), value: settingText(raw) || placeholderOf(rule, t) });
        change(parsed.raw);
        return null;
      }}
      {...(current !== null && {
        onNotch: (direction: 1 | -1, event: { readonly shiftKey: boolean }) => {
          const whole = rule.schema['type'] === 'integer';
          const step = whole ? 1 : valueStep(current, event.shiftKey ? 'fine' : 'normal');
          const next = moveByNotches(current, direction, step);
          if (parseSetting(settingText(next), name, kind, rule).ok) change(next, true);
        },
      })}
    />
  );
}

function placeholderOf(rule: AttributeRule, t: ReturnType<typeof useTranslation<'inspector'>>['t']): string {
  if (rule.default === undefined) return '';
  return rule.default === null ? t('settings.none') : t('settings.default', { value: settingText(rule.default) });
}

function useProblemWords(): (problem: SettingProblem) => string {
  const { t } = useTranslation('inspector');
  return (problem) => ('key' in problem ? t(problem.key) : problem.sentence);
}
