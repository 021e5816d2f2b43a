import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Renders everything anew in another language: texts are looked up while rendering, not all of them by hooks. */
export function InLanguage({ children }: { readonly children: ReactNode }) {
  const { i18n } = useTranslation('app');
  return <Fragment key={i18n.language}>{children}</Fragment>;
}
