/** What file names are made of unless a template is given. */
export const usualTemplate = '{name}.{ext}';

/** Whether a template makes names: it has `{name}`, no placeholder that does not exist, and no folder. */
export const isTemplate = (template: string): boolean =>
  template.includes('{name}') && !/[{}/\\\0]/.test(template.replaceAll(/\{(?:name|ext|date)\}/g, ''));

/** The name that a template makes for a file; `date` as 2026-11-23. */
export const fillTemplate = (
  template: string,
  parts: { readonly name: string; readonly ext: string; readonly date: string },
): string =>
  (parts.ext === '' ? template.replace('.{ext}', '') : template).replaceAll(
    /\{(name|ext|date)\}/g,
    (_, key: keyof typeof parts) => parts[key],
  );

/** The day of a moment where the person is, as 2026-11-23. */
export const dayOf = (moment: Date): string =>
  [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
