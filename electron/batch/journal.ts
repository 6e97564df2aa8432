import { type FileHandle, mkdir, open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type {
  BatchRecord,
  DetailsRecord,
  DictionariesRecord,
  FileDetails,
  FileRecord,
  RunRecord,
  Summary,
} from '../../shared/receipt/record';
import { createSummary } from '../../shared/receipt/summary';
import { sha256 } from './cleaning';

/** The notes of a batch on disk, one record a line, only ever added to. */
export interface Journal {
  readonly path: string;
  /** Adds lines of JSON as one; resolves when they are on the disk. Rejects with a {@link JournalError}. */
  append(lines: readonly string[]): Promise<void>;
  /** Everything but the files of the last run, added up. */
  summary(): Promise<Summary | undefined>;
  /** The files of the last run, in the order in which they were finished; of them only those that are wanted, if that is said. */
  files(isWanted?: (file: FileRecord) => boolean): AsyncGenerator<FileDetails>;
  close(): Promise<void>;
}

/** The disk is full, say; `cause` is Node's error. */
export class JournalError extends Error {}

/** What an earlier run left behind. */
export interface Earlier {
  readonly run: RunRecord;
  /** The last record of each file that was finished when the same was asked for. */
  readonly files: ReadonlyMap<string, FileRecord>;
}

/** Where the notes of a batch lie that was asked for with these words: asked again, it finds them. */
export const journalPath = (folder: string, words: readonly string[]): string =>
  join(folder, `.emend-${sha256(JSON.stringify(words)).slice(0, 12)}.ndjson`);

/** Begins new notes. A process that still writes to old ones of this name keeps them for itself. */
export async function createJournal(path: string): Promise<Journal> {
  await mkdir(dirname(path), { recursive: true });
  await unlink(path).catch(() => {});
  return journalOver(await open(path, 'a+'), path);
}

/** Notes that are needed only for as long as the process runs; nobody else sees them. */
export async function createPassingJournal(): Promise<Journal> {
  const path = join(tmpdir(), `emend-${process.pid}-${Date.now()}.ndjson`);
  const handle = await open(path, 'ax+', 0o600);
  await unlink(path).catch(() => {});
  return journalOver(handle, path);
}

/** Goes on with notes that are there, or begins new ones; what was being written when a process was killed is dropped. */
export async function resumeJournal(path: string): Promise<{ journal: Journal; earlier?: Earlier }> {
  await mkdir(dirname(path), { recursive: true });
  const handle = await open(path, 'a+');
  let whole = 0;
  let run: RunRecord | undefined;
  const files = new Map<string, FileRecord>();
  for await (const line of linesOf(handle)) {
    whole = line.end;
    const record = isDetails(line) ? undefined : parse(line.bytes);
    if (record?.kind === 'run') {
      if (record.fingerprint !== run?.fingerprint) files.clear();
      run = record;
    }
    if (record?.kind === 'file') files.set(record.path, record);
  }
  await handle.truncate(whole);
  return { journal: journalOver(handle, path), ...(run && { earlier: { run, files } }) };
}

function journalOver(handle: FileHandle, path: string): Journal {
  let waiting: string[] = [];
  let flushed = Promise.resolve();
  let indexed: ReturnType<ReturnType<typeof createIndex>> | undefined;
  const readOn = createIndex(handle);
  /** One after another, since each goes on where the last one ended. */
  const index = () => {
    indexed = indexed ? indexed.then(readOn, readOn) : readOn();
    return indexed;
  };
  /** What came while the last lines went to the disk goes there in one go. */
  const flush = async () => {
    if (waiting.length === 0) return;
    const lines = waiting;
    waiting = [];
    try {
      await handle.appendFile(lines.map((line) => `${line}\n`).join(''));
      await handle.datasync();
    } catch (cause) {
      throw new JournalError('The journal cannot be written', { cause });
    }
  };

  return {
    path,
    append(lines) {
      waiting.push(...lines);
      flushed = flushed.then(flush, flush);
      return flushed;
    },
    async summary() {
      const { run, dictionaries, entries } = await index();
      if (!run) return undefined;
      const summary = createSummary(run);
      for (const record of dictionaries) summary.addDictionaries(record);
      for (const { file } of entries) summary.addFile(await recordAt<FileRecord>(handle, file));
      return summary.result();
    },
    async *files(isWanted) {
      for (const { file, details } of (await index()).entries) {
        const record = await recordAt<FileRecord>(handle, file);
        if (isWanted && !isWanted(record)) continue;
        const { kind: _, changes, suggestions, rejected, reverted, ...rest } = record;
        const told = details && (await recordAt<DetailsRecord>(handle, details));
        const counts = { changes, suggestions, rejected, reverted };
        yield { ...rest, counts, changes: told?.changes ?? [], rejected: told?.rejected ?? [] };
      }
    },
    close: () => handle.close(),
  };
}

/** Where a line stands, in bytes. */
interface Span {
  readonly start: number;
  readonly end: number;
}

interface Entry {
  readonly file: Span;
  readonly details: Span | undefined;
}

/** Tells where the last record of each file of the last run stands, and what else that run noted. What was read is not read again. */
function createIndex(handle: FileHandle) {
  let read = 0;
  let run: RunRecord | undefined;
  let details: Span | undefined;
  const dictionaries: DictionariesRecord[] = [];
  const known = new Map<string, Entry>();
  const current = new Set<string>();
  const take = (line: Line) => {
    read = line.end;
    const { start, end } = line;
    if (isDetails(line)) {
      details = { start, end };
      return;
    }
    const record = parse(line.bytes);
    if (record?.kind === 'run') {
      run = record;
      current.clear();
    } else if (record?.kind === 'dictionaries') dictionaries.push(record);
    else if (record?.kind === 'unchanged') current.add(record.path);
    else if (record?.kind === 'file') {
      known.set(record.path, { file: { start, end }, details });
      current.add(record.path);
    }
    details = undefined;
  };
  return async () => {
    for await (const line of linesOf(handle, read)) take(line);
    const entries = [...current].flatMap((path) => known.get(path) ?? []);
    return { run, dictionaries, entries: entries.sort((a, b) => a.file.start - b.file.start) };
  };
}

const detailsStart = Buffer.from('{"kind":"details"');
const isDetails = ({ bytes }: Line): boolean => bytes.subarray(0, detailsStart.length).equals(detailsStart);

/** A record that this program wrote; undefined for a line that is none. */
function parse(line: Buffer): BatchRecord | undefined {
  try {
    return JSON.parse(line.toString());
  } catch {
    return undefined;
  }
}

async function recordAt<Kind extends BatchRecord>(handle: FileHandle, { start, end }: Span): Promise<Kind> {
  const bytes = Buffer.alloc(end - start);
  await handle.read(bytes, 0, bytes.length, start);
  return JSON.parse(bytes.toString());
}

interface Line extends Span {
  readonly bytes: Buffer;
}

/** What is read at once, in bytes. */
const chunkSize = 256 * 1024;
const lineEnd = 10;

/** The lines of a file that are whole, from a place on where one begins: what follows the last line end is left out. */
async function* linesOf(handle: FileHandle, from = 0): AsyncGenerator<Line> {
  const chunk = Buffer.alloc(chunkSize);
  let pending: Buffer[] = [];
  let start = from;
  for (let position = from; ; ) {
    const { bytesRead } = await handle.read(chunk, 0, chunkSize, position);
    if (bytesRead === 0) return;
    const read = chunk.subarray(0, bytesRead);
    let next = 0;
    for (let at = read.indexOf(lineEnd); at >= 0; at = read.indexOf(lineEnd, next)) {
      const end = position + at + 1;
      yield { bytes: Buffer.concat([...pending, read.subarray(next, at)]), start, end };
      pending = [];
      start = end;
      next = at + 1;
    }
    if (next < bytesRead) pending.push(Buffer.from(read.subarray(next)));
    position += bytesRead;
  }
}
