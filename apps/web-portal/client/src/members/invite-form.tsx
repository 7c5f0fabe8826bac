import { ROLE_LABEL, type MadeView, type Role } from '@mantianxing/contracts';
import { useState } from 'react';
import { call } from '../api/client';
import { AskedForm } from '../elements/asked-form';

interface InviteFormProps {
  organizationId: string;
  roles: Role[];
  onDone: (name: string) => void;
  onCancel: () => void;
}

export function InviteForm({ organizationId, roles, onDone, onCancel }: InviteFormProps) {
  const [role, setRole] = useState(roles[0] as Role);
  return (
    <AskedForm
      id="invite"
      title="邀请成员"
      doIt="发送邀请"
      fields={[
        { name: 'name', label: '姓名', maxLength: 40 },
        { name: 'post', label: '职务', maxLength: 40, optional: true },
        { name: 'email', label: '邮箱', type: 'email', maxLength: 120, hint: '邀请链接发到这里，只能使用一次。' },
      ]}
      send={async ({ name = '', post, email = '' }) => {
        const body = { organizationId, role, name: name.trim(), email: email.trim(), ...(post?.trim() && { post: post.trim() }) };
        await call<MadeView>('POST', '/api/members/invitations', body);
        return name.trim();
      }}
      onDone={onDone}
      onCancel={onCancel}
    >
      <fieldset className="choice-row">
        <legend>身份</legend>
        {roles.map((one) => (
          <label key={one}>
            <input type="radio" name="invite-role" checked={role === one} onChange={() => setRole(one)} />
            {ROLE_LABEL[one]}
          </label>
        ))}
      </fieldset>
    </AskedForm>
  );
}
