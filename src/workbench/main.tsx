import './styles/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { WorkbenchApp } from './app.tsx';

const root = document.querySelector('#root');
if (!root) throw new Error('no root element');
createRoot(root).render(
  <StrictMode>
    <WorkbenchApp />
  </StrictMode>,
);
