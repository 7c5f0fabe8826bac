import { splitContact } from './contact';

describe('taking a contact cell apart', () => {
  it.each([
    ['张三 13812345678', { name: '张三', phone: '13812345678', email: '' }],
    ['李小四，023－6123 4567', { name: '李小四', phone: '023-61234567', email: '' }],
    ['０２３-６１２３４５６７', { name: '', phone: '023-61234567', email: '' }],
    ['王五 a.b@example.cn', { name: '王五', phone: '', email: 'a.b@example.cn' }],
    ['', { name: '', phone: '', email: '' }],
  ])('reads %s', (text, expected) => {
    expect(splitContact(text)).toEqual(expected);
  });
});
