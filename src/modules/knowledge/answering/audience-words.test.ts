import { describe, expect, it } from 'vitest';
import { audienceOf, isForOthers, namesAudience } from './audience-words.ts';

const forOthers = (question: string, passage: string) => isForOthers(audienceOf(question), audienceOf(passage));

describe('for whom', () => {
  it('keeps children and old people apart', () => {
    expect(forOthers('小孩打疫苗', '六十五周岁以上老年人免费接种')).toBe(true);
    expect(forOthers('爷爷打疫苗', '六十五周岁以上老年人免费接种')).toBe(false);
    expect(forOthers('宝宝医保', '中小学生和婴幼儿')).toBe(false);
    expect(forOthers('孕妇体检', '老年人每年一次健康体检')).toBe(true);
  });

  it('rules nothing out when one of them names nobody, nor when both are named', () => {
    expect(forOthers('打疫苗', '六十五周岁以上老年人')).toBe(false);
    expect(forOthers('小孩打疫苗', '到社区卫生服务中心接种')).toBe(false);
    expect(forOthers('小孩能牵狗吗', '避让老年人、孕妇和儿童')).toBe(false);
  });

  it('takes longer words first: a 大学生 is no child', () => {
    expect([...audienceOf('大学生见习').groups]).toEqual(['graduate']);
    expect(forOthers('大学生见习', '中小学生课后服务')).toBe(true);
  });

  it('goes by age where both name one', () => {
    expect(audienceOf('十九至五十九周岁居民').ages).toEqual([[19, 59]]);
    expect(audienceOf('60至79周岁').ages).toEqual([[60, 79]]);
    expect(audienceOf('六周岁以下').ages).toEqual([[0, 6]]);
    expect(audienceOf('三十多岁').ages).toEqual([[30, 39]]);
    expect(forOthers('80岁吃饭优惠', '60至79周岁')).toBe(true);
    expect(forOthers('80岁吃饭优惠', '80周岁以上')).toBe(false);
    expect(forOthers('30岁交医保', '六十周岁以上老年人')).toBe(true);
    expect(forOthers('七十岁体检', '老年人每年一次健康体检')).toBe(false);
  });

  it('names nobody in an ordinary sentence', () => {
    expect(namesAudience(audienceOf('租金按同地段市场租金的百分之六十五确定'))).toBe(false);
  });
});
