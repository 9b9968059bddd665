/** The three mobile operators of Türkiye. Avea and TT Mobil are Türk Telekom. */
export const OPERATORS = ["turkcell", "vodafone", "turkTelekom"] as const;
export type Operator = (typeof OPERATORS)[number];

/** faturalı · faturasız (kontörlü, ön ödemeli) · kurumsal. */
export const LINE_TYPES = ["postpaid", "prepaid", "corporate"] as const;
export type LineType = (typeof LINE_TYPES)[number];
