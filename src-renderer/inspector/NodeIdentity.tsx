import { useTranslation } from 'react-i18next';
import { ChainruleError, type GraphNode, type OpDefinition, rename, setLabel, setObjective } from '#engine';
import { symbolOf } from '../math/symbols.ts';
import { useDocument, useRun } from '../stores/hooks.ts';
import { useStudio } from '../stores/studio.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';

/** What the node is called, and whether it is the one differentiated. */
export function NodeIdentity({ node, op }: { readonly node: GraphNode; readonly op: OpDefinition | undefined }) {
  const { t } = useTranslation('inspector');
  const { document, session } = useStudio();
  const name = symbolOf(node).text;
  const commitId = (text: string) => {
    const id = text.trim();
    try {
      document.edit(t('edit.id', { node: name }), (current) => rename(current, node.id, id));
    } catch (error) {
      if (error instanceof ChainruleError) return error.problem.message;
      throw error;
    }
    session.select([id]);
    return null;
  };
  return (
    <section className="panel-section">
      <h3>{t('node.title')}</h3>
      <div className="fields">
        <TextField
          label={t('node.label')}
          text={node.label ?? ''}
          placeholder={name}
          onCommit={(text) => {
            const label = text.trim() === '' ? undefined : text.trim();
            document.edit(t('edit.label', { node: name }), (current) => setLabel(current, node.id, label));
            return null;
          }}
        />
        <TextField label={t('node.id')} text={node.id} code onCommit={commitId} />
      </div>
      {op?.leaf ? null : <ObjectiveChoice node={node} />}
    </section>
  );
}

function ObjectiveChoice({ node }: { readonly node: GraphNode }) {
  const { t } = useTranslation('inspector');
  const { document } = useStudio();
  const chosen = useDocument((state) => state.document.objective === node.id);
  const objective = useRun(({ result }) => result?.objective === node.id);
  const choose = (id: string | undefined) => document.edit(t('edit.objective'), (current) => setObjective(current, id));
  if (!objective && !chosen)
    return (
      <Button look="line" className="objective-button" onClick={() => choose(node.id)}>
        {t('objective.set')}
      </Button>
    );
  return (
    <>
      <p className="note objective-note">
        {t('objective.is')} {chosen ? null : t('objective.auto')}
      </p>
      {chosen && (
        <Button look="line" className="objective-button" onClick={() => choose(undefined)}>
          {t('objective.release')}
        </Button>
      )}
    </>
  );
}
