import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import '../../src/public/assets/tokens.css';
import { Refusal } from './api/client';
import './base.css';
import './elements/elements.css';
import './elements/lists.css';
import { Pages } from './pages';

const cache = new QueryClient({
  defaultOptions: {
    queries: {
      // A refusal is an answer; only silence is asked again.
      retry: (times, error) => !(error instanceof Refusal && error.status < 500) && times < 2,
      staleTime: 5_000,
    },
  },
});

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={cache}>
      <BrowserRouter>
        <Pages />
      </BrowserRouter>
    </QueryClientProvider>
  </StrictMode>,
);
