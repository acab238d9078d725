import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import { App } from './App.tsx';
import { startRecovery } from './recovery/recovery.ts';
import { startUp } from './state.ts';

void startUp().then(startRecovery);
createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
