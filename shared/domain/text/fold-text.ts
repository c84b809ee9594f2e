/** Text made ready to be compared without regard to case or to how accents are encoded (Unicode NFC). */
export function foldText(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
