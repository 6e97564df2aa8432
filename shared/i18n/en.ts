import type { Command } from '../commands';
import type { RepairKind } from '../formats/reading';
import type { StepName } from '../transcript/change';
import { batchEn } from './batch';
import { cuesEn } from './cues';
import { qualityEn } from './quality';

const count = (n: number, one: string, many: string) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

/** What is not as its format wants it in a file, and was read all the same. */
const repairs: Record<RepairKind, string> = {
  notSubtitles: 'Despite its name this is no subtitle file, so it is shown as text.',
  header: 'The line that a file of this format begins with is missing.',
  number: 'The number of this subtitle is missing or wrong.',
  time: 'These times are not written as they should be; they were read all the same.',
  timeGuessed: 'A time is missing or cannot be read; it was guessed.',
  reversed: 'This subtitle ends before it begins; it was given no length.',
  order: 'This subtitle begins before the one above it.',
  separator: 'The blank line before this subtitle is missing.',
  besideTime: 'There is text beside the times; it was taken for the subtitle’s.',
  blankLine: 'There is a blank line inside this subtitle.',
  outside: 'This line belongs to no subtitle. It stays in the file, but is not shown.',
  empty: 'This cue has no text.',
  leftOut: 'A picture, note or comment in this paragraph is no text and was left out.',
  cutOff: 'The file is cut off after this cue; what it holds was read.',
  brokenJson:
    'The JSON is broken or cut off in this line, so the file is shown as text. Mend it there, or export it anew.',
  unknownJson: 'This JSON is no transcript that Emend knows, so it is shown as text.',
  brokenXml:
    'The XML is broken in this line, so the file is shown as text. Mend it there, or export it anew.',
  notDocx: 'Despite its name this is no Word document, so it is shown as text.',
};

const commands: Record<Command, string> = {
  open: 'Open…',
  openSample: 'Open sample',
  save: 'Save clean copy',
  export: 'Export…',
  closeFile: 'Close file',
  undo: 'Undo',
  redo: 'Redo',
  find: 'Find',
  replace: 'Find and replace',
  nextChange: 'Next change',
  previousChange: 'Previous change',
  keep: 'Keep change',
  revert: 'Revert change',
  keepRule: 'Keep all of this rule',
  revertRule: 'Revert all of this rule',
  keepAll: 'Keep all changes',
  revertAll: 'Revert all changes',
  viewClean: 'Clean text',
  viewInline: 'Changes in the text',
  viewSideBySide: 'Raw and clean side by side',
  sideChanges: 'Changes',
  sideCues: 'Subtitles',
  splitCue: 'Split the subtitle at the cursor',
  joinCue: 'Join with the next subtitle',
  makeSubtitles: 'Make subtitles…',
  addRule: 'New rule from selection…',
  editRule: 'Edit this rule…',
  dictionary: 'All rules…',
  batch: 'Batch…',
  palette: 'All commands',
};

const steps: Record<StepName, string> = {
  dictionary: 'Dictionary',
  glossary: 'Glossary',
  numbers: 'Numbers',
  stutters: 'Stutters',
  fillers: 'Fillers',
  punctuation: 'Punctuation',
  spacing: 'Spacing',
  paragraphs: 'Paragraphs',
  case: 'Letter case',
  script: 'Script',
  tags: 'Tags',
};

export const en = {
  commands,
  steps,
  /** Why a step proposes a change. */
  reasons: {
    misrecognition: 'Known misrecognition',
    spelling: 'Usual spelling',
    decimal: 'A decimal point heard as a full stop',
    numbersJoined: 'Numbers run together',
    numeral: 'Number written the wrong way',
    percent: 'Percent sign',
    scientific: 'Scientific notation',
    spelledOut: 'Letters spelled out one by one',
    stutter: 'Said twice',
    filler: 'Filler word',
    nonSpeech: 'Not speech',
    repeatedLine: 'Line repeated by the recogniser',
    inventedLine: 'Line that recognisers make up',
    sentenceJoined: 'Sentence cut by the end of a block',
    falseMark: 'No mark belongs here',
    commaMissing: 'A comma is missing',
    sentenceEnded: 'A sentence ends here',
    paragraphJoined: 'Same paragraph',
    paragraphParted: 'A new subject begins',
    imageMoved: 'Picture moved to the end of the sentence',
    markWidth: 'Mark as wide as the text around it',
    markDoubled: 'One mark is enough',
    markSpace: 'No space beside this mark',
    markLeading: 'A line does not begin with this mark',
    letterWidth: 'Letters and digits of usual width',
    spaceAdded: 'Space between Chinese and Latin',
    spaceRemoved: 'No space between Chinese and Latin',
    acronymCase: 'Usual letters of the acronym',
    shoutedCase: 'Word in capitals',
    scriptConverted: 'Converted between simplified and traditional',
  },
  formats: {
    text: 'Plain text',
    markdown: 'Markdown',
    docx: 'Word document',
    srt: 'SubRip subtitles',
    vtt: 'WebVTT subtitles',
    ass: 'ASS subtitles',
    lrc: 'LRC lyrics',
    tsv: 'Tab-separated (Whisper)',
    ttml: 'Timed Text (TTML)',
    json: 'JSON (Whisper)',
  },
  repairs,
  /** The built-in dictionaries by their files' names. */
  packs: {
    'ai-terms': 'AI terms',
    'companies-and-people': 'Companies and people',
    'data-and-benchmarks': 'Data and benchmarks',
    'english-words': 'English words',
    homophones: 'Homophones',
    'homophones-in-talks': 'Homophones in talks',
    'homophones-technical': 'Technical homophones',
    'images-and-products': 'Images and products',
    'machine-translated': 'Machine translation',
    'methods-and-architecture': 'Methods and architecture',
    'models-and-products': 'Models and products',
    'training-and-serving': 'Training and serving',
  } as Readonly<Record<string, string>>,
  batch: batchEn,
  quality: qualityEn,
  times: {
    file: 'Times: from the file',
    retimed: 'Times: from a timed file of the same talk',
    scaled: 'Times: fitted to the length of the recording',
    estimated: 'Times: estimated from reading speed',
  },
  /** Sentences for what went wrong: what, where, what to do. */
  problems: {
    fileMissing: (p: { path: string }) =>
      `${p.path} is not there any more. Check the name, or whether the drive is connected.`,
    fileUnreadable: (p: { path: string; detail: string }) =>
      `${p.path} could not be read (${p.detail}). Check that you may open it.`,
    fileTooLarge: (p: { path: string; megabytes: number }) =>
      `${p.path} has ${p.megabytes} MB; Emend reads files up to 64 MB. Split it, or export only the part you need.`,
    untimed: (p: { path: string }) =>
      `${p.path} has no times. Choose a subtitle file, or a recogniser’s JSON, of the same talk.`,
    fileBinary: (p: { path: string }) =>
      `${p.path} is not a text file. Open the transcript or subtitle file that belongs to it.`,
    notAFile: (p: { path: string }) =>
      `${p.path} is a pipe or a device, not a file. Give what comes out of it as -.`,
    fileEmpty: (p: { path: string }) => `${p.path} is empty.`,
    fileGarbled: (p: { path: string; encoding: string }) =>
      `${p.path} has characters that could not be read (�, in ${p.encoding}); they stay as they are. Check its encoding.`,
    fileStalled: (p: { path: string; seconds: number }) =>
      `${p.path} was not finished in ${p.seconds} s and was given up. Nothing was written for it; split it, or allow more with --timeout.`,
    fileBroke: (p: { path: string; detail: string }) =>
      `${p.path} could not be cleaned (${p.detail}). Nothing was written for it; split it.`,
    repaired: (p: { path: string; line: number; count: number; what: RepairKind }) =>
      `${p.path}: ${count(p.count, 'place was', 'places were')} put right while reading, the first in line ${p.line}: ${repairs[p.what]}`,
    timesEstimated: (p: { path: string }) => `${p.path}: times are estimated from reading speed.`,
    documentUnreadable: 'This line is no JSON object with a "text", or its "name" is no text.',
    documentTooLarge: (p: { megabytes: number }) => `This line is longer than ${p.megabytes} MB.`,
    documentStalled: (p: { seconds: number }) =>
      `This document was not finished in ${p.seconds} s and was given up.`,
    documentBroke: (p: { detail: string }) => `This document could not be cleaned (${p.detail}).`,
    docxBroken: (p: { path: string }) =>
      `${p.path} is a Word document that is damaged. Open it in Word, save it anew, and try again.`,
    docxTooLarge: (p: { path: string }) =>
      `${p.path} is a Word document that unpacks to more than Emend reads (200 MB, 16 MB of it text). Copy its text into a new document.`,
    folderEmpty: (p: { path: string }) => `${p.path} holds no transcript that Emend can open.`,
    notWritten: (p: { path: string; detail: string }) =>
      `${p.path} could not be written (${p.detail}). Nothing was changed; choose another place.`,
    sourceIsTarget: (p: { path: string }) =>
      `${p.path} is the file that was read; it is not overwritten. Choose another folder with --out.`,
    targetTwice: (p: { path: string; other: string }) =>
      `${p.other} would be written to ${p.path} as well; nothing was written for it. Clean the two apart.`,
    notEncodable: (p: { path: string; encoding: string }) =>
      `Some characters of ${p.path} do not exist in ${p.encoding}, so it was written as UTF-8.`,
    dictionaryUnreadable: (p: { file: string; detail: string }) =>
      `The dictionary ${p.file} could not be read (${p.detail}). Its rules are left out.`,
    dictionaryTooLarge: (p: { file: string }) =>
      `The dictionary ${p.file} is larger than 8 MB and was left out.`,
    dictionarySyntax: (p: { file: string; line: number; detail: string }) =>
      `${p.file}, line ${p.line}: this is not valid YAML (${p.detail}).`,
    dictionaryWithoutRules: (p: { file: string }) =>
      `${p.file} has no list called “rules”, so nothing was taken from it.`,
    ruleUnreadable: (p: { file: string; line: number; field: string; detail: string }) =>
      `${p.file}, line ${p.line}: the rule's “${p.field}” is missing or not what it should be${p.detail ? ` (${p.detail})` : ''}. The rule is left out.`,
    listUnknown: (p: { file: string; line: number; list: string; known: string }) =>
      `${p.file}, line ${p.line}: there is no list called “${p.list}”, so its words are left out. The lists are ${p.known}.`,
    listUnreadable: (p: { file: string; line: number; list: string }) =>
      `${p.file}, line ${p.line}: “${p.list}” is not written as Emend reads it and is left out. Write “lists:” and under it, for example, “fillers: [那啥, 怎么讲]”.`,
    listWordUnreadable: (p: { file: string; line: number; list: string }) =>
      `${p.file}, line ${p.line}: this entry of the list “${p.list}” is no word of 1 to 200 characters and is left out. What looks like a number goes into quotes.`,
    ruleRanAway: (p: { rule: string; file: string; line: number; seconds: number }) =>
      `The rule ${p.rule} (${p.file}, line ${p.line}) took longer than ${p.seconds} s on one file and is switched off. Make its expression simpler.`,
    dictionaryImportMissing: (p: { file: string; path: string }) =>
      `${p.file} imports ${p.path}, which is not there. Its rules are left out.`,
    dictionaryNotEdited: (p: { file: string }) =>
      `${p.file} is written in a way that Emend cannot change without harm to other rules, so it stays as it is. Change it in a text editor.`,
    draftUnreadable: (p: { field: string; detail: string }) =>
      `The rule's “${p.field}” is missing or not what it should be${p.detail ? ` (${p.detail})` : ''}.`,
    importUnknown: (p: { path: string }) =>
      `${p.path} is in no format that Emend can import. It reads lists of Subtitle Edit, prh, CapsWriter, autocorrect and pycorrector, and pairs of wrong and right.`,
    unexpected: (p: { detail: string }) =>
      `Something went wrong that should not (${p.detail}). Your text is unchanged.`,
  },
  /** Dictionaries of other tools: what they are called, and what is told when one is read or written. */
  foreign: {
    names: {
      subtitleEditXml: 'Subtitle Edit, multiple replace (XML)',
      subtitleEditJson: 'Subtitle Edit 5, multiple replace (.template)',
      subtitleEditCsv: 'Subtitle Edit 5, multiple replace (CSV)',
      ocrFix: 'Subtitle Edit, OCR fix list',
      prh: 'prh (YAML)',
      capsWriterHot: 'CapsWriter, hot words (hot.txt)',
      capsWriterRule: 'CapsWriter, rules (hot-rule.txt)',
      autocorrect: 'autocorrect, spellcheck words (YAML)',
      pycorrector: 'pycorrector, confusion list',
      pairs: 'Pairs of wrong and right (tab-separated)',
      pairsCsv: 'Pairs of wrong and right (CSV)',
    },
    /** Why an entry was not taken. */
    skipped: {
      fileTooLarge: (p: { megabytes: number }) =>
        `The file is larger than ${p.megabytes} MB, so nothing was read. Split it.`,
      tooManyEntries: (p: { most: number }) =>
        `A list may have up to ${p.most.toLocaleString('en')} entries; the rest, from here on, was not read. Split it.`,
      noList: 'There is no list of rules of this format in the file.',
      doctype:
        'The file declares a document type, which could pull in other text; such files are not read. Remove the <!DOCTYPE …> line.',
      xmlInvalid: (p: { detail: string }) => `This is not valid XML (${p.detail}), so nothing was read.`,
      yamlInvalid: (p: { detail: string }) => `This is not valid YAML (${p.detail}).`,
      jsonInvalid: (p: { detail: string }) => `This is not valid JSON (${p.detail}), so nothing was read.`,
      unknownElement: 'This element is not one that the format knows.',
      notAnEntry: 'This is not a rule.',
      entryInvalid: (p: { field: string; detail: string }) =>
        `The rule’s “${p.field}” is missing or not what it should be${p.detail ? ` (${p.detail})` : ''}.`,
      otherFile: (p: { path: string }) => `The file builds on ${p.path}. Import that file as well.`,
      emptyFind: 'It does not say what to look for.',
      emptyTarget: 'It does not say what is right.',
      noSeparator: (p: { separator: string }) => `There is no “${p.separator}” between wrong and right.`,
      twoSeparators: (p: { separator: string }) =>
        `There is more than one “${p.separator}”, so it is not clear where the right text begins.`,
      tooFewColumns: 'The row has too few columns.',
      tooManyColumns: 'The row has more columns than the format knows.',
      quoteOpen: 'A quotation mark is not closed, or closes in the middle of a cell.',
      indentedComment:
        'This looks like a comment, but is indented: CapsWriter would run it as a rule. Remove the spaces or the #.',
      overwritten: (p: { by: number }) =>
        `Line ${p.by} looks for the same thing, and CapsWriter keeps only the later one.`,
      removesShipped:
        'It takes back an entry of the list that ships with Subtitle Edit; without that list it says nothing.',
      removedHere: 'The same file takes this entry back.',
      severity: 'It sets a severity, not a correction.',
      expressionInvalid: (p: { detail: string }) => `The regular expression is not valid (${p.detail}).`,
      expressionConstruct: (p: { construct: string }) =>
        `The regular expression uses “${p.construct}”, which has no counterpart here. Write it in another way.`,
      replacementConstruct: (p: { construct: string }) =>
        `The replacement uses “${p.construct}”, which cannot be put in here. Use a group such as $1.`,
    },
    /** What is different from the tool that an entry comes from. */
    notes: {
      unknownType: (p: { type: string }) =>
        `The type “${p.type}” is unknown; like Subtitle Edit, Emend takes it for text in any letter case.`,
      groupOff: (p: { group: string }) => `The group “${p.group}” is switched off, and so are its rules.`,
      wordBorder:
        'The expression uses \\b. There a Chinese character belongs to the word beside it; here a word also ends where Chinese begins, so the rule finds more.',
      lineAnchors:
        'The expression uses ^ or $. Here they stand for the ends of each line, not of the whole text.',
      needsSpelling:
        'Applied there only where the result is in a spelling dictionary, so here it is a suggestion.',
      bySound: 'CapsWriter also finds what sounds like the aliases; here only what is written so is found.',
      onlyBySound:
        'Without aliases, CapsWriter goes by sound; here only the letter case and width of the word itself is corrected.',
      blockDistance: (p: { distance: number }) =>
        `What forbids a hit counts here within ${p.distance} characters, there within five words.`,
      deletes: 'The right side is empty: the text is removed.',
      guard: 'The same text twice: it is kept from all other rules.',
      frequency: 'The frequency in the third column is not used.',
      header: 'The first row was taken for the names of the columns.',
      looseLiterals:
        'Text that is looked for is found in any letter case and as whole words here; prh minds letter case and looks inside words too.',
    },
    /** Why a rule was not written, or what of it is lost. */
    lost: {
      condition: (p: { field: string }) =>
        `The format has no “${p.field}”; without it the rule would change what it must not.`,
      switchedOff: 'The rule is switched off, which the format cannot say.',
      suggestion: 'The rule only suggests; there it would apply without asking.',
      guard: 'The rule keeps a text from other rules, which the format cannot say.',
      expression: 'The format has no regular expressions.',
      expressionConstruct: (p: { construct: string }) =>
        `The regular expression uses “${p.construct}”, which has no counterpart there.`,
      replacementConstruct: (p: { construct: string }) => `“${p.construct}” cannot be put in there.`,
      spellingOnly: 'The rule is about the letter case of its own text only, which the format cannot say.',
      mindsCase: 'The rule minds letter case; there it would not.',
      ignoresCase: 'The rule ignores letter case; there it would not.',
      separator: (p: { separator: string }) =>
        `The text contains what the format uses as a mark (${p.separator}), or begins or ends with a space.`,
      spaces: 'The text contains a space, which parts wrong and right in that format.',
      characters: 'The text contains characters that the format cannot hold.',
      split: 'Terms that a mark or a filler splits are not found there.',
      specs: 'Its example sentences, or some of them, are not in the file.',
      label: (p: { field: 'group' | 'note' }) => `Its ${p.field} is not in the file.`,
      borders: 'There, words have no borders: the rule also finds text inside longer words.',
      addsBorders: 'Read back, the rule keeps to whole words; the format cannot say that it does not.',
      wordBorder: 'The expression uses \\b, which does not end a word beside Chinese there.',
      onePass: 'There, all rules apply in one pass, not in order.',
    },
  },
  /** What is wrong, or could be, with rules: what, why, what to do. */
  lint: {
    cycle: (p: { path: string }) =>
      `These rules go round in a circle: ${p.path}. Cleaning a clean text changes it again. Take one of them out.`,
    grows: (p: { text: string }) =>
      `The right text “${p.text}” is itself corrected, and what comes of it again, without end. Make the pattern narrower.`,
    chain: (p: { text: string; result: string }) =>
      `The right text “${p.text}” is itself corrected to “${p.result}”, so cleaning a clean text changes it again. Put in “${p.result}” at once, or narrow the other rule.`,
    conflict: (p: { pattern: string; expected: string; other: string }) =>
      `“${p.pattern}” is “${p.other}” in one rule and “${p.expected}” in another; only the first applies. Decide for one, or say by context which holds where.`,
    duplicate: (p: { pattern: string }) =>
      `“${p.pattern}” is in two rules with the same result. Take one of them out.`,
    patternTwice: (p: { pattern: string }) =>
      `“${p.pattern}” is twice in this rule; letter case, width and spaces make no difference. Take one of them out.`,
    shadowed: (p: { pattern: string }) =>
      `“${p.pattern}” never comes into play: an earlier rule without conditions takes it first. Move this rule up, or give the other a condition.`,
    overruled: (p: { pattern: string; result: string; expected: string }) =>
      `“${p.pattern}” becomes “${p.result}” instead of “${p.expected}”, because another rule matches there as well. Narrow the other rule, or add the longer text to it.`,
    redundant: (p: { pattern: string }) =>
      `“${p.pattern}” is not needed: a shorter pattern of another rule does the same. Take it out.`,
    oneCharacter: (p: { pattern: string }) =>
      `“${p.pattern}” is a single character, which is in many words. Look for more of the phrase, or say what must be near.`,
    commonWord: (p: { pattern: string }) =>
      `“${p.pattern}” is a word of its own and may be meant. Say what must be near or in the document, or let the rule only suggest.`,
    shortLatin: (p: { pattern: string }) =>
      `“${p.pattern}” is so short that it is often something else. Say what must be near, or let the rule only suggest.`,
    commonEnglish: (p: { pattern: string }) =>
      `“${p.pattern}” is a common English word and may be meant. Say what must be near, or let the rule only suggest.`,
    deletes: (p: { pattern: string }) =>
      `“${p.pattern}” is removed wherever it stands, without asking. Say where, or let the rule only suggest.`,
    expressionEdges: (p: { expression: string }) =>
      `${p.expression} begins or ends with a Latin letter and also matches inside longer words. Add \\b there.`,
    borderBesideHan: (p: { expression: string }) =>
      `${p.expression} has \\b beside a Chinese character, where it holds only next to Latin letters. Take it out: Chinese words have no such borders.`,
    matchesEmpty: (p: { expression: string }) =>
      `${p.expression} also matches nothing at all, so part of it is probably wrong. Let it require at least one character.`,
    runaway: (p: { expression: string }) =>
      `${p.expression} can take forever on some texts: it has a repetition inside a repetition. Write it so that there is only one way to match.`,
    slow: (p: { expression: string }) =>
      `${p.expression} may be slow on long lines, as parts of it can match the same text. Usually this does no harm.`,
    specFails: (p: { input: string; expected: string; got: string }) =>
      `The example “${p.input}” should become “${p.expected}”, but becomes “${p.got}”. Correct the rule or the example.`,
    emptyWord: 'A condition looks for nothing but space, so it says nothing. Take it out.',
    wordTooLong: (p: { word: string; within: number }) =>
      `“${p.word}” never stands within ${p.within} characters, as it is longer. Raise “within”.`,
    nearContradicts: (p: { word: string }) =>
      `“${p.word}” must stand near and must not, so the rule never applies. Take it out of one list.`,
    exceptUseless: (p: { phrase: string }) =>
      `“${p.phrase}” is an exception that has nothing in common with what the rule looks for. Take it out, or correct it.`,
  },
  window: {
    files: 'Files',
    outline: 'Outline',
    dictionaries: 'Dictionaries',
    leftToReview: (p: { left: number }) => count(p.left, 'change left to review', 'changes left to review'),
    reviewed: (p: { decided: number; total: number }) => `Reviewed ${p.decided} of ${p.total}`,
    allReviewed: 'All reviewed',
    unsaved: 'Unsaved changes',
    ruleCount: (p: { rules: number }) => count(p.rules, 'rule', 'rules'),
    side: 'Beside the text',
    changes: 'Changes',
    allChanges: 'All',
    openChanges: (p: { left: number }) => `To review ${p.left}`,
    suggestions: (p: { count: number }) => `Suggestions ${p.count}`,
    stepChip: (p: { step: string; count: number }) => `${p.step} ${p.count}`,
    noChanges: 'Nothing to correct here: no rule of the dictionaries applies to this text.',
    noneLeft: 'Every change is reviewed.',
    keepShort: 'Keep',
    revertShort: 'Revert',
    accept: 'Accept',
    dismiss: 'Dismiss',
    keepAllOfRule: 'Keep all',
    revertAllOfRule: 'Revert all',
    hits: (p: { count: number }) => count(p.count, 'place in this text', 'places in this text'),
    deleted: 'removed',
    statusKept: 'kept',
    statusReverted: 'reverted',
    suggestion: 'Suggestion',
    line: (p: { line: number }) => `Line ${p.line}`,
    emptyText: '(nothing)',
    view: 'View',
    textName: (p: { name: string }) => `Text of ${p.name}`,
    displays: { clean: 'Clean', inline: 'Inline', sideBySide: 'Side by side' },
    rawText: 'As recognised',
    cleanText: 'Clean text',
    characters: (p: { count: number }) => count(p.count, 'character', 'characters'),
    encoding: 'Encoding',
    reopenAs: 'Read again as',
    repaired: (p: { count: number }) => count(p.count, 'place put right', 'places put right'),
    repairedNote:
      'What was wrong in the file and was read all the same. Saving writes only what you changed.',
    inLine: (p: { line: number }) => `Line ${p.line}`,
    andMore: (p: { count: number }) => `… and ${p.count.toLocaleString('en')} more.`,
    scriptNote: 'Shown and exported so; the text itself stays as it is.',
    encodingLost: 'Reading again starts the review of this file anew.',
    byteOrderMark: 'with byte-order mark',
    notSaved: 'Not saved yet',
    savedTo: (p: { path: string; time: string }) => `Saved to ${p.path} at ${p.time}`,
    exported: (p: { path: string }) => `Written: ${p.path}`,
    exportedTimed: (p: { path: string; times: string }) => `Written: ${p.path}. ${p.times}.`,
    untimed: 'No times',
    dictionariesInForce: (p: { count: number; rules: number }) =>
      `${count(p.count, 'dictionary', 'dictionaries')}, ${count(p.rules, 'rule', 'rules')}`,
    exportAs: 'Export as',
    estimatedHint: 'times estimated from reading speed',
    close: 'Close',
    opening: 'Opening…',
    startTitle: 'Raw transcript in, clean text out',
    startText:
      'Open a transcript or subtitle file. Emend corrects what its dictionaries know, shows every change, and lets you keep or revert each one.',
    startDrop: 'or drop files and folders anywhere in this window',
    startRecent: 'Recent files',
    commandsShort: 'Commands',
    paletteHint: 'Type a command',
    paletteNone: 'No command of that name',
    dictionary: {
      title: 'All rules',
      search: 'Search rules',
      newRule: 'New rule',
      editRule: 'Edit rule',
      importRules: 'Import…',
      importFile: 'From a file…',
      importPaste: 'Pasted pairs…',
      exportRules: 'Export…',
      back: 'Back to the text',
      wrong: 'Misheard as',
      right: 'Right text',
      source: 'Dictionary',
      kind: 'Applied',
      on: 'In use',
      auto: 'at once',
      suggest: 'only suggested',
      conditional: 'in context',
      overridden: 'replaced by a later rule',
      none: 'No rule matches the search.',
      shownOf: (p: { shown: number; total: number }) =>
        p.shown === p.total
          ? count(p.total, 'rule', 'rules')
          : `${p.shown.toLocaleString('en')} of ${count(p.total, 'rule', 'rules')}`,
      layers: { builtIn: 'Built in', user: 'Yours', folder: 'This folder' },
      remove: 'Remove rule',
      onePerLine: 'one a line; a regular expression between slashes',
      separated: 'one a line',
      scope: 'For',
      scopes: { file: 'This file', folder: 'This folder', everywhere: 'Everywhere' },
      context: 'Where it holds',
      document: 'Only in talks that mention',
      near: 'Only near',
      notNear: 'Not near',
      except: 'Never in these phrases',
      within: 'within characters',
      options: 'Matching',
      caseSensitive: 'Letter case matters',
      split: 'Also across marks, fillers and block borders',
      onlySuggest: 'Only suggest; I decide each time',
      note: 'Note',
      group: 'Group',
      specs: 'Examples that must hold',
      specFrom: 'Raw',
      specTo: 'Right',
      addSpec: 'Add an example',
      save: 'Save rule',
      impact: 'What it would change',
      impactNone: 'Nothing in the open files.',
      impactHits: (p: { hits: number; files: number }) =>
        `${count(p.hits, 'place', 'places')} in ${count(p.files, 'open file', 'open files')}`,
      impactReviewed: (p: { reviewed: number }) =>
        `${count(p.reviewed, 'place', 'places')} you have already reviewed`,
      specHolds: 'The examples hold.',
      specFails: (p: { from: string; to: string; got: string }) =>
        `“${p.from}” becomes “${p.got}”, not “${p.to}”.`,
      more: (p: { count: number }) => `and ${count(p.count, 'more', 'more')}`,
      exceptionOffer: 'The rule could leave places like these alone:',
      addPhrase: (p: { phrase: string }) => `Never in “${p.phrase}”`,
      addNeighbour: (p: { word: string }) => `Not near “${p.word}”`,
      importTitle: 'Import rules',
      importTake: (p: { count: number }) => `Import ${count(p.count, 'rule', 'rules')}`,
      importSkipped: (p: { count: number }) => `${count(p.count, 'entry', 'entries')} could not be taken:`,
      importNotes: 'Good to know:',
      pasteHint: 'One pair a line: wrong => right. Also ->, →, =, a tab or a comma.',
      preview: 'Preview',
      imported: (p: { name: string }) => `Imported as ${p.name}.`,
      exportedRules: (p: { path: string; omitted: number }) =>
        p.omitted > 0
          ? `Written: ${p.path}. ${count(p.omitted, 'rule', 'rules')} did not fit the format.`
          : `Written: ${p.path}`,
      exception: 'Exception…',
    },
    cues: cuesEn,
    stepOptions: {
      title: 'Cleanup',
      intro: 'What is cleaned in this file, besides the dictionaries.',
      numbers: 'Decimals, ranges and spelt-out terms',
      numerals: 'Chinese numerals',
      numeralChoices: { leave: 'As they are', digits: 'To digits', chinese: 'Digits to Chinese' },
      stutters: 'Stutters and repeats',
      fillers: 'Fillers',
      fillerChoices: { off: 'Keep', safe: 'Safe ones out', thorough: 'All out' },
      punctuation: 'Marks and their width',
      conventions: { auto: 'By the text', chinese: 'Chinese', english: 'English' },
      spacing: 'Chinese and Latin',
      spacings: { leave: 'As it is', add: 'With a space', remove: 'No space' },
      paragraphs: 'Sentences and paragraphs',
      length: 'Paragraph length',
      case: 'Letter case of terms',
      script: 'Script',
      scripts: {
        leave: 'As it is',
        cn: 'Simplified',
        tw: 'Traditional, Taiwan',
        twp: 'Traditional, Taiwan words',
        hk: 'Traditional, Hong Kong',
      },
      tags: 'Take out (music), [laughter] and made-up lines',
      makeDefault: 'Use for files opened from now on',
      madeDefault: 'Files opened from now on are cleaned like this.',
    },
    search: {
      Find: 'Find',
      Replace: 'Replace',
      next: 'next',
      previous: 'previous',
      all: 'all',
      'match case': 'match case',
      'by word': 'by word',
      regexp: 'regexp',
      replace: 'replace',
      'replace all': 'replace all',
      close: 'close',
      'current match': 'current match',
      'replaced $ matches': 'replaced $ matches',
      'replaced match on line $': 'replaced match on line $',
      'on line': 'on line',
      'Go to line': 'Go to line',
      go: 'go',
      'Control character': 'Control character',
      'Selection deleted': 'Selection deleted',
    } as Readonly<Record<string, string>>,
  },
  dialogs: {
    folderTitle: 'Choose a folder',
    timedFileTitle: 'Choose the file with the times',
    timedFiles: 'Subtitles and recognisers’ JSON',
    openTitle: 'Open transcripts',
    importRulesTitle: 'Import rules',
    exportRulesTitle: 'Export rules',
    ruleLists: 'Lists of rules',
    exportTitle: 'Export',
    transcripts: 'Transcripts and subtitles',
    allFiles: 'All files',
    unsavedTitle: (p: { names: readonly string[] }) =>
      p.names.length === 1
        ? `Save your work on ${p.names[0]}?`
        : `Save your work on ${p.names.length} files?`,
    unsavedDetail: 'What you kept, reverted and typed since the last save would be lost.',
    save: 'Save',
    discard: 'Don’t save',
    cancel: 'Cancel',
    overwriteSourceTitle: (p: { name: string }) => `Replace the original ${p.name}?`,
    overwriteSourceDetail:
      'This is the file as the recogniser left it. Emend never replaces it unless you say so.',
    overwriteSource: 'Replace the original',
  },
  menus: {
    file: 'File',
    edit: 'Edit',
    review: 'Review',
    subtitles: 'Subtitles',
    view: 'View',
    window: 'Window',
    help: 'Help',
    openRecent: 'Open recent',
    noRecent: 'No recent files',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    quit: 'Quit Emend',
    about: 'About Emend',
    hide: 'Hide Emend',
    hideOthers: 'Hide others',
    showAll: 'Show all',
    minimize: 'Minimise',
    fullScreen: 'Full screen',
    zoomIn: 'Larger',
    zoomOut: 'Smaller',
    zoomReset: 'Actual size',
    developerTools: 'Developer tools',
    language: 'Language',
    languageSystem: 'As the system',
    languageNames: { en: 'English', zh: '中文' },
  },
  /** The page and tables that tell what a batch did. */
  receipt: {
    title: 'Receipt of a cleanup by Emend',
    about: (p: { version: string; begun: string }) => `Emend ${p.version}, begun ${p.begun}`,
    dryRun: 'This was a dry run: nothing was written.',
    totals: (p: { files: number; failed: number; changes: number; suggestions: number; rejected: number }) =>
      `${count(p.files, 'file', 'files')} (${p.failed.toLocaleString('en')} failed), ${count(p.changes, 'change', 'changes')}, ${count(p.suggestions, 'suggestion', 'suggestions')} left for review, ${p.rejected.toLocaleString('en')} kept back by exceptions`,
    options: 'What was asked for',
    dictionaries: 'Dictionaries (SHA-256)',
    rules: 'Hits by rule',
    rule: 'Rule',
    file: 'File',
    files: 'Files',
    changes: 'Changes',
    suggestions: 'Suggestions',
    notes: 'Notes',
    written: (p: { path: string }) => `Written to ${p.path}`,
    backup: (p: { path: string }) => `Kept as it was in ${p.path}`,
    search: 'Search files, texts and rules',
    show: 'Show',
    all: 'All files',
    kinds: { auto: 'Changed', suggest: 'Suggested', rejected: 'Rejected before' },
    more: 'Show more',
    searching: 'Searching…',
    hits: '{count} found',
  },
  cli: {
    description: 'Cleans up transcripts and subtitles by rules, without a window.',
    cleanDescription: 'write clean files to a folder',
    diffDescription: 'show what would change as a unified diff',
    changesDescription: 'list the changes',
    out: 'the folder that clean files go to',
    to: 'formats to write, as extensions parted by commas, such as txt,srt,docx (default: as the file)',
    rules: 'dictionary files besides the built-in ones',
    noSeeds: 'leave the built-in dictionaries out',
    noFolderRules: 'leave out every emend.yml beside the files and in the folders above',
    steps: 'run only these steps, parted by commas',
    skip: 'run all steps but these, parted by commas',
    stepChoices: {
      fillers: 'which fillers go',
      numerals: 'Chinese numerals and digits',
      punctuation: 'whose marks',
      spacing: 'spaces between Chinese and Latin',
      script: 'simplified or traditional Chinese',
      removeTags: 'take out (music), [laughter] and lines that were made up',
    },
    json: 'one JSON object a line',
    context: 'lines of context around a change (default: 3)',
    table: 'print a table of what was written',
    name: 'how written files are called, of {name}, {ext} and {date} (default: {name}.{ext})',
    inPlace: 'clean each file in its place; as it was it is kept beside it, as FILE.bak',
    dryRun: 'tell what would be done and write nothing but reports',
    report: 'write a receipt of all changes: .json, .csv or .html; may be given again',
    resume: 'skip what an earlier, perhaps killed run of the same command has done and is still as it was',
    filesFrom: 'a list of files, one a line or parted by NUL characters; - for standard input',
    jobs: 'how many files at once (default: one for each processor)',
    timeout: 'seconds that a file may take for each megabyte it has, at least for one (default: 30)',
    failOn: 'exit code 3 when suggestions are left',
    watch: 'go on, and clean files as they arrive; ends with Ctrl C',
    ndjson:
      'a stream: one JSON object a line in ({"id", "name", "text"}), one out ({"id", "text", "changes"} or {"id", "error"})',
    tableFile: 'File',
    tableChanges: 'Changes',
    tableWritten: 'Written to',
    summary: (p: { files: number; changes: number; suggestions: number }) =>
      `${count(p.files, 'file', 'files')}, ${count(p.changes, 'change', 'changes')}, ${count(p.suggestions, 'suggestion', 'suggestions')} left for review.`,
    unchanged: (p: { files: number }) =>
      `${count(p.files, 'file was', 'files were')} done before and skipped.`,
    nothingWritten: 'This was a dry run: nothing was written.',
    interrupted: 'Interrupted. What was begun is finished or untouched; --resume does the rest.',
    watching: 'Waiting for files; Ctrl C ends.',
    progress: (p: { done: number; total: number; perSecond: number }) =>
      `${p.done.toLocaleString('en')} of ${p.total.toLocaleString('en')} files, ${p.perSecond} a second`,
    streamSummary: (p: { documents: number; failed: number }) =>
      `${count(p.documents, 'document', 'documents')}, ${p.failed.toLocaleString('en')} failed.`,
    notANumber: (p: { option: string; value: string }) =>
      `${p.option} takes a number above zero, not ${p.value}.`,
    unknownTemplate: (p: { template: string }) =>
      `--name takes a file name with {name} in it, and {ext} and {date} where wanted, not ${p.template}.`,
    unknownReport: (p: { path: string }) => `A report ends in .json, .csv or .html, not as ${p.path}.`,
    onlyWithFiles: (p: { option: string }) => `${p.option} takes files, and no standard input (-).`,
    unknownStep: (p: { step: string }) => `There is no step called ${p.step}.`,
    unknownFormat: (p: { format: string; formats: string }) =>
      `Emend does not write ${p.format}. It writes ${p.formats}.`,
    nothingToDo: 'Name at least one file or folder, or - for standard input.',
    outMissing:
      'Name the folder for the clean files with --out. Only standard input (-) goes to standard output, in one format.',
    notACount: (p: { value: string }) => `--context takes a number of lines, not ${p.value}.`,
    unknownCommand: (p: { name: string }) => `There is no command called ${p.name}. emend --help lists them.`,
    unknownOption: (p: { name: string }) =>
      `There is no option ${p.name} here. Add --help to see the options.`,
    valueMissing: (p: { name: string }) => `The option ${p.name} needs a value.`,
    optionsConflict: (p: { name: string; other: string }) =>
      `The options ${p.name} and ${p.other} exclude each other; use one of them.`,
    tooMuch: 'This command takes one file at a time.',
    file: 'a transcript, or - for standard input',
    files: 'transcripts, folders of them, or - for standard input',
    rulesDescription: 'list, test, check, import and export the rules of dictionaries',
    rulesListDescription: 'list the rules',
    rulesTestDescription: 'run the examples that rules bring along',
    rulesLintDescription: 'look for rules that contradict each other, do harm or may run away',
    rulesImportDescription: 'make a dictionary of another program’s list',
    rulesExportDescription: 'write rules as another program reads them',
    dictionaries: 'dictionary files to look at (default: all in force in the current folder)',
    list: 'a list of corrections of another program, or - for standard input',
    listFormat: 'the format of the list (default: what it looks like)',
    rulesOut: 'the file to write (default: standard output)',
    rulesTo: 'the format to write',
    ruleId: 'Name',
    ruleOff: 'switched off',
    severities: { error: 'error', warning: 'warning', hint: 'hint' },
    entries: (p: { entries: number }) => `(${count(p.entries, 'entry', 'entries')})`,
    specsSummary: (p: { total: number; failed: number }) =>
      p.failed === 0
        ? `${count(p.total, 'example', 'examples')}, all hold.`
        : `${count(p.total, 'example', 'examples')}, ${p.failed.toLocaleString('en')} fail.`,
    lintSummary: (p: { errors: number; warnings: number; hints: number }) =>
      `${count(p.errors, 'error', 'errors')}, ${count(p.warnings, 'warning', 'warnings')}, ${count(p.hints, 'hint', 'hints')}.`,
    importSummary: (p: {
      format: string;
      entries: number;
      taken: number;
      skipped: number;
      switchedOff: number;
      rules: number;
    }) =>
      `${p.format}: ${count(p.entries, 'entry', 'entries')}, ${p.taken} taken as ${count(p.rules, 'rule', 'rules')} (${p.switchedOff} switched off), ${p.skipped} left out.`,
    exportSummary: (p: { format: string; rules: number; omitted: number }) =>
      `${p.format}: ${count(p.rules, 'rule', 'rules')}, of which ${p.omitted} did not fit, or not wholly.`,
    ruleOmitted: (p: { rule: string; reason: string }) =>
      `${p.rule} is left out, wholly or in part: ${p.reason}`,
    ruleLoses: (p: { rule: string; reason: string }) =>
      `${p.rule} is written, but loses something: ${p.reason}`,
    toMissing: (p: { formats: string }) => `Name the format with --to: ${p.formats}.`,
    unknownListFormat: (p: { format: string; formats: string }) =>
      `There is no format called ${p.format}. Emend knows ${p.formats}.`,
    helpHelp: 'show this help',
    helpUsage: 'Usage:',
    helpArguments: 'Arguments:',
    helpOptions: 'Options:',
    helpCommands: 'Commands:',
  },
};

export type ReasonKey = keyof typeof en.reasons;
