import type { DictionariesRecord, FileRecord, RuleTotal, RunRecord, Summary } from './record';

/** Adds up the finished files of a batch, one after another. */
export function createSummary(run: RunRecord) {
  const dictionaries = new Map<string, DictionariesRecord>();
  const used = new Set<string>();
  const rules = new Map<string, RuleTotal>();
  const totals = { files: 0, failed: 0, changes: 0, suggestions: 0, rejected: 0, reverted: 0, warnings: 0 };
  return {
    addDictionaries(record: DictionariesRecord): void {
      dictionaries.set(record.key, record);
    },
    addFile(file: FileRecord): void {
      totals.files++;
      if (file.problem) totals.failed++;
      totals.changes += file.changes;
      totals.suggestions += file.suggestions;
      totals.rejected += file.rejected;
      totals.reverted += file.reverted;
      totals.warnings += file.warnings.length;
      if (file.dictionaries !== undefined) used.add(file.dictionaries);
      for (const [rule, { changes, suggestions, reverted }] of Object.entries(file.rules)) {
        const known = rules.get(rule) ?? { rule, changes: 0, suggestions: 0, reverted: 0, files: 0 };
        rules.set(rule, {
          rule,
          changes: known.changes + changes,
          suggestions: known.suggestions + suggestions,
          reverted: known.reverted + reverted,
          files: known.files + 1,
        });
      }
    },
    result: (): Summary => ({
      run,
      dictionaries: [...dictionaries.values()].filter(({ key }) => used.has(key)),
      totals: { ...totals },
      rules: [...rules.values()].sort(
        (a, b) => b.changes - a.changes || b.suggestions - a.suggestions || (a.rule < b.rule ? -1 : 1),
      ),
    }),
  };
}
