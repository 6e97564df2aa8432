// Runs in the receipt, by itself. Texts of files are put in as text, never as markup.

const texts = JSON.parse(document.getElementById('texts').textContent);
const form = document.querySelector('form');
const [wanted, kind] = form.elements;
const list = document.getElementById('files');
const found = document.getElementById('found');
const status = document.querySelector('output');
const rows = [...list.tBodies[0].rows];

/** So many changes are shown at once, and one more such lot each time somebody asks. */
const page = 200;

/** How long a search may hold up the page before it lets it breathe, in milliseconds. */
const stretch = 30;

const dataOf = (row) => row.querySelector('script').textContent;

/** The changes of a file, then what was rejected before. They are read when somebody looks. */
const changesOf = (row) => {
  const { changes, rejected } = JSON.parse(dataOf(row));
  const columns = ['line', 'left', 'before', 'after', 'right', 'kind', 'rules', 'step', 'why'];
  return [...changes, ...rejected].map((values) =>
    Object.fromEntries(columns.map((column, index) => [column, values[index]])),
  );
};

const element = (name, text, className) => {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
};

const rowOf = (change, file) => {
  const row = element('tr', undefined, change.kind);
  if (file !== undefined) row.append(element('td', file));
  row.append(element('td', change.line, 'number'));
  const text = element('td');
  text.append(change.left, element('del', change.before), element('ins', change.after), change.right);
  const why = element('td', undefined, 'why');
  why.append([texts.kinds[change.kind], change.step, change.why].filter(Boolean).join(' · '));
  why.append(element('br'), element('code', change.rules));
  row.append(text, why);
  return row;
};

/** A table that shows a lot of changes and has a button for the next. `next` gives so many, or fewer at the end. */
const showPages = (place, next) => {
  const table = element('table');
  const body = table.createTBody();
  const more = element('button', texts.more);
  more.type = 'button';
  const show = () => {
    const lot = next(page);
    body.append(...lot);
    more.hidden = lot.length < page;
  };
  more.addEventListener('click', show);
  place.replaceChildren(table, more);
  show();
};

const toggle = (row) => {
  const button = row.querySelector('button');
  const open = button.getAttribute('aria-expanded') === 'true';
  button.setAttribute('aria-expanded', String(!open));
  if (open) {
    row.nextElementSibling.remove();
    return;
  }
  const below = element('tr', undefined, 'below');
  const cell = element('td');
  cell.colSpan = row.cells.length;
  below.append(cell);
  row.after(below);
  const changes = changesOf(row);
  let at = 0;
  showPages(cell, (count) => {
    at += count;
    return changes.slice(at - count, at).map((change) => rowOf(change));
  });
};

for (const row of rows) row.querySelector('button')?.addEventListener('click', () => toggle(row));

let searching = 0;

/** Looks through all files, some at a time, and shows what it has found so far. */
const search = async () => {
  const turn = ++searching;
  const query = wanted.value.trim().toLowerCase();
  const only = kind.value;
  const plain = query === '' && only === '';
  list.className = plain ? '' : 'searching';
  for (const row of rows) {
    const [path, , , notes] = row.cells;
    row.hidden =
      !plain && (only !== '' || !(path.dataset.path + notes.textContent).toLowerCase().includes(query));
  }
  found.hidden = plain;
  status.value = '';
  if (plain) return;
  const holds = (change, file) =>
    (only === '' || change.kind === only) &&
    [
      file,
      change.left + change.before + change.right,
      change.after,
      change.rules,
      change.step,
      change.why,
    ].some((text) => text.toLowerCase().includes(query));
  const hits = [];
  let shown = 0;
  const next = (count) => {
    const lot = hits.slice(shown, shown + count);
    shown += lot.length;
    return lot.map(({ change, file }) => rowOf(change, file));
  };
  let begun = performance.now();
  for (const row of rows) {
    const file = row.cells[0].dataset.path;
    for (const change of changesOf(row)) if (holds(change, file)) hits.push({ change, file });
    if (performance.now() - begun < stretch) continue;
    status.value = texts.searching;
    await new Promise((resolve) => setTimeout(resolve));
    if (turn !== searching) return;
    begun = performance.now();
  }
  status.value = texts.hits.replace('{count}', hits.length.toLocaleString());
  showPages(found, next);
};

let typing;
form.addEventListener('input', () => {
  clearTimeout(typing);
  typing = setTimeout(search, 150);
});
form.addEventListener('submit', (event) => event.preventDefault());
