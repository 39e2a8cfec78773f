/** The commonest passwords of ten characters and more, in lower case; shorter ones are refused for their length. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `1234567890 12345678910 123456789a 1234567891 0123456789 0987654321 9876543210 1111111111 0000000000 1212121212
  1123581321 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc 1qazxsw23edc q1w2e3r4t5 q1w2e3r4t5y6 qwertyuiop qwerty123456
  qwerty12345 qwerty1234 qwertyuiop123 qwertyuiop1 qazwsxedcrfv qazwsxedc123 asdfghjkl1 asdfghjkl123 zxcvbnm123
  zxcvbnm1234 password12 password123 password1234 password12345 passw0rd123 p@ssw0rd123 p@ssword123 password1!
  password123! password2024 password2025 password2026 mypassword mypassword1 changeme123 changeme1234 letmein123
  letmein1234 welcome123 welcome1234 welcome2024 welcome2025 welcome2026 iloveyou12 iloveyou123 iloveyou1234
  iloveyou1! adminadmin admin12345 admin123456 administrator administrator1 rootrootroot football123 baseball123
  basketball superman123 batman1234 princess123 sunshine123 monkey1234 dragon1234 master1234 michael123 jennifer12
  charlie123 liverpool1 liverpool123 manchester1 manchester chelsea123 arsenal123 barcelona1 barcelona123 realmadrid
  abcdefghij abcdefghijk abcdefghijkl abcd123456 abc1234567 abc123456789 a123456789 aa12345678 aa123456789 a1b2c3d4e5
  a1234567890 asdasdasd1 asdasdasdasd qweqweqwe1 qweqweqweqwe qwe1234567 qweasdzxc1 qweasdzxc123 1234qwerasdf
  123qweasdzxc 123456qwerty 12345qwert 123321123321 1234512345 1234554321 123123123123 1231231231 147258369 1472583690
  741852963 7894561230 789456123a 9999999999 8888888888 7777777777 6666666666 5555555555 4444444444 3333333333
  2222222222 aaaaaaaaaa xxxxxxxxxx zzzzzzzzzz computer123 internet123 samsung123 google1234 facebook123 facebook1
  startrek123 starwars123 pokemon123 minecraft1 minecraft123 fuckyou123 whatever123 trustno1234 secret1234 secretsecret
  testtest123 testtesttest test123456 test1234567 tester1234 temp123456 temppassword password!! correcthorse
  correcthorsebatterystaple michelle123 jessica123 christopher alexander1 alexander123 elizabeth1 elizabeth123
  summer2024 summer2025 summer2026 winter2024 winter2025 winter2026 spring2025 spring2026 autumn2025 autumn2026
  talka12345 talkatalka talka123456`
    .split(/\s+/)
    .filter((password) => password.length >= 10),
);
