import { asksByEnding } from "../../src/language/colloquial.ts";

test.each(["basladimi", "varmi", "icinmi", "faturalimi", "oluyormu", "olurmu", "gerekiyormu", "gelecekmi", "yokmudur"])(
  "%s asks, though its particle is written onto it",
  (form) => expect(asksByEnding(form)).toBe(true),
);

test.each(["imzami", "numarami", "basvurumu", "formumu", "adimi", "sertifikami", "hakkimi"])(
  "%s asks nothing: it ends in whose and whom",
  (form) => expect(asksByEnding(form)).toBe(false),
);
