import type { Rule } from '../rule';
import { type Collector, collect } from './collect';
import type { ExportResult, ForeignFormat } from './foreign';
import { type ReplaceRow, rowsOf, takeRow } from './subtitle-edit';
import { childrenOf, type Element, escapeXml, fieldOf, fitsXml, parseXml } from './xml';

/**
 * Subtitle Edit's multiple replace in its three XML shapes: the export of version 4, the Settings.xml of version 4, and
 * the list that the command line seconv reads. It writes the last, which version 5 reads as well.
 */
export const subtitleEditXml: ForeignFormat = {
  id: 'subtitleEditXml',
  extensions: ['xml', 'template'],
  detect: (text) => /<MultipleSearchAndReplace(?:List|Groups|Item)\b/.test(text),
  read: (text, name) => collect(text, name, true, (collector) => readXml(text, collector)),
  write,
};

function readXml(text: string, collector: Collector): void {
  const parsed = parseXml(text);
  if ('failure' in parsed) {
    const { line, detail, doctype } = parsed.failure;
    collector.skip(line, '', doctype ? { code: 'doctype' } : { code: 'xmlInvalid', detail });
    return;
  }
  const lists = find(parsed.root, ['MultipleSearchAndReplaceList', 'MultipleSearchAndReplaceGroups']);
  if (lists.length === 0) collector.skip(1, '', { code: 'noList' });
  for (const group of lists.flatMap((list) => list.children)) {
    if (/Group/.test(group.name)) readGroup(group, collector);
    else collector.skip(group.line, `<${group.name}>`, { code: 'unknownElement' });
  }
}

function readGroup(group: Element, collector: Collector): void {
  const name = fieldOf(group, 'Name')?.trim() ?? '';
  const isOn = isTrue(fieldOf(group, 'Enabled', 'IsActive', 'Active'));
  const rules = [group, ...childrenOf(group, 'Rules')].flatMap((holder) =>
    holder.children.filter(
      (child) => fieldOf(child, 'FindWhat') !== undefined || ruleNames.includes(child.name),
    ),
  );
  if (!isOn && rules.length > 0) collector.note(group.line, { code: 'groupOff', group: name });
  for (const rule of rules) {
    if (collector.isFull(rule.line)) return;
    takeRow(collector, rule.line, {
      group: name,
      find: fieldOf(rule, 'FindWhat') ?? '',
      replaceWith: fieldOf(rule, 'ReplaceWith') ?? '',
      typeName: fieldOf(rule, 'SearchType') ?? '',
      active: isOn && isTrue(fieldOf(rule, 'Active', 'Enabled', 'IsActive')),
      description: fieldOf(rule, 'Description') ?? '',
    });
  }
}

const ruleNames = ['MultipleSearchAndReplaceItem', 'MultipleSearchAndReplaceSetting', 'Rule'];

/** What is not said to be off is on. */
const isTrue = (text: string | undefined): boolean => text === undefined || !/^\s*(false|0)\s*$/i.test(text);

function find(element: Element, names: readonly string[]): Element[] {
  if (names.includes(element.name)) return [element];
  return element.children.flatMap((child) => find(child, names));
}

function write(rules: readonly Rule[]): ExportResult {
  const { rows, losses } = rowsOf(rules, fitsXml);
  const groups: { name: string; rows: ReplaceRow[] }[] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last?.name === row.group) last.rows.push(row);
    else groups.push({ name: row.group, rows: [row] });
  }
  const field = (name: string, value: string) => `        <${name}>${escapeXml(value)}</${name}>\n`;
  const ruleOf = (row: ReplaceRow) =>
    `      <Rule>\n${field('Active', String(row.active))}${field('FindWhat', row.find)}${field('ReplaceWith', row.replaceWith)}` +
    `${field('SearchType', row.type === 'CaseInsensitive' ? 'Normal' : row.type)}` +
    `${row.description ? field('Description', row.description) : ''}      </Rule>\n`;
  const body = groups.map(
    (group) =>
      `  <Group>\n    <Name>${escapeXml(group.name)}</Name>\n    <IsActive>true</IsActive>\n    <Rules>\n` +
      `${group.rows.map(ruleOf).join('')}    </Rules>\n  </Group>\n`,
  );
  const root = 'MultipleSearchAndReplaceGroups';
  return losses.result(`<?xml version="1.0" encoding="utf-8"?>\n<${root}>\n${body.join('')}</${root}>\n`);
}
