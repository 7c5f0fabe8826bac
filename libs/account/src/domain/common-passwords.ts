/**
 * Passwords of ten characters and more that stand at the head of every published list of leaked ones,
 * with those usual in China. Shorter ones fall to the length rule.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `1234567890 0123456789 9876543210 0987654321 1234567891 12345678910 123456789a 123456789q 123456789abc
   12345678900 1234567899 1234554321 1223334444 1122334455 1029384756 147258369a 1472583690 147852369a
   a123456789 aa123456789 abc123456789 abc1234567 abcd123456 abcd1234567 abcd12345678 abcde12345 abcdefghij
   qq123456789 q123456789 qwe123456789 qwer123456 qwert12345 qwertyuiop qwertyuiop123 asdfghjkl123 asdfghjkl1
   1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc 1qazxsw23edc qazwsxedcrfv qazwsx123456 zaq12wsxcde3 q1w2e3r4t5 q1w2e3r4t5y6
   password12 password123 password1234 password123456 passw0rd123 p@ssw0rd123 p@ssword123 administrator admin12345
   admin123456 admin1234567 admin123456789 root123456 test123456 welcome123 welcome1234 letmein123 iloveyou123
   woaini1314 woaini520 woaini5201314 woaini123456 wo5201314520 5201314520 52013141314 1314520520 13145201314
   zhang123456 wang123456 li123456789 chen123456 liu123456789 huawei123456 huawei@123 admin@12345 admin@123456
   aa12345678 aa123456.. abc@123456 abc123!@# qwe123!@# 1qaz@wsx3edc !qaz2wsx#edc 1qaz!qaz2wsx dragon123456
   monkey123456 football123 superman123 zxcvbnm123 zxcvbnm123456 asd123456789 zxc123456789 qweasdzxc123 qweasd123456
   changeme123 default123 chongqing123 chongqing1 zhengfu123 yuzhong123`.split(/\s+/),
);
