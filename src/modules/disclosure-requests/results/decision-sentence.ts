import type { DecisionContent, DecisionFacts } from './decision-content.contract.ts';
import { RESULT_RULES } from './result-rules.ts';
import { spokenDate } from './spoken-date.ts';

/** Articles that belong to the decision, the office's own first; never one twice. */
export function articlesOf(decision: DecisionContent): readonly string[] {
  const own = decision.articles.map((one) => one.trim()).filter((one) => one !== '');
  return own.length > 0 ? [...new Set(own)] : suggestedArticles(decision);
}

/** What to cite, as far as the law names it. */
export function suggestedArticles(decision: Pick<DecisionContent, 'result' | 'way' | 'because' | 'grounds'>): string[] {
  const regulation = (text: string) => `《政府信息公开条例》${text}`;
  const { result, way, because, grounds } = decision;
  if (result === 'open')
    return way ? [regulation(way === 'supplied' ? '第三十六条第（二）项' : '第三十六条第（一）项')] : [];
  if (result === 'notHeld')
    return because ? [regulation(because === 'doesNotExist' ? '第三十六条第（四）项' : '第三十六条第（五）项')] : [];
  const own = RESULT_RULES[result].articles;
  if (result !== 'partial') return [...own];
  return [...new Set([...own, ...grounds.flatMap((ground) => RESULT_RULES[ground].articles)])];
}

/** What was decided, as the letter says it; one or several sentences, without reasons. */
export function decisionSentence(decision: DecisionContent, facts: DecisionFacts): string {
  switch (decision.result) {
    case 'open':
      return decision.way === 'alreadyPublic'
        ? `您申请的政府信息已经主动公开。获取方式、途径如下：${listed(decision, true)}`
        : `您申请的政府信息属于可以公开的范围，本机关予以公开。${supplied(decision)}`;
    case 'partial':
      return `您申请的政府信息中含有不应当公开的内容，能够作区分处理，本机关决定予以部分公开。公开的部分：${listed(decision, false)}${supply(decision)}不予公开的部分：${ended(decision.refusedPart ?? '')}`;
    case 'administrativeQuery':
      return `您申请的信息，有关法律、行政法规对其获取有特别规定，请依照有关规定办理。${ended(decision.specialProcedure ?? '')}`;
    case 'notHeld':
      return notHeld(decision);
    case 'needsCreating':
      return '您申请的信息需要本机关对现有政府信息进行加工、分析，本机关没有现成的信息，无法提供。';
    case 'unclearAfterCorrection':
      return `${correctionNoticed(facts)}经补正，申请内容仍不明确，本机关无法提供您申请的政府信息。`;
    case 'petition':
      return `您提交的申请实为信访、投诉、举报等活动，本机关不作为政府信息公开申请处理。${ended(decision.channel ?? '您可以通过相应渠道提出。')}`;
    case 'repeated': {
      const { earlierReply } = decision;
      const told = earlierReply ? `${spokenDate(earlierReply.on)}（${earlierReply.number}）` : '';
      return `本机关已于${told}就您申请公开的相同政府信息作出答复，不予重复处理。`;
    }
    case 'publicPublication':
      return `您要求提供的是公开出版物，本机关不作为政府信息公开申请处理。${ended(decision.channel ?? '')}`;
    case 'unreasonableVolume':
      return unreasonable(decision);
    case 'reconfirmation':
      return '您申请的是要求本机关为您已经获取的政府信息进行确认或者重新出具，本机关不予处理。';
    case 'notCorrected':
      return `${correctionNoticed(facts)}您无正当理由逾期不补正，视为放弃申请，本机关不再处理该政府信息公开申请。`;
    case 'feeNotPaid':
      return `${feeNoticed(facts)}您逾期未按收费通知要求缴纳信息处理费，视为放弃申请，本机关不再处理该政府信息公开申请。`;
    case 'otherwise':
      return decision.withdrawnOn
        ? `您已于${spokenDate(decision.withdrawnOn)}撤回申请，本机关终止处理该政府信息公开申请。`
        : '本机关终止处理该政府信息公开申请。';
    default:
      return `您申请的政府信息${REFUSED[decision.result]}，本机关决定不予公开。`;
  }
}

const REFUSED = {
  stateSecret: '属于依法确定为国家秘密的政府信息',
  forbiddenByLaw: '属于法律、行政法规禁止公开的政府信息',
  threeSecurities: '公开后可能危及国家安全、公共安全、经济安全、社会稳定',
  thirdParty: '涉及商业秘密、个人隐私等，公开会对第三方合法权益造成损害',
  internalAffairs: '属于行政机关人事管理、后勤管理、内部工作流程等方面的内部事务信息',
  processInformation: '属于行政机关在履行行政管理职能过程中形成的讨论记录、过程稿、磋商信函、请示报告等过程性信息',
  enforcementFile: '属于行政执法案卷信息',
} as const;

function notHeld(decision: DecisionContent): string {
  if (decision.because !== 'otherAgency')
    return `经检索，您申请的政府信息不存在，本机关无法提供。检索情况：${ended(decision.search ?? '')}`;
  const { rightAgency, isRightAgencyUnknown } = decision;
  const where =
    isRightAgencyUnknown || !rightAgency
      ? ''
      : `负责公开该政府信息的行政机关为${rightAgency.name}，联系方式：${rightAgency.contact ?? ''}，建议向该机关提出申请。`;
  return `您申请的政府信息不属于本机关负责公开，本机关无法提供。${where}`;
}

function unreasonable({ explanation }: DecisionContent): string {
  const asked = explanation ? `本机关于${spokenDate(explanation.askedOn)}要求您说明理由，` : '';
  const heard = explanation?.answer ? '经审查，您说明的理由不合理，' : '您未说明合理理由，';
  return `您申请公开政府信息的数量、频次明显超过合理范围，${asked}${heard}本机关不予处理。`;
}

function correctionNoticed({ correction }: DecisionFacts): string {
  return correction
    ? `本机关于${spokenDate(correction.noticedOn)}告知您补正，补正期限至${spokenDate(correction.until)}。`
    : '';
}

function feeNoticed({ fee }: DecisionFacts): string {
  return fee
    ? `本机关于${spokenDate(fee.noticedOn)}通知您缴纳信息处理费${fee.yuan}元，缴费期限至${spokenDate(fee.until)}。`
    : '';
}

function supplied(decision: DecisionContent): string {
  return `提供的信息：${listed(decision, false)}${supply(decision)}`;
}

function supply(decision: DecisionContent): string {
  return decision.supply ? `提供方式：${ended(decision.supply)}` : '';
}

function listed({ items }: DecisionContent, withPlaces: boolean): string {
  const lines = items.map(({ name, documentNumber, place }, at) => {
    const head = items.length > 1 ? `${at + 1}. ` : '';
    const number = documentNumber ? `（${documentNumber}）` : '';
    return `${head}${name}${number}${withPlaces && place ? `：${place}` : ''}`;
  });
  return ended(lines.join('；'));
}

function ended(text: string): string {
  const trimmed = text.trim();
  return trimmed === '' || /[。！？]$/.test(trimmed) ? trimmed : `${trimmed}。`;
}
