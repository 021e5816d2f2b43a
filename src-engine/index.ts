/** The engine as a library: everything the window, the main process and the command line may use. */
export { type CheckOptions, checkAtOnce, checkGradients } from './autodiff/check.ts';
export type { CheckReport, GradientComparison } from './autodiff/check-report.ts';
export { type Asked, askedBy } from './autodiff/mistakes/asked.ts';
export { type BrokenRun, breakRun, brokenEdgeKeys, type Why } from './autodiff/mistakes/broken-run.ts';
export type { Mistake } from './autodiff/mistakes/define.ts';
export { agrees, type Diagnosis, diagnose, rightIn } from './autodiff/mistakes/diagnose.ts';
export { mistakes } from './autodiff/mistakes/registry.ts';
export { type PathCosts, pathCosts } from './autodiff/path-costs.ts';
export { findPaths, type Path, type PathOptions, type PathSum } from './autodiff/paths.ts';
export { type ColumnSummary, parseTable, summarizeColumns, type TextTable } from './data/csv-table.ts';
export type { Dataset } from './data/dataset.ts';
export type { DatasetCategory, DatasetDefinition, DatasetSpec } from './data/define.ts';
export { fitNormalizer, NORMALIZERS, type Normalizer } from './data/normalize.ts';
export { dataFiles, datasets, openDataset } from './data/registry.ts';
export { type Part, type Split, splitRows } from './data/split.ts';
export { decodeUtf8 } from './data/utf8.ts';
export { countGraph, type GraphCounts } from './document/counts.ts';
export { type ChainruleDocument, emptyDocument } from './document/document.ts';
export {
  BATCH_LIMITS,
  type ParsedDocument,
  parseDocument,
  type ReadLimits,
  WINDOW_LIMITS,
} from './document/parse.ts';
export { dictionary, isObject, list, optional, type RecordSchema, record } from './document/schema/collections.ts';
export { memberPath, type Read, type Report, type Schema } from './document/schema/schema.ts';
export { choice, either, flag, id, number, text } from './document/schema/values.ts';
export { serializeDocument } from './document/serialize.ts';
export { ChainruleError, type Problem, type ProblemPlace } from './errors/fail.ts';
export type { ExportContext, Exporter } from './exporters/define.ts';
export { exporters } from './exporters/registry.ts';
export { type Drawing, drawGraph } from './exporters/svg-drawing.ts';
export {
  addNodes,
  addSlot,
  changeNode,
  connect,
  disconnect,
  mapGroups,
  mapNodes,
  place,
  removeNodes,
  removeSlot,
  rename,
  setAttribute,
  setLabel,
  setObjective,
} from './graph/edit.ts';
export { mergeIntoGroup, moveIntoGroup, setCollapsed, ungroup } from './graph/edit-groups.ts';
export { type EdgeRef, edgeKey, type Graph, type GraphNode, type Group, type Point } from './graph/graph.ts';
export { type GroupPorts, groupMembers, groupPorts, groupTreeOf, selectionPorts } from './graph/groups.ts';
export { idSource, withFreshIds } from './graph/ids.ts';
export { orderOf, wouldCreateCycle } from './graph/order.ts';
export { graphProblems } from './graph/problems.ts';
export { RANDOM_GRAPH_LIMITS, RANDOM_GRAPH_OPS, type RandomGraphOptions, randomGraph } from './graph/random-graph.ts';
export { slotCount, slotName } from './graph/slots.ts';
export type { AttributeRule, Attributes, Kink, OpCategory, OpDefinition } from './ops/define.ts';
export { findOp, ops, opTable } from './ops/registry.ts';
export type { EdgeLayout, GroupLayout, NodeLayout, PlanLayout } from './plan/layout.ts';
export type { EngineClient, EngineEvents } from './protocol/client.ts';
export { createEngineClient } from './protocol/connect.ts';
export { type HostOptions, serve } from './protocol/host.ts';
export { createMemoryWorker, type MemoryWorker } from './protocol/memory-port.ts';
export type { DocumentVersion, Sweep } from './protocol/messages.ts';
export type { ClientPort, HostPort, Timer } from './protocol/port.ts';
export {
  createTrainingClient,
  type TrainingClient,
  type TrainingClientOptions,
  type TrainingEvents,
} from './protocol/training-client.ts';
export type {
  Probe,
  ProbeAnswer,
  TrainingAction,
  TrainingOutcome,
  TrainingProgress,
  TrainingStart,
  TrainingStatus,
} from './protocol/training-messages.ts';
export type { Initializer } from './random/initializers/define.ts';
export { initializers } from './random/initializers/registry.ts';
export { stream } from './random/stream.ts';
export { type EvaluateOptions, evaluate, objectiveValue } from './run/evaluate.ts';
export { fingerprint } from './run/fingerprint.ts';
export type { EdgeNumbers, NodeKinks, RunResult } from './run/result.ts';
export { createSession, type Session, type SessionOptions } from './run/session.ts';
export type { Phase, Trace, TraceEvent } from './run/trace.ts';
export type { TemplateCounts, TemplateDefinition, TemplateStep } from './templates/define.ts';
export { type Exploded, type ExplodeOptions, explodeToScalars } from './templates/explode.ts';
export { explodedGroup, implode } from './templates/implode.ts';
export { type Inserted, type InsertOptions, insertTemplate } from './templates/insert.ts';
export { readOptions } from './templates/read-options.ts';
export { findTemplate, templates } from './templates/registry.ts';
export { resizeTemplate } from './templates/resize.ts';
export { canStep, stepTemplate } from './templates/step.ts';
export type { TensorLiteral } from './tensor/literal.ts';
export { parseLiteral, toLiteral } from './tensor/parse-literal.ts';
export { type Shape, sameShape, shapeText, sizeOf } from './tensor/shape.ts';
export type { Tensor } from './tensor/tensor.ts';
export { type Adjustment, adjustableValues, initialAdjustable } from './training/adjustable.ts';
export type { BatchProgram, ProgramFactory } from './training/batch-program.ts';
export type { FlatParameter } from './training/flat-parameters.ts';
export type { Ailment, Histogram, UnitHealth } from './training/health.ts';
export { initializeParameters } from './training/initialize.ts';
export type { StepKind, Trainer, TrainerState } from './training/machine.ts';
export { type OpenTrainingOptions, openTraining, type Trainable, trainedDocument } from './training/open-training.ts';
export type { OptimizerDefinition, UpdateTerm } from './training/optimizers/define.ts';
export { optimizers } from './training/optimizers/registry.ts';
export { schedules } from './training/schedules/registry.ts';
export { type Initialization, readInitialization, readTraining, type TrainingSettings } from './training/settings.ts';
export type { BestEpoch, EpochRecord, Mark, Measures, TrainerSnapshot } from './training/snapshot.ts';
export { type NodePatch, withPatches } from './training/trained-graph.ts';
