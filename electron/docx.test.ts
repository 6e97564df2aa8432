import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { exportReading } from '../shared/export';
import { formatOf, readTranscript } from '../shared/formats/formats';
import type { Reading } from '../shared/formats/reading';
import type { Transcript } from '../shared/transcript/transcript';
import { readDocx } from './docx';
import { decodeSource, readSource } from './source';
import { zipEntries } from './zip';

/** A zip archive of these files; `claimed` is what it says that the document unpacks to instead of the truth. */
function zip(files: Readonly<Record<string, string | Buffer>>, claimed?: number): Buffer {
  const locals: Buffer[] = [];
  const listed: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const raw = Buffer.from(content);
    const packed = deflateRawSync(raw);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(raw), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(name === 'word/document.xml' ? (claimed ?? raw.length) : raw.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    listed.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, place, Buffer.from(name)]));
    locals.push(local);
    at += local.length;
  }
  const list = Buffer.concat(listed);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(listed.length, 8);
  end.writeUInt16LE(listed.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, list, end]);
}

const relations = (...targets: readonly (readonly [kind: string, target: string])[]) =>
  `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(
      ([kind, target], index) =>
        `<Relationship Id="rId${index + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

/** The files of a Word document with this body, as small as they may be. */
const parts = (body: string) => ({
  '[Content_Types].xml':
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  '_rels/.rels': relations(['officeDocument', 'word/document.xml']),
  'word/_rels/document.xml.rels': relations(['styles', 'styles.xml']),
  'word/styles.xml':
    '<?xml version="1.0" encoding="UTF-8"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/></w:style></w:styles>',
  'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
});
const paragraph = (text: string, properties = '') =>
  `<w:p>${properties}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

async function read(bytes: Uint8Array): Promise<Reading> {
  const result = await readDocx(bytes, 'a.docx');
  if (typeof result === 'string') throw new Error(result);
  return result.reading;
}

const written = async (transcript: Transcript) => {
  const bytes = await formatOf('docx').write(transcript);
  if (typeof bytes === 'string') throw new Error('text');
  return bytes;
};

describe('reading', () => {
  test('headings, paragraphs, line breaks, tabs, tables and runs', async () => {
    const heading = '<w:pPr><w:pStyle w:val="2"/></w:pPr>';
    const { transcript, repairs, source } = await read(
      zip(
        parts(
          `${paragraph('第一节', heading)}<w:p/>${paragraph(' 我们用 ')}<w:p><w:r><w:t>a</w:t></w:r><w:r><w:t>b</w:t><w:br/><w:t>c</w:t><w:tab/><w:t>d</w:t></w:r></w:p><w:tbl><w:tr><w:tc>${paragraph('左')}</w:tc><w:tc>${paragraph('右')}</w:tc></w:tr></w:tbl>`,
        ),
      ),
    );
    expect(transcript.text).toBe('## 第一节\n\n我们用\n\nab\nc\td\n\n左\n\n右');
    expect(transcript.segments[0]).toEqual({ kind: 'heading', from: 0, to: 6 });
    expect(source).toBe(transcript.text);
    expect(repairs).toEqual([]);
  });

  test('what was deleted is gone, what was inserted is there', async () => {
    const { transcript } = await read(
      zip(
        parts(
          '<w:p><w:del w:id="1"><w:r><w:delText>old</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>new</w:t></w:r></w:ins></w:p>',
        ),
      ),
    );
    expect(transcript.text).toBe('new');
  });

  test('notes are left out, and that is told by the line', async () => {
    const note = '<w:p><w:r><w:t>b</w:t><w:footnoteReference w:id="1"/></w:r></w:p>';
    const { transcript, repairs } = await read(zip(parts(`${paragraph('a')}${note}`)));
    expect(transcript.text).toBe('a\n\nb');
    expect(repairs).toEqual([{ line: 3, what: 'leftOut' }]);
  });

  test('whatever the file is called', async () => {
    const bytes = zip(parts(paragraph('字')));
    expect(await decodeSource(bytes, '/x/talk.bin')).toMatchObject({
      source: {
        encoding: 'UTF-8',
        reading: { format: 'docx', transcript: { name: 'talk.bin', text: '字' } },
      },
    });
  });
});

describe('what is no document, or means harm', () => {
  const whole = zip(parts(paragraph('字')));
  const large = { 'word/document.xml': Buffer.alloc(17 * 1024 * 1024, ' ') };
  const rows: readonly (readonly [name: string, file: string, bytes: Buffer, problem: string])[] = [
    ['cut off', 'a.docx', whole.subarray(0, -30), 'docxBroken'],
    ['only a beginning', 'a.docx', whole.subarray(0, 4), 'docxBroken'],
    ['no XML inside', 'a.docx', zip({ ...parts(''), 'word/document.xml': 'text' }), 'docxBroken'],
    [
      'a document that is cut off',
      'a.docx',
      zip({ ...parts(''), 'word/document.xml': '<w:document' }),
      'docxBroken',
    ],
    ['a wrong size', 'a.docx', zip(parts(''), 12), 'docxBroken'],
    ['more text than can be', 'a.docx', zip({ ...parts(''), ...large }), 'docxTooLarge'],
    ['a claim to be huge', 'a.docx', zip(parts(''), 0xf0000000), 'docxTooLarge'],
    ['a bomb that claims to be small', 'a.docx', zip({ ...parts(''), ...large }, 100), 'docxBroken'],
    ['another archive', 'a.zip', zip({ 'a.txt': 'text' }), 'fileBinary'],
    ['a spreadsheet', 'a.xlsx', zip({ 'xl/workbook.xml': '<x/>' }), 'fileBinary'],
  ];
  test.each(rows)('%s', async (_, file, bytes, problem) => {
    expect(await decodeSource(bytes, file)).toEqual({ problem: { code: problem, path: file } });
  });

  test('text that is only called .docx opens as text', async () => {
    const result = await decodeSource(Buffer.from('一\n二'), 'a.docx');
    expect(result).toMatchObject({
      source: { reading: { format: 'text', source: '一\n二', repairs: [{ line: 1, what: 'notDocx' }] } },
    });
  });

  test('bytes that are changed anywhere never crash', async () => {
    for (let at = 0; at < whole.length; at += 7) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 0xff;
      const result = await decodeSource(bytes, 'a.docx');
      expect('source' in result || 'problem' in result).toBe(true);
    }
  });

  test('entities of a document type are not expanded', async () => {
    const document =
      '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b SYSTEM "file:///etc/passwd">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>k&a;&b;</w:t></w:r></w:p></w:body></w:document>';
    const result = await readDocx(zip({ ...parts(''), 'word/document.xml': document }), 'a.docx');
    const text = typeof result === 'string' ? result : result.reading.transcript.text;
    expect(text).not.toMatch(/lol|root:/);
  });
});

describe('writing', () => {
  test('headings, paragraphs, and no pictures', async () => {
    const { transcript } = readTranscript(
      '# 题目\n\n第一段 <b> & 😀\u0007\n\n![](i.png)\n\n### 小节 ###\n\n第二段',
      'a.md',
    );
    const reading = await read(await written(transcript));
    expect(reading.transcript.text).toBe('# 题目\n\n第一段 <b> & 😀\n\n### 小节\n\n第二段');
  });

  test('the font of Chinese is set', async () => {
    const bytes = await written(readTranscript('字', 'a.txt').transcript);
    const styles = zipEntries(bytes)?.find(({ name }) => name === 'word/styles.xml');
    expect(styles).toBeDefined();
    const { inflateRawSync } = await import('node:zlib');
    const xml = inflateRawSync(bytes.subarray(styles?.data.from, styles?.data.to)).toString();
    expect(xml).toContain('w:eastAsia="Microsoft YaHei"');
  });

  test('a paragraph for each cue, and the speaker where another begins', async () => {
    const source = JSON.stringify({
      segments: [
        { start: 0, end: 1, text: '大家好\n欢迎', speaker: 'A' },
        { start: 1, end: 2, text: '今天', speaker: 'A' },
        { start: 2, end: 3, text: '', speaker: 'A' },
        { start: 3, end: 4, text: '谢谢', speaker: 'B' },
      ],
    });
    const { transcript } = readTranscript(source, 'a.json');
    const again = await read(await written(transcript));
    expect(again.transcript.text).toBe('A  大家好\n欢迎\n\n今天\n\nB  谢谢');
  });

  test('a document that was corrected is a document again', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'emend-'));
    try {
      const path = join(folder, 'a.docx');
      await writeFile(path, zip(parts(`${paragraph('我门')}${paragraph('好')}`)));
      const result = await readSource(path);
      if ('problem' in result) throw new Error(result.problem.code);
      const { reading } = result.source;
      const { content } = await exportReading(reading, { edits: [{ from: 1, to: 2, insert: '们' }] }, 'docx');
      if (typeof content === 'string') throw new Error('text');
      expect((await read(content)).transcript.text).toBe('我们\n\n好');
      expect((await exportReading(reading, { edits: [] }, 'text')).content).toBe('我门\n\n好\n');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
