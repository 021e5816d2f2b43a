/** Keys that a language without a singular must give: all of English but `…_one`. */
export type Words<English> = {
  readonly [K in keyof English as K extends `${string}_one` ? never : K]: string;
};
