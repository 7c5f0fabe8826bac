import { withoutContactsIn } from './without-contacts';

describe('what a message is made of', () => {
  it('is kept without numbers and addresses somebody typed into it, however deep, and with its ids', () => {
    const consentId = '019f9aba-7c1b-7b01-8e2e-13912345678a';
    expect(withoutContactsIn({ reason: '请拨13887654321', wanted: ['写信到 li@firm.example', '补充预算'], partners: [{ firm: '甲，023-60001234' }], consentId, proposed: 3 })).toEqual({
      ...{ reason: '请拨（略）', wanted: ['写信到 （略）', '补充预算'], partners: [{ firm: '甲，（略）' }], consentId, proposed: 3 },
    });
  });
});
