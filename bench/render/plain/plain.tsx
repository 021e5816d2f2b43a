// The peer of the rendering benchmark: React Flow with its own defaults, the same nodes and edges.
import '@xyflow/react/dist/style.css';
import { type Edge, type Node, ReactFlow, useEdgesState, useNodesState, useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';

export interface PlainPage {
  mount(nodes: Node[], edges: Edge[]): void;
  fit(): void;
  label(step: number): void;
}

function Plain({ nodes: first, edges: firstEdges }: { readonly nodes: Node[]; readonly edges: Edge[] }) {
  const [nodes, , onNodesChange] = useNodesState(first);
  const [edges, setEdges, onEdgesChange] = useEdgesState(firstEdges);
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      onNodesChange={onNodesChange}
      onEdgesChange={onEdgesChange}
      minZoom={0.01}
      panOnDrag={[1]}
    >
      <Hooks
        label={(step) =>
          setEdges((before) =>
            before.map((edge, index) => ({ ...edge, label: `${(Math.sin(index + step) * 2).toFixed(4)}` })),
          )
        }
      />
    </ReactFlow>
  );
}

function Hooks({ label }: { readonly label: (step: number) => void }) {
  const { fitView } = useReactFlow();
  useEffect(() => {
    plain.fit = () => void fitView({ padding: 0.03 });
    plain.label = label;
  }, [fitView, label]);
  return null;
}

const plain: PlainPage = {
  mount(nodes, edges) {
    createRoot(document.getElementById('root')!).render(<Plain nodes={nodes} edges={edges} />);
  },
  fit: () => undefined,
  label: () => undefined,
};
(window as unknown as { plain: PlainPage }).plain = plain;
