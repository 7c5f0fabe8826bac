import { DomainError } from '@mantianxing/contracts';

const hint = (message: string) => [{ field: 'version', message }];

/** Every refusal about score versions, in one place. */
export const SCORE_VERSION_ERRORS = {
  forbidden: () => new DomainError('FORBIDDEN', 403, '只有统筹角色可以启用评分版本。', hint('请由统筹账号操作。')),
  notFound: (id: number) => new DomainError('SCORE_VERSION_NOT_FOUND', 404, `没有评分版本${id}。`, hint('用 --list 查看已有版本。')),
  alreadyInForce: () => new DomainError('SCORE_VERSION_IN_FORCE', 409, '这个评分版本已在使用。', hint('无需再次启用。')),
  tooFewDecisions: (found: number, wanted: number) =>
    new DomainError('TOO_FEW_DECISIONS', 422, `可用的审核决定只有${found}条，不足${wanted}条，没有校准。`, hint('请积累更多决定后再试，或用 --min 另定下限。')),
  oneSided: () =>
    new DomainError('ONE_SIDED_DECISIONS', 422, '用于拟合的决定全是通过或全是驳回，没有校准。', hint('两种决定都有了再试。')),
  oneScenario: () =>
    new DomainError('ONE_SCENARIO', 422, '决定都出自同一个场景，无法留出检验，没有校准。', hint('审核过两个以上场景后再试。')),
};
