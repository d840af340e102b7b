package io.revstream.deal;

/** What the deal topology keeps by key: deals by their ids, and each stage of the pipeline by {@code stage/} and its name. */
public sealed interface PipelineState permits DealState, StageState {}
