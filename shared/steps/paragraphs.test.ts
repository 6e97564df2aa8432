import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTranscript } from '../formats/formats';
import { runPipeline } from '../pipeline';
import { applyEdits } from '../transcript/edit';
import { editTranscript } from '../transcript/transcript';
import { stepOptionsSchema } from './options';
import { paragraphsStep } from './paragraphs';
import { cuesOf, judge } from './paragraphs/border';
import { punctuationStep } from './punctuation';

const options = (length = 300) => stepOptionsSchema.parse({ paragraphs: { length } });
const read = (text: string, name = 'talk.txt') => readTranscript(text, name).transcript;
const clean = (text: string, length?: number, name?: string): string =>
  applyEdits(text, runPipeline(read(text, name), [paragraphsStep(options(length))]));
const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
const imagesOf = (text: string): string[] => text.match(/!\[[^\]\n]*\]\([^)\n]*\)/g) ?? [];

/** Blocks of about one length, so that they look like a recogniser's. */
const filling =
  '我们先来看第一张图片它讲的是整个系统里面每一个部分之间的关系，这里画得比较简单但是意思是清楚的';
const block = (start: string, end: string): string => `${start}，${filling}，${end}。`;

const talk = [
  block('大家好今天我来介绍一个项目', '这个项目的目标是做一套工具，它可以'),
  block('帮助编辑们整理录音', '如果你有很多录音的话'),
  block('那么这个工具就很合适', '这就是我们的出发点'),
  block('首先来看它的结构', '它一共有三个部分'),
];

describe('a border', () => {
  const at = (text: string) => {
    const [left = '', right = ''] = text.split('|');
    return judge({ left, right });
  };

  test.each([
    '它可以|帮助编辑整理录音',
    '我们发现了一个|非常有意思的现象',
    '我们把最后一层的|输出拿出来看',
    '我们用的是呃|一个很小的模型',
    '这个工作是和|北京的一个团队做的',
    '接下来我想把|整个流程走一遍',
    '我们还需要对于|长一点的录音多试几次',
    '大家都知道录音时间|的长短会影响结果',
    '编辑经常会用到一些|之间的快捷键',
    '这里有自己的一|些快捷键',
    '训练的是116|B的模型',
    '然后所以我们是|设计了一套录音棚',
    '我们想让它能不能|像专业的录音一样',
  ])('no mark belongs in %s', (text) => expect(at(text).open).toBeGreaterThan(0.5));

  test.each([
    '那我们当时就发现|大家其实都不太会用',
    '如果你有很多录音的话|我们可以试一试',
    '在训练的时候|我们一般会这么做',
    '我们做了一个新的工具|比如说给编辑用的',
    '这个按钮点下去之后|屏幕上会多出来一行',
    '我跟他们讲|大家先不要着急',
    '他说的我觉得有道理|的确是这么回事',
  ])('the sentence goes on in %s', (text) => {
    expect(at(text).sentence).toBeLessThan(0.3);
    expect(at(text).open).toBeLessThan(0.5);
  });

  test.each([
    '这就是我们今天的出发点|首先来看它的结构',
    '这个问题是怎么来的呢|第一个原因是数据太少',
    '这个效果其实是非常好的|所以我们决定继续做下去',
    '以上就是我的介绍对吧|那我们接下来看下一个问题',
    '那录音是从哪里来的呢|其实都是大家自己录的',
    '今天的内容就到这里了|另外提醒一下明天还有一场',
    '这个结果是非常稳定的|OK，那我们看下一页',
    '另外很重要的部分就是降噪|在降噪这一块我们试了三种',
    '请看这里的数字都变好了|其实我们一开始没有想到',
  ])('a sentence ends in %s', (text) => expect(at(text).sentence).toBeGreaterThan(0.5));

  test('a sentence that may have ended keeps its stop, one that clearly goes on does not', () => {
    const joined = (left: string, right: string) =>
      clean([talk[0], talk[3], block('这里说的是', left), block(right, '好的'), talk[3]].join('\n\n'), 2000);
    expect(joined('它能处理很多不同的录音', '大家可以回去试一试')).toContain('很多不同的录音。大家可以');
    expect(joined('它能处理很多不同的录音', '比如说会议的录音')).toContain('很多不同的录音，比如说');
  });

  test('fillers and openers do not hide the words beside them', () => {
    expect(cuesOf({ left: '然后如果你想试的话呢啊', right: '呃，首先' })).toEqual(
      expect.arrayContaining(['s:ordinal', 'j:open', 'j:particle']),
    );
  });
});

describe('blocks', () => {
  test('broken sentences are joined, whole ones share a paragraph', () => {
    const cleaned = clean(`${talk.join('\n\n')}\n`, 1000);
    expect(cleaned).toContain('它可以帮助编辑们整理录音，');
    expect(cleaned).toContain('如果你有很多录音的话，那么这个工具');
    expect(cleaned).toContain('这就是我们的出发点。首先，来看它的结构');
    expect(cleaned.endsWith('三个部分。\n')).toBe(true);
  });

  test('a new paragraph begins at a new subject, and where the chosen length is reached', () => {
    expect(clean(talk.join('\n\n'), 300)).toContain('这就是我们的出发点。\n\n首先，来看它的结构');
  });

  test('Latin words keep a space where a border goes', () => {
    const text = [
      block('今天讲', '我们用的是 next'),
      block('token prediction 这个方法', '就是这样'),
      talk[0],
      talk[3],
    ];
    expect(clean(text.join('\n\n'))).toMatch(/我们用的是 next[ ，]token prediction/);
  });

  test('an image inside a sentence moves to its end, one between sentences stays', () => {
    const image = (n: number) => `![](img/${n}.png)`;
    const text = [talk[0], image(1), talk[1], image(2), talk[2], image(3), talk[3]].join('\n\n');
    const cleaned = clean(text);
    expect(imagesOf(cleaned)).toEqual(imagesOf(text));
    expect(cleaned).toContain('它可以帮助编辑们');
    expect(cleaned).toContain(`出发点。\n\n${image(3)}\n\n首先`);
    for (const line of cleaned.split('\n'))
      if (line.includes('![')) expect(line).toMatch(/^!\[\]\(img\/\d\.png\)$/);
  });

  test('a question gets its mark', () => {
    const text = [...talk.slice(0, 3), block('首先我们来看一个问题', '那它的特点到底是什么呢'), talk[3]];
    expect(clean(text.join('\n\n'))).toContain('它的特点到底是什么呢？');
  });

  test('what is asked and answered at once is parted', () => {
    const text = [...talk.slice(0, 3), block('我们看它的特点', '它的特点是什么呢，就是又快又准'), talk[3]];
    expect(clean(text.join('\n\n'))).toContain('它的特点是什么呢？就是又快又准');
  });

  test('short blocks between long ones do not hide how they were cut', () => {
    const short = ['然后再去做一遍。', '就是我们自己做的一个系统。', '然后也拿到了第一。'];
    const text = [talk[3], talk[0], ...short, talk[1], talk[2]].join('\n\n');
    expect(clean(text)).toContain('它可以');
    expect(clean(text).split('\n\n').length).toBeLessThan(7);
  });

  test('words that stand apart get their comma', () => {
    const text = [...talk.slice(0, 3), block('OK那我们看一下', '好的'), block('当然这个也不难', '当然的')];
    const cleaned = clean(text.join('\n\n'));
    expect(cleaned).toContain('OK，那我们看一下，');
    expect(cleaned).toContain('当然，这个也不难，');
    const counted = [...talk.slice(0, 3), block('第二我们看结构', '是对的'), block('第二我们的路', '对了')];
    expect(clean(counted.join('\n\n'))).toContain('第二，我们看结构，');
    expect(cleaned).toMatch(/当然的。$/);
  });

  test('with English marks chosen it works the same', () => {
    const set = stepOptionsSchema.parse({ punctuation: { convention: 'english' } });
    const text = talk.join('\n\n');
    const changes = runPipeline(read(text), [punctuationStep(set), paragraphsStep(set)]);
    expect(applyEdits(text, changes)).toContain('它可以帮助编辑们整理录音, ');
    expect(applyEdits(text, changes)).toContain('出发点.\n\n首先, 来看它的结构, ');
  });

  test.each([
    [
      'commas',
      (all: string) => all.replaceAll('，', ','),
      '它可以帮助编辑们整理录音,',
      '出发点。\n\n首先,来看',
    ],
    [
      'marks',
      (all: string) => all.replaceAll('，', ',').replaceAll('。', '.'),
      '录音,',
      '出发点.\n\n首先,来看',
    ],
  ])('half-width %s without spaces stay so', (_, narrow, joined, parted) => {
    const cleaned = clean(narrow(talk.join('\n\n')));
    expect(cleaned).toContain(joined);
    expect(cleaned).toContain(parted);
    expect(cleaned).not.toContain('，');
  });

  test('headings and lines with a form of their own are borders', () => {
    const text = `# 标题一\n\n${talk[0]}\n\n# 标题二\n\n${talk[1]}\n\n主持人：${talk[2]}\n\n- ${talk[3]}\n`;
    for (const [line] of text.matchAll(/^(?:#|-|主持人：).*$/gm))
      expect(clean(text)).toContain(line.slice(0, 12));
    expect(clean(text)).toContain('它可以。\n\n# 标题二');
  });

  test('text that a person wrote stays as it is', () => {
    const written =
      '我们今天聊三件事。第一件是数据，第二件是模型。\n第三件是应用。很多人问过这个问题。\n所以我想先说结论。结论很简单。\n谢谢大家。\n';
    expect(clean(written)).toBe(written);
    const short = '这是一段话。\n\n这是另一段话，比上一段话要长很多，因为它讲了更多的内容。\n';
    expect(clean(short)).toBe(short);
  });

  test('cues and code stay as they are', () => {
    const srt = talk
      .map((text, n) => `${n + 1}\n00:00:0${n},000 --> 00:00:0${n + 1},000\n${text}\n`)
      .join('\n');
    expect(runPipeline(read(srt, 'a.srt'), [paragraphsStep(options())])).toEqual([]);
    const code = `${talk.join('\n\n')}\n\n\`\`\`\n${talk.join('\n')}\n\`\`\`\n`;
    expect(clean(code, 300, 'a.md')).toContain(`\`\`\`\n${talk.join('\n')}\n\`\`\`\n`);
  });

  test('the lines of a transcript are its segments after an edit, and a moved image stays protected', () => {
    const transcript = read(`${talk[0]}\n\n![](img/它可以.png)\n\n${talk.slice(1).join('\n\n')}\n`);
    const edited = editTranscript(transcript, paragraphsStep(options()).propose(transcript));
    const again = read(edited.text);
    expect(edited.segments).toEqual(again.segments);
    expect(edited.protected).toEqual(again.protected);
  });
});

describe('whatever the text', () => {
  const clause = fc.constantFrom(
    '然后我们就是做了一个实验',
    '首先来看第一个问题',
    '所以这个效果是非常好的',
    '如果你有兴趣的话',
    '我们发现',
    '它是什么呢',
    '对吧',
    '用了GPT4',
    'next',
    'token prediction',
    '这个时候的',
    '呃',
    '大家可以看这里有很多很多不一样的结果都是我们最近测出来的',
    'https://example.com/a，b',
  );
  const line = fc
    .array(clause, { minLength: 1, maxLength: 9 })
    .chain((clauses) =>
      fc.constantFrom('。', '。', '。', '。', '。', '？', '').map((mark) => clauses.join('，') + mark),
    );
  const image = fc.nat(99).map((n) => `![](img/${n}.png)`);
  const text = fc
    .array(
      fc.oneof(
        { arbitrary: line, weight: 8 },
        { arbitrary: image, weight: 2 },
        { arbitrary: fc.constant('# 标题'), weight: 1 },
      ),
      { maxLength: 14 },
    )
    .map((lines) => `${lines.join('\n\n')}\n`);
  const convention = fc.constantFrom('auto' as const, 'english' as const);
  const stepsWith = (chosen: 'auto' | 'english') => {
    const { paragraphs } = options(150);
    const set = stepOptionsSchema.parse({ paragraphs, punctuation: { convention: chosen } });
    return [punctuationStep(set), paragraphsStep(set)];
  };

  test('no letter and no image is lost or moves past another, and a second run changes nothing', () => {
    fc.assert(
      fc.property(text, convention, (source, chosen) => {
        const steps = stepsWith(chosen);
        const changes = runPipeline(read(source), steps);
        const once = applyEdits(source, changes);
        const noImages = (all: string) => letters(all.replace(/!\[[^\]\n]*\]\([^)\n]*\)/g, ''));
        expect(noImages(once)).toBe(noImages(source));
        expect(imagesOf(once)).toEqual(imagesOf(source));
        expect(runPipeline(read(once), steps)).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  test('changes are sorted, lie apart, and leave what is protected whole', () => {
    fc.assert(
      fc.property(text, (source) => {
        const transcript = read(source);
        const changes = paragraphsStep(options(150)).propose(transcript);
        const putBack = (links: readonly string[] = []) =>
          changes
            .filter((change) => change.links?.some((link) => links.includes(link)))
            .map((change) => change.insert)
            .join('');
        let at = 0;
        for (const { from, to, links } of changes) {
          expect(from).toBeGreaterThanOrEqual(at);
          expect(to).toBeLessThanOrEqual(source.length);
          for (const range of transcript.protected) {
            const covered = from <= range.from && range.to <= to;
            // What a change takes out, one that is linked to it puts in again.
            if (covered) expect(putBack(links)).toContain(source.slice(range.from, range.to));
            else expect(to <= range.from || range.to <= from).toBe(true);
          }
          at = to;
        }
      }),
      { numRuns: 1500 },
    );
  });
});
