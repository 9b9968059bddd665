import { formatTurkishPhone } from "../../src/core/phone.ts";
import { plain } from "./spelling.ts";

/** A person who does not exist: the T.C. kimlik no has a right checksum and is made of a serial number. */
export interface MadeUpPerson {
  readonly name: string;
  readonly nationalId: string;
  /** E.164. */
  readonly phone: string;
  /** "0532 000 00 01" */
  readonly spoken: string;
  readonly registryNumber: string;
  readonly email: string;
}

const FIRST =
  "Ayşe Mehmet İbrahim Şule Çağrı Gülşah Ömer Ümit Zeynep Işıl Hasan Elif Yağmur Kadir Fatma Onur Pınar Tuğba Serkan Nilgün".split(
    " ",
  );
const LAST =
  "Yılmaz Işık Şahin Çelik Öztürk Güneş Aydın Kılıç Doğan Arslan Koç Kurt Özdemir Polat Erdoğan Taş Bulut Demirci Aksoy Sarı".split(
    " ",
  );

/** Eleven digits: these nine and their two check digits. */
function withCheckDigits(nine: string): string {
  const digits = [...nine].map(Number);
  const at = (place: number) => digits[place] ?? 0;
  const odd = at(0) + at(2) + at(4) + at(6) + at(8);
  const even = at(1) + at(3) + at(5) + at(7);
  const tenth = (((odd * 7 - even) % 10) + 10) % 10;
  return `${nine}${tenth}${(odd + even + tenth) % 10}`;
}

export function madeUpPerson(serial: number): MadeUpPerson {
  const first = FIRST[serial % FIRST.length] ?? "";
  const last = LAST[(serial * 7 + Math.floor(serial / FIRST.length)) % LAST.length] ?? "";
  const phone = `+905${String(30 + (serial % 29)).padStart(2, "0")}${String(1_000_000 + serial * 31_337).slice(-7)}`;
  return {
    name: `${first} ${last}`,
    nationalId: withCheckDigits(String(100_000_000 + serial * 7_919)),
    phone,
    spoken: formatTurkishPhone(phone),
    registryNumber: String(100_000 + serial * 37),
    email: `kisi${serial}@ornek.example`,
  };
}

/** The numbers that one after the other of a series has: `serial * by + from`, within the digits of their kind. */
interface Step {
  readonly by: number;
  readonly from: number;
}

/** Draws the numbers of people whose names are given; two series with other steps have other people. */
export interface Series {
  /** First three digits of the phones ("532"), in turn. */
  readonly prefixes: readonly string[];
  readonly nationalId: Step;
  readonly phone: Step;
  readonly registryNumber: Step;
}

/** Makes people of names, each call the next of the series; the address is the name at a domain. */
export function peopleOfSeries(series: Series): (name: string, domain?: string) => MadeUpPerson {
  let serial = 0;
  const next = ({ by, from }: Step, below: number) => (serial * by + from) % below;
  return (name, domain = "icisleri.example") => {
    serial += 1;
    const prefix = series.prefixes[serial % series.prefixes.length];
    const phone = `+90${prefix}${String(next(series.phone, 10_000_000)).padStart(7, "0")}`;
    return {
      name,
      nationalId: withCheckDigits(String(100_000_000 + next(series.nationalId, 899_999_999))),
      phone,
      spoken: formatTurkishPhone(phone),
      registryNumber: String(100_000 + next(series.registryNumber, 899_999)),
      email: `${plain(name.toLocaleLowerCase("tr")).replaceAll(" ", ".")}@${domain}`,
    };
  };
}
