import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { start } from './app/startup';
import './styles/tokens.css';
import './styles/app.css';
import './styles/editor.css';
import './styles/panels.css';
import './styles/batch.css';
import './styles/cues.css';
import './styles/dictionary.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root; this is a bug');
createRoot(root).render(<App />);
void start();
