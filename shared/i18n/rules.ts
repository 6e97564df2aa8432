import { n } from './counting';

/** Dictionaries of other tools: what they are called, and what is told when one is read or written. */
export const foreignEn = {
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
};

/** What is wrong, or could be, with rules: what, why, what to do. */
export const lintEn = {
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
};

export const foreignZh: typeof foreignEn = {
  names: {
    subtitleEditXml: 'Subtitle Edit 批量替换（XML）',
    subtitleEditJson: 'Subtitle Edit 5 批量替换（.template）',
    subtitleEditCsv: 'Subtitle Edit 5 批量替换（CSV）',
    ocrFix: 'Subtitle Edit OCR 修正表',
    prh: 'prh（YAML）',
    capsWriterHot: 'CapsWriter 热词（hot.txt）',
    capsWriterRule: 'CapsWriter 规则（hot-rule.txt）',
    autocorrect: 'autocorrect 拼写词表（YAML）',
    pycorrector: 'pycorrector 混淆集',
    pairs: '误正对照（制表符分隔）',
    pairsCsv: '误正对照（CSV）',
  },
  skipped: {
    fileTooLarge: (p) => `文件超过 ${p.megabytes} MB，没有读取。请拆分。`,
    tooManyEntries: (p) => `一份列表最多 ${n(p.most)} 条，此处以后没有读取。请拆分。`,
    noList: '文件里没有这种格式的规则列表。',
    doctype: '文件声明了文档类型，可能引入其他内容，因此不读取。请删去 <!DOCTYPE …> 一行。',
    xmlInvalid: (p) => `不是有效的 XML（${p.detail}），没有读取。`,
    yamlInvalid: (p) => `不是有效的 YAML（${p.detail}）。`,
    jsonInvalid: (p) => `不是有效的 JSON（${p.detail}），没有读取。`,
    unknownElement: '这种格式没有这个元素。',
    notAnEntry: '这不是规则。',
    entryInvalid: (p) => `规则的“${p.field}”缺失或写法不对${p.detail ? `（${p.detail}）` : ''}。`,
    otherFile: (p) => `此文件以 ${p.path} 为基础，请一并导入该文件。`,
    emptyFind: '没有写明要找什么。',
    emptyTarget: '没有写明正确的写法。',
    noSeparator: (p) => `误与正之间没有“${p.separator}”。`,
    twoSeparators: (p) => `有不止一个“${p.separator}”，无法判断正确写法从哪里开始。`,
    tooFewColumns: '这一行的列数不够。',
    tooManyColumns: '这一行的列数超出格式规定。',
    quoteOpen: '引号没有闭合，或在单元格中间闭合。',
    indentedComment: '看起来是注释，但前面有空格，CapsWriter 会把它当作规则运行。请删去空格或 #。',
    overwritten: (p) => `第 ${p.by} 行要找的内容相同，CapsWriter 只保留后面的一条。`,
    removesShipped: '它撤销 Subtitle Edit 自带列表中的一条，没有那份列表就没有意义。',
    removedHere: '同一文件撤销了这一条。',
    severity: '它设定的是严重程度，不是更正。',
    expressionInvalid: (p) => `正则表达式无效（${p.detail}）。`,
    expressionConstruct: (p) => `正则表达式用了“${p.construct}”，这里没有对应写法，请改写。`,
    replacementConstruct: (p) => `替换文本用了“${p.construct}”，这里无法代入，请改用 $1 之类的分组。`,
  },
  notes: {
    unknownType: (p) => `类型“${p.type}”未知，与 Subtitle Edit 一样按不区分大小写的文本处理。`,
    groupOff: (p) => `分组“${p.group}”已停用，其中的规则也随之停用。`,
    wordBorder: '表达式用了 \\b。在原工具里汉字与相邻的词算作一体；这里词到汉字处也算结束，因此会找到更多。',
    lineAnchors: '表达式用了 ^ 或 $。这里指每一行的首尾，而不是全文的首尾。',
    needsSpelling: '在原工具里只有结果属于拼写词典时才替换，因此这里作为建议。',
    bySound: 'CapsWriter 还会按读音查找；这里只找写法相同的。',
    onlyBySound: '没有别名时 CapsWriter 按读音查找；这里只更正这个词本身的大小写和全半角。',
    blockDistance: (p) => `排除词在这里按前后 ${p.distance} 个字计算，在原工具里是五个词。`,
    deletes: '右边为空：会删去该文本。',
    guard: '两边相同：该文本不受其他规则改动。',
    frequency: '第三列的频次没有使用。',
    header: '第一行被当作列名。',
    looseLiterals: '要找的文本在这里不区分大小写、按整词查找；prh 区分大小写，也在词内查找。',
  },
  lost: {
    condition: (p) => `该格式没有“${p.field}”，缺了它规则会改动不该改的地方。`,
    switchedOff: '规则已停用，该格式无法表示。',
    suggestion: '规则只作建议，在那里会直接替换。',
    guard: '规则用来保护一段文本，该格式无法表示。',
    expression: '该格式没有正则表达式。',
    expressionConstruct: (p) => `正则表达式用了“${p.construct}”，那里没有对应写法。`,
    replacementConstruct: (p) => `“${p.construct}”在那里无法代入。`,
    spellingOnly: '规则只关系到该词本身的大小写，该格式无法表示。',
    mindsCase: '规则区分大小写，在那里不区分。',
    ignoresCase: '规则不区分大小写，在那里区分。',
    separator: (p) => `文本含有该格式用作标记的字符（${p.separator}），或首尾有空格。`,
    spaces: '文本含有空格，而该格式用空格分隔误与正。',
    characters: '文本含有该格式无法保存的字符。',
    split: '被标点或口头语隔开的术语在那里找不到。',
    specs: '例句（或其中一些）没有写入文件。',
    label: (p) => `${{ group: '分组', note: '备注' }[p.field]}没有写入文件。`,
    borders: '在那里词没有边界，规则也会找到更长的词里面的文本。',
    addsBorders: '再读回来时规则只按整词查找，该格式无法表示相反的意思。',
    wordBorder: '表达式用了 \\b，在那里词到汉字处不算结束。',
    onePass: '在那里所有规则一次完成，不按先后顺序。',
  },
};

export const lintZh: typeof lintEn = {
  cycle: (p) => `这些规则互相绕圈：${p.path}。已净的文本再清理一次又会改变。请去掉其中一条。`,
  grows: (p) => `正确写法“${p.text}”自己又会被更正，结果再被更正，没有尽头。请把查找的内容写得更窄。`,
  chain: (p) =>
    `正确写法“${p.text}”自己又会被更正为“${p.result}”，已净的文本再清理一次又会改变。请直接写成“${p.result}”，或收窄另一条规则。`,
  conflict: (p) =>
    `“${p.pattern}”在一条规则里是“${p.other}”，在另一条里是“${p.expected}”，只有前一条生效。请择一，或用上下文说明各自适用的地方。`,
  duplicate: (p) => `“${p.pattern}”出现在两条结果相同的规则里。请去掉一处。`,
  patternTwice: (p) => `“${p.pattern}”在这条规则里写了两次；大小写、全半角和空格没有区别。请去掉一处。`,
  shadowed: (p) =>
    `“${p.pattern}”永远轮不到：前面一条没有条件的规则已经先用了。请把这条规则移到前面，或给另一条加上条件。`,
  overruled: (p) =>
    `“${p.pattern}”会变成“${p.result}”而不是“${p.expected}”，因为另一条规则也适用于此处。请收窄另一条规则，或把较长的文本加进去。`,
  redundant: (p) => `“${p.pattern}”没有必要：另一条规则里较短的写法效果相同。请去掉。`,
  oneCharacter: (p) => `“${p.pattern}”只有一个字，许多词里都有。请多写几个字，或说明附近必须有什么。`,
  commonWord: (p) =>
    `“${p.pattern}”本身是一个词，也许就是原意。请说明附近或文中必须有什么，或让规则只作建议。`,
  shortLatin: (p) => `“${p.pattern}”太短，常常是别的意思。请说明附近必须有什么，或让规则只作建议。`,
  commonEnglish: (p) => `“${p.pattern}”是常用英文词，也许就是原意。请说明附近必须有什么，或让规则只作建议。`,
  deletes: (p) => `“${p.pattern}”无论在哪里都会不经询问地删去。请说明在哪里删，或让规则只作建议。`,
  expressionEdges: (p) =>
    `${p.expression} 以拉丁字母开头或结尾，也会匹配更长的词的一部分。请在那里加上 \\b。`,
  borderBesideHan: (p) =>
    `${p.expression} 在汉字旁边用了 \\b，那里只有与拉丁字母相邻时才成立。请去掉：汉语的词没有这种边界。`,
  matchesEmpty: (p) => `${p.expression} 什么都没有也能匹配，多半有一部分写错了。请让它至少匹配一个字符。`,
  runaway: (p) => `${p.expression} 在某些文本上可能永远算不完：重复之中又有重复。请改写成只有一种匹配方式。`,
  slow: (p) => `${p.expression} 在很长的行上可能较慢，因为其中几部分能匹配同样的文本。通常无妨。`,
  specFails: (p) => `例句“${p.input}”应当变成“${p.expected}”，实际变成“${p.got}”。请改正规则或例句。`,
  emptyWord: '有一个条件只有空格，等于没有写。请去掉。',
  wordTooLong: (p) => `“${p.word}”比 ${p.within} 个字还长，不可能在这个范围之内。请调大 within。`,
  nearContradicts: (p) => `“${p.word}”既必须在附近又不得在附近，规则永远不适用。请从其中一处去掉。`,
  exceptUseless: (p) => `例外“${p.phrase}”与规则要找的内容毫无共同之处。请去掉或改正。`,
};
