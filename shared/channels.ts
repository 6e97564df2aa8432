/**
 * The names of what crosses the bridge between the window and the main process. They stand apart from the contract,
 * because the preload script needs them without the schemas.
 */
export const callNames = [
  'ready',
  'openDialog',
  'openPaths',
  'openSample',
  'reopen',
  'closeFile',
  'exportFile',
  'makeSubtitles',
  'setSteps',
  'setSubtitles',
  'listRules',
  'tryRule',
  'saveRule',
  'removeRules',
  'previewImport',
  'acceptImport',
  'exportRules',
  'chooseBatchFiles',
  'chooseFolder',
  'planBatch',
  'runBatch',
  'controlBatch',
  'batchHits',
  'applyBatch',
  'showWritten',
  'askUnsaved',
  'describeWindow',
  'closeWindow',
] as const;
export type CallName = (typeof callNames)[number];

export const eventNames = ['opened', 'command', 'language', 'recleaned', 'batch', 'saveAndClose'] as const;
export type EventName = (typeof eventNames)[number];
