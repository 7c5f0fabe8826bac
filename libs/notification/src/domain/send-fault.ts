/** Why a message was not taken, for people: FAULT_WORDS has a sentence for each. */
export type FaultCode =
  | 'NO_ADDRESS'
  | 'ADDRESS_REFUSED'
  | 'CONTENT_REFUSED'
  | 'SERVER_AWAY'
  | 'SERVER_BUSY'
  | 'SIGN_IN_REFUSED'
  | 'RATE_LIMITED'
  | 'ROBOT_GONE'
  | 'SIGNATURE_REFUSED'
  | 'KEYWORD_MISSING'
  | 'HOST_REFUSED'
  | 'SECRET_UNREADABLE'
  | 'OTHER';

/** What happened and what to do, as one sentence each. */
export const FAULT_WORDS: Record<FaultCode, string> = {
  NO_ADDRESS: '此人没有可用的邮箱地址。请在账号中补上后重发。',
  ADDRESS_REFUSED: '对方邮件服务器不接受此邮箱地址。请核对地址后重发。',
  CONTENT_REFUSED: '对方邮件服务器拒收此邮件内容。请联系邮件服务器管理员。',
  SERVER_AWAY: '暂时连不上对方服务器，系统会自动重试。',
  SERVER_BUSY: '对方服务器要求稍后再发，系统会自动重试。',
  SIGN_IN_REFUSED: '邮件服务器不接受本平台的账号或发件人。请检查邮件设置。',
  RATE_LIMITED: '发送过于频繁，机器人要求等待，系统会自动重试。',
  ROBOT_GONE: '群机器人已被移除或停用，或地址有误。请在群里重新添加机器人。',
  SIGNATURE_REFUSED: '机器人不接受签名或来源地址。请核对密钥、安全设置和服务器时间。',
  KEYWORD_MISSING: '机器人设置了关键词，消息里没有。请把“场景对接”设为关键词。',
  HOST_REFUSED: '机器人地址不在允许的范围内，未发送。',
  SECRET_UNREADABLE: '保存的机器人密钥无法解开（系统密钥可能已更换）。请重新添加机器人。',
  OTHER: '对方服务器返回未知错误，系统会自动重试。',
};

export const faultWords = (code: string): string => FAULT_WORDS[code as FaultCode] ?? (code ? FAULT_WORDS.OTHER : '');

export interface FaultFacts {
  /** This message never will be taken; otherwise another try may do. */
  permanent: boolean;
  code?: FaultCode;
  /** No try before this many milliseconds have passed. */
  waitMs?: number;
}

/** The message was not taken. */
export class SendFault extends Error {
  readonly permanent: boolean;
  readonly code: FaultCode;
  readonly waitMs: number | undefined;

  constructor(message: string, { permanent, code = 'OTHER', waitMs }: FaultFacts) {
    super(message);
    this.name = 'SendFault';
    this.permanent = permanent;
    this.code = code;
    this.waitMs = waitMs;
  }
}
