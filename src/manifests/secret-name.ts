const WORDS = /(^|_)(PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|PRIVATE_?KEY|ACCESS_?KEY|CREDENTIALS?)(_|$)/i

/** Whether the value of a variable is nobody's business; a path to it, or a mere id, is not. */
export function isSecretName(name: string): boolean {
  return WORDS.test(name) && !/_(FILE|PATH|ID)$/i.test(name)
}
