/** NIST 800-63B: length and a list of what everybody tries first; no rules about kinds of characters. */
export const passwordLength = { min: 10, max: 128 } as const

const common = new Set(
  `1234567890 12345678910 0123456789 0987654321 9876543210 1111111111 0000000000 1212121212 123123123
  1231231234 1234512345 1q2w3e4r5t 1q2w3e4r5t6y qwertyuiop qwertzuiop azertyuiop asdfghjkl asdfghjklö
  qwerty1234 qwerty12345 qwerty123456 qwertz1234 qwertz12345 1qaz2wsx3edc zaq12wsx qazwsxedc zxcvbnm123
  password1 password12 password123 password1234 password12345 passw0rd123 p@ssword123 p@ssw0rd123
  mypassword yourpassword thepassword newpassword password! password1! changeme123 letmein123 letmein1234
  welcome123 welcome1234 welcome2024 welcome2025 welcome2026 admin12345 administrator administrador
  iloveyou12 iloveyou123 iloveyou1234 sunshine123 princess123 football123 baseball123 superman123
  dragon1234 monkey1234 michael123 charlie123 jennifer123 liverpool1 starwars123 pokemon123 whatever123
  trustno1trustno1 abcdefghij abcdefghijk abcd123456 abc1234567 abc123abc123 a123456789 aa12345678
  passwort12 passwort123 passwort1234 hallo12345 hallohallo schatz1234 geheim1234 willkommen willkommen1
  willkommen123 fussball123 sommer2024 sommer2025 sommer2026 deutschland iloveyou!! ichliebedich
  senha12345 senha123456 minhasenha mudar12345 brasil1234 brasil12345 portugal123 benfica1904 flamengo10
  corinthians palmeiras10 euteamo123 sporting123 saopaulo123 teamomuito lovelovelove passpasspass`.split(
    /\s+/,
  ),
)

/** Whether somebody who guesses would try it among the first: known ones, "aaaaaaaaaa", "abcabcabcabc". */
export function isCommonPassword(password: string): boolean {
  const plain = password.toLowerCase()
  return (
    common.has(plain) || common.has(plain.replace(/[!.?]+$/, '')) || /^(.{1,4}?)\1+$/.test(plain)
  )
}
