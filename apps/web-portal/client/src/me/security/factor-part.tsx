import type { FactorSecretView, RecoveryCodesView, SecurityView } from '@mantianxing/contracts';
import { QRCode } from 'antd';
import { useState } from 'react';
import { call } from '../../api/client';
import { AskedForm } from '../../elements/asked-form';
import { Button } from '../../elements/button';
import { momentOf } from '../../elements/wording';

const CODE = { name: 'code', label: '验证码', hint: '验证器上的6位数字。', autoComplete: 'one-time-code', maxLength: 20 };
type Step = 'none' | 'password' | 'renew' | 'remove' | FactorSecretView | RecoveryCodesView;

/** 动态验证码: put in force in two steps, renewed codes, taken away where the role allows it. */
export function FactorPart({ factor, hasPassword, reload }: Pick<SecurityView, 'factor' | 'hasPassword'> & { reload: () => void }) {
  const [step, setStep] = useState<Step>('none');
  const back = () => setStep('none');
  const ready = (codes: RecoveryCodesView) => {
    setStep(codes);
    reload();
  };
  return (
    <section className="security-part" aria-label="动态验证码">
      {typeof step === 'object' && 'codes' in step ? (
        <Codes codes={step.codes} onKept={back} />
      ) : typeof step === 'object' ? (
        <Scan secret={step} onDone={ready} onCancel={back} />
      ) : step === 'password' ? (
        <AskedForm
          id="factor-start"
          title="启用动态验证码"
          doIt="下一步"
          fields={hasPassword ? [{ name: 'password', label: '现在的密码', type: 'password', autoComplete: 'current-password' }] : []}
          send={({ password = '' }) => call<FactorSecretView>('POST', '/api/me/factor', { password })}
          onDone={setStep}
          onCancel={back}
        />
      ) : step === 'renew' ? (
        <AskedForm
          id="factor-renew"
          title="换一组恢复码"
          doIt="生成新的恢复码"
          fields={[CODE]}
          send={({ code }) => call<RecoveryCodesView>('POST', '/api/me/factor/recovery-codes', { code })}
          onDone={ready}
          onCancel={back}
        />
      ) : step === 'remove' ? (
        <AskedForm
          id="factor-remove"
          title="停用动态验证码"
          doIt="停用"
          fields={[CODE]}
          send={({ code }) => call('POST', '/api/me/factor/remove', { code })}
          onDone={() => (back(), reload())}
          onCancel={back}
        />
      ) : (
        <Standing factor={factor} onStep={setStep} />
      )}
    </section>
  );
}

function Standing({ factor, onStep }: { factor: SecurityView['factor']; onStep: (step: Step) => void }) {
  if (!factor.enrolled) {
    return (
      <>
        <h2>动态验证码</h2>
        {factor.required ? (
          <p className="notice notice-bad" role="status">
            您的角色须启用动态验证码{factor.dueAt ? `，请在${momentOf(factor.dueAt)}前启用，逾期须先启用才能使用其他页面` : ''}。
          </p>
        ) : (
          <p>尚未启用。启用后，登录时除密码外还要填写手机验证器上的6位数字，密码泄露也不会被冒用。</p>
        )}
        <Button look="main" onClick={() => onStep('password')}>
          启用动态验证码
        </Button>
      </>
    );
  }
  return (
    <>
      <h2>动态验证码</h2>
      <p>
        已启用，恢复码还剩{factor.recoveryCodesLeft}个。
        {factor.recoveryCodesLeft < 3 ? '所剩不多，请换一组。' : ''}
      </p>
      <div className="row-of-buttons">
        <Button onClick={() => onStep('renew')}>换一组恢复码</Button>
        {factor.required ? null : <Button onClick={() => onStep('remove')}>停用</Button>}
      </div>
      <p className="aside">更换手机后用恢复码登录；恢复码也不在，请联系系统管理员重置。</p>
    </>
  );
}

function Scan({ secret, onDone, onCancel }: { secret: FactorSecretView; onDone: (codes: RecoveryCodesView) => void; onCancel: () => void }) {
  return (
    <AskedForm
      id="factor-confirm"
      title="用验证器扫码"
      doIt="启用"
      fields={[CODE]}
      send={({ code }) => call<RecoveryCodesView>('POST', '/api/me/factor/confirm', { code })}
      onDone={onDone}
      onCancel={onCancel}
    >
      <p>用手机上的验证器应用扫描下图，再填写它显示的6位数字。</p>
      <div className="factor-picture" role="img" aria-label="动态验证码的二维码，无法扫描请手工输入下面的密钥">
        <QRCode type="svg" value={secret.uri} size={200} bordered={false} color="#000000" bgColor="#ffffff" />
      </div>
      <p>
        无法扫描，请手工输入密钥：<span className="factor-secret">{secret.secret.replace(/(.{4})/g, '$1 ').trim()}</span>
      </p>
    </AskedForm>
  );
}

function Codes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  return (
    <>
      <h2>请保存恢复码</h2>
      <p role="status">动态验证码已启用。手机不在身边时，每个恢复码可代替验证码登录一次。离开此页后不再显示。</p>
      <ol className="recovery-codes" aria-label="恢复码">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="row-of-buttons">
        <Button look="main" onClick={onKept}>
          已保存
        </Button>
        <Button onClick={() => void navigator.clipboard?.writeText(codes.join('\n'))}>复制</Button>
      </div>
    </>
  );
}
