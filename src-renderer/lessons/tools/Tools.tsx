import type { Tool } from '../../lesson-format/lesson.ts';
import { BarsTool } from './BarsTool.tsx';
import { DescendTool } from './DescendTool.tsx';
import { PlotTool } from './PlotTool.tsx';
import { SliderTool } from './SliderTool.tsx';
import { SwitchTool } from './SwitchTool.tsx';
import { TableTool } from './TableTool.tsx';

interface ToolsProps {
  readonly tools: readonly Tool[];
  /** Names the step: what a tool remembers ends with it. */
  readonly at: string;
}

/** What the learner works with beside the graph. */
export function Tools({ tools, at }: ToolsProps) {
  return (
    <div className="lesson-tools">
      {tools.map((tool, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step's tools keep their order
        <ToolView key={`${at}:${index}`} tool={tool} />
      ))}
    </div>
  );
}

function ToolView({ tool }: { readonly tool: Tool }) {
  switch (tool.kind) {
    case 'slider':
      return <SliderTool tool={tool} />;
    case 'table':
      return <TableTool tool={tool} />;
    case 'bars':
      return <BarsTool tool={tool} />;
    case 'switch':
      return <SwitchTool tool={tool} />;
    case 'plot':
      return <PlotTool tool={tool} />;
    case 'descend':
      return <DescendTool tool={tool} />;
  }
}
