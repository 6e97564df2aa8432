import { describe, expect, test } from 'vitest';
import type { FormatId } from '../../shared/formats/names';
import { dayOf, isTemplate } from '../../shared/templates';
import { keptPath, pathsInList } from './inputs';
import { targetsOf } from './names';

describe('names of written files', () => {
  test.each<[relative: string, template: string, formats: FormatId[] | undefined, paths: string[]]>([
    ['a.txt', '{name}.{ext}', undefined, ['out/a.txt']],
    ['x/a.v2.md', '{name}.{ext}', undefined, ['out/x/a.v2.md']],
    ['x/a.v2.md', '{name}.{ext}', ['text', 'srt'], ['out/x/a.v2.txt', 'out/x/a.v2.srt']],
    ['a.v2', '{name}.{ext}', ['text'], ['out/a.v2.txt']],
    ['a', '{name}.{ext}', undefined, ['out/a']],
    ['a', '{name}-{date}.{ext}', undefined, ['out/a-2026-11-23']],
    ['a.b.srt', '{date} {name}{name}.clean.{ext}', undefined, ['out/2026-11-23 a.ba.b.clean.srt']],
    ['{ext}.txt', '{name}.{ext}', undefined, ['out/{ext}.txt']],
    ['$&.txt', '{name}.{ext}', undefined, ['out/$&.txt']],
  ])('%s by %s', (relative, template, formats, paths) => {
    const targets = targetsOf(relative, { out: 'out', template, formats, date: '2026-11-23' });
    expect(targets.map(({ path }) => path)).toEqual(paths);
  });

  test.each([
    ['{name}', true],
    ['{name} {date}.{ext}', true],
    ['clean.{ext}', false],
    ['{name}/{ext}', false],
    ['..\\{name}', false],
    ['{name}{other}', false],
    ['{name}}', false],
  ])('%s as a template: %s', (template, is) => {
    expect(isTemplate(template)).toBe(is);
  });

  test('the day is that of the person’s clock', () => {
    expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });
});

describe('lists of files', () => {
  test.each([
    ['a\nb c\r\n\n', ['a', 'b c']],
    ['a\nb\0c\0', ['a\nb', 'c']],
    ['', []],
  ])('%j', (list, paths) => {
    expect(pathsInList(list)).toEqual(paths);
  });

  test.each([
    ['x/a.txt', 'x/a.txt'],
    ['./x//a.txt', 'x/a.txt'],
    ['/x/../y/a.txt', 'y/a.txt'],
    ['../../x/a.txt', 'x/a.txt'],
  ])('%s is kept as %s', (path, kept) => {
    expect(keptPath(path)).toBe(kept);
  });
});
