/**
 * A sicil no in one form: 3 to 12 digits, with up to three letters before them as some forces write it ("EGM 123456", "J-12345").
 * There is no national rule and no checksum; what an office calls sicil differs, so the shape is all that is checked.
 * In: what was written. Out: letters and digits without spaces or points, or undefined when it cannot be one.
 */
export function readRegistryNumber(text: string): string | undefined {
  const compact = text.replace(/[\s.]+/g, "").replace(/-/g, "");
  return /^[A-ZÇĞİÖŞÜ]{0,3}\d{3,12}$/i.test(compact) ? compact : undefined;
}
