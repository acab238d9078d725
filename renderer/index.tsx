import { StrictMode } from 'react';
import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import { App } from './App.tsx';
import { createQuietRoot } from './quietRoot.ts';
import { startRecovery } from './recovery/recovery.ts';
import { startUp } from './state.ts';

void startUp().then(startRecovery);
createQuietRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
