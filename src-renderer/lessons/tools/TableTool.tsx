import { parseExpression } from '../../lesson-format/expression.ts';
import { numberIn } from '../../lesson-format/judge.ts';
import type { Tool } from '../../lesson-format/lesson.ts';
import { summarize } from '../../math/format-number.ts';
import { Prose } from '../Prose.tsx';
import { useNumbers } from '../use-numbers.ts';

/** Numbers of the graph under each other, always those that stand. */
export function TableTool({ tool }: { readonly tool: Extract<Tool, { kind: 'table' }> }) {
  const numbers = useNumbers();
  return (
    <table className="lesson-table">
      <tbody>
        {tool.rows.map(({ label, is }) => {
          const { expression } = parseExpression(is);
          const scalar = numberIn(is, numbers);
          const tensor = expression ? numbers.tensor(expression) : null;
          return (
            <tr key={label}>
              <th scope="row">
                <Prose text={label} />
              </th>
              <td className="num">
                {summarize(scalar === null ? tensor : { shape: [], data: Float64Array.of(scalar) }, { widthCh: 40 })}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
