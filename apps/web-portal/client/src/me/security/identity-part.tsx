import type { IdentityStart, SecurityView } from '@mantianxing/contracts';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { call } from '../../api/client';
import { AskedForm } from '../../elements/asked-form';
import { Problem } from '../../elements/problem';
import { Button } from '../../elements/button';
import { momentOf } from '../../elements/wording';

interface IdentityPartProps {
  identity: NonNullable<SecurityView['identity']>;
  hasPassword: boolean;
  reload: () => void;
}

/** 统一身份认证: linked and let go by oneself; the password is asked once more before each. */
export function IdentityPart({ identity: { label, linkedAt }, hasPassword, reload }: IdentityPartProps) {
  const [step, setStep] = useState<'none' | 'link' | 'unlink'>('none');
  const [params, setParams] = useSearchParams();
  const outcome = params.get('identity');
  const [said, setSaid] = useState('');
  const fields = hasPassword ? [{ name: 'password', label: '现在的密码', type: 'password' as const, autoComplete: 'current-password' }] : [];
  if (step !== 'none') {
    const isLinking = step === 'link';
    return (
      <AskedForm<IdentityStart | undefined>
        id={`identity-${step}`}
        title={isLinking ? '关联统一身份认证' : '解除统一身份认证'}
        doIt={isLinking ? '去关联' : '解除关联'}
        fields={fields}
        send={({ password = '' }) => call('POST', isLinking ? '/api/me/identity' : '/api/me/identity/remove', { password })}
        onDone={(made) => {
          if (made) return window.location.assign(made.url);
          setParams({}, { replace: true });
          setStep('none');
          setSaid('已解除关联，今后用账号密码登录。');
          reload();
        }}
        onCancel={() => setStep('none')}
      >
        <p>{isLinking ? `确认后转到“${label}”，在那里登录后回到此页。` : '解除后不能再由统一身份认证登录，可随时重新关联。'}</p>
      </AskedForm>
    );
  }
  return (
    <section className="security-part" aria-label="统一身份认证">
      <h2>统一身份认证</h2>
      {said || (outcome === 'linked' && linkedAt) ? <p role="status">{said || '已关联。'}</p> : null}
      <Problem
        text={outcome === 'taken' && !linkedAt ? '此身份已关联其他账号，没有关联。请换一个身份登录，或先在那个账号解除。' : undefined}
      />
      <p>{linkedAt ? `已于${momentOf(linkedAt)}关联，可用“${label}”登录。` : `尚未关联。关联后可用“${label}”登录，无需输入密码。`}</p>
      <div className="row-of-buttons">
        {linkedAt ? null : (
          <Button look="main" onClick={() => setStep('link')}>
            关联
          </Button>
        )}
        {linkedAt && hasPassword ? <Button onClick={() => setStep('unlink')}>解除关联</Button> : null}
      </div>
      {linkedAt && !hasPassword ? <p className="aside">您还没有密码，解除后将不能登录。如需解除，请先用“忘记密码”设置密码。</p> : null}
    </section>
  );
}
