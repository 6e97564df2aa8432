import { expect, test } from 'vitest';
import { readTranscript } from '../formats/formats';
import { runPipeline } from '../pipeline';
import { applyEdits } from '../transcript/edit';
import { fillersStep } from './fillers';
import { numbersStep } from './numbers';
import { stepOptionsSchema } from './options';
import { stuttersStep } from './stutters';

/** Sentences in which what may be a filler elsewhere says something: nothing of them may go in any strength. */
const lines = `
这个合同对双方都有约束力。
原告主张这个条款无效，被告认为那个条款才无效。
法院认定这种行为构成违约。
对这件事情，证人的说法前后不一。
如果对方拒绝履行，那我们就申请强制执行。
他说的话不能作为证据。
律师说明了上诉的期限。
当事人就赔偿的数额达成了一致。
也就是说，举证的责任在原告。
你有权保持沉默，然后再找律师。
这个药一天吃三次，那个药饭后再吃。
很多的这种情况都是过敏引起的。
先量血压，然后抽血。
手术之后那个伤口恢复得很好。
医生发现说明书上的剂量写错了。
大量的这种现象说明药效不稳定。
病人说头疼，护士就说先躺下。
他的病就是这样一天天好起来的。
对我们来说，早发现最要紧。
那种药现在已经不用了。
不是这个药，是那个药。
血压高的话，盐要少吃。
面粉里加水，然后再加一个鸡蛋。
先把锅烧热，然后倒油。
这个菜要用小火，那个菜要用大火。
一个是甜的，一个是咸的。
一个厨师的一个习惯，就是先尝再放盐。
说实话，这个汤有点咸。
味道其实不错，就是卖相差了一点。
今天吃这个，明天吃那个。
那时候家里只有一口锅。
他做的这碗面是最好吃的。
你觉得呢？
那怎么办呢？
这不就是我们要找的那种茶吗？
水沸腾以后那些气泡就不见了。
光的速度是一个常数，声音的速度不是。
这个公式就是牛顿第二定律。
那个实验先后做了三次。
物体受到的力越大，那么它的加速度就越大。
所以这个时候动能最大。
我们把一个小球从斜面上放下来。
电子它的质量很小。
这种现象叫做共振。
就是这个原因，桥才塌了。
因为就是这一点热量，冰化了。
在真空中，那根羽毛和铁球同时落地。
一个很大的圆和一个很小的圆相切。
这个问题问得好。
如果温度升高，那压强也会升高。
秦朝统一之后，那一套文字才推行到各地。
他是一个很有名的皇帝的一个儿子。
那年冬天，黄河结了冰。
先有诸侯割据，然后才有统一。
这个朝代只存在了十五年。
说到长城，大家都会想到秦始皇。
当然，这只是一家之言。
这段历史我就说到这里。
他就是说了真话才被贬官的。
人们认为说谎是可耻的。
史书上的这个人其实并不存在。
两个国家的这种关系维持了百年。
来信说他已经到了长安，又说天气很冷。
村里的老人都知道说书的张先生。
这本书就是那本书的续集。
对了，明天记得带伞。
啊，原来是你！
这孩子真聪明啊！
我买的，的确比较贵。
他在这个在建的工地上干活。
他从这个从业多年的师傅那里学手艺。
孩子上小学就能就近入学。
小镇的将就就是这样来的。
我最关心的是应该是谁来负责。
但是应该是没有问题的。
你要就要最好的。
`
  .trim()
  .split('\n');

const cleaned = (line: string, strength: 'safe' | 'thorough') => {
  const options = stepOptionsSchema.parse({ fillers: { strength } });
  const steps = [numbersStep(options), stuttersStep(options), fillersStep(options)];
  const changes = runPipeline(readTranscript(line, 'talk.txt').transcript, steps);
  return applyEdits(
    line,
    changes.filter((change) => change.confidence === 'auto'),
  );
};

test('there are enough of them', () => {
  expect(lines.length).toBeGreaterThan(60);
});

test.each(lines)('stays: %s', (line) => {
  expect(cleaned(line, 'safe')).toBe(line);
  expect(cleaned(line, 'thorough')).toBe(line);
});
