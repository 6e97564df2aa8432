import { isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import type { Rule } from '../rule';
import { type Collector, collect } from './collect';
import type { ExportResult, ForeignFormat } from './foreign';
import { type ReplaceRow, rowsOf, takeRow } from './subtitle-edit';

/** Subtitle Edit 5's own export of its multiple replace: categories of rules in JSON. */
export const subtitleEditJson: ForeignFormat = {
  id: 'subtitleEditJson',
  extensions: ['template', 'json'],
  detect: (text) => /^\uFEFF?\s*\{\s*"categories"\s*:/i.test(text),
  read: (text, name) => collect(text, name, true, (collector) => readJson(text, collector)),
  write,
};

/** JSON is YAML as well, and a YAML parser knows on which line things stand. */
function readJson(text: string, collector: Collector): void {
  const lines = new LineCounter();
  const source = text.replace(/^\uFEFF/, '');
  const document = parseDocument(source, { lineCounter: lines, schema: 'core', prettyErrors: false });
  const [error] = document.errors;
  const lineOf = (node: { range?: readonly [number, ...number[]] | null }): number =>
    lines.linePos(node.range?.[0] ?? 0).line;
  if (error) {
    const line = lines.linePos(error.pos[0]).line;
    collector.skip(line, '', { code: 'jsonInvalid', detail: error.message });
    return;
  }
  const categories = isMap(document.contents) ? get(document.contents, 'categories') : undefined;
  if (!isSeq(categories)) {
    collector.skip(1, '', { code: 'noList' });
    return;
  }
  for (const category of categories.items) {
    const rules = isMap(category) ? get(category, 'rules') : undefined;
    if (!isMap(category) || !isSeq(rules)) {
      collector.skip(isMap(category) ? lineOf(category) : 1, textOf(category), { code: 'notAnEntry' });
      continue;
    }
    const group = textOf(get(category, 'name')).trim();
    const isOn = flagOf(get(category, 'isActive'));
    if (!isOn && rules.items.length > 0) collector.note(lineOf(category), { code: 'groupOff', group });
    for (const rule of rules.items) {
      const line = isMap(rule) || isScalar(rule) ? lineOf(rule) : lineOf(rules);
      if (collector.isFull(line)) return;
      if (!isMap(rule)) {
        collector.skip(line, textOf(rule), { code: 'notAnEntry' });
        continue;
      }
      takeRow(collector, line, {
        group,
        find: textOf(get(rule, 'find')),
        replaceWith: textOf(get(rule, 'replaceWith')),
        typeName: textOf(get(rule, 'type')),
        active: isOn && flagOf(get(rule, 'isActive')),
        description: textOf(get(rule, 'description')),
      });
    }
  }
}

/** A field, whether or not its name begins with a capital. */
function get(map: YAMLMap, name: string): unknown {
  return map.get(name, true) ?? map.get(name.charAt(0).toUpperCase() + name.slice(1), true);
}

const textOf = (node: unknown): string =>
  isScalar(node) && node.value !== null && node.value !== undefined ? String(node.value) : '';

const flagOf = (node: unknown): boolean => !isScalar(node) || node.value !== false;

function write(rules: readonly Rule[]): ExportResult {
  const { rows, losses } = rowsOf(rules);
  const categories: { name: string; rules: object[] }[] = [];
  for (const row of rows) {
    const last = categories.at(-1);
    if (last?.name === row.group) last.rules.push(ruleOf(row));
    else categories.push({ name: row.group, rules: [ruleOf(row)] });
  }
  return losses.result(`${JSON.stringify({ categories }, null, 2)}\n`);
}

const ruleOf = ({ find, replaceWith, description, active, type }: ReplaceRow) => ({
  find,
  replaceWith,
  description,
  isActive: active,
  type,
});
