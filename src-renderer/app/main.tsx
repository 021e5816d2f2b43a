import 'katex/dist/katex.min.css';
import '../ui/fonts.css';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/controls.css';
import './app.css';
import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { CommandsContext } from '../commands/context.ts';
import { StudioContext } from '../stores/studio.ts';
import { App } from './App.tsx';
import { compose } from './compose.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { InLanguage } from './InLanguage.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
const { studio, commands, texts } = compose();
createRoot(root).render(
  <CSPProvider disableStyleElements>
    <I18nextProvider i18n={texts}>
      <StudioContext value={studio}>
        <CommandsContext value={commands}>
          <Tooltip.Provider delay={500}>
            <ErrorBoundary>
              <InLanguage>
                <App />
              </InLanguage>
            </ErrorBoundary>
          </Tooltip.Provider>
        </CommandsContext>
      </StudioContext>
    </I18nextProvider>
  </CSPProvider>,
);
