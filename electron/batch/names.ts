import { basename, dirname, extname, join } from 'node:path';
import { extensionsOf, type FormatId, formatByExtension } from '../../shared/formats/names';
import { fillTemplate } from '../../shared/templates';

/** A file to be written; without a format, in that of the file it is made of. */
export interface Target {
  readonly path: string;
  readonly format?: FormatId;
}

/** How written files are called. */
export interface Naming {
  readonly out: string;
  /** With `{name}`, `{ext}` and `{date}`. */
  readonly template: string;
  /** The formats to write; undefined for that of each file. */
  readonly formats: readonly FormatId[] | undefined;
  /** The day of the run, as 2026-11-23. */
  readonly date: string;
}

/** Where the clean files of an input go that has its place at `relative` under the output folder. */
export function targetsOf(relative: string, naming: Naming): Target[] {
  const { out, template, formats, date } = naming;
  const file = basename(relative);
  return (formats ?? [undefined]).map((format) => {
    const { name, ext } = format ? renamed(file, format) : parted(file);
    const made = fillTemplate(template, { name, ext, date });
    return { path: join(out, dirname(relative), made), ...(format && { format }) };
  });
}

const parted = (file: string) => {
  const ext = extname(file);
  return { name: file.slice(0, file.length - ext.length), ext: ext.slice(1) };
};

/** The usual extension of a format takes the place of that of another, but of nothing else that follows a dot. */
function renamed(file: string, format: FormatId) {
  const { name, ext } = parted(file);
  return { name: ext && formatByExtension(ext) ? name : file, ext: extensionsOf(format)[0] };
}
