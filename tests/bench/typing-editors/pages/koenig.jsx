import { KoenigComposer, KoenigEditor } from '@tryghost/koenig-lexical';
import { createRoot } from 'react-dom/client';
import { place } from './root.js';
import '@tryghost/koenig-lexical/dist/style.css';

const text = (words) => ({
  detail: 0,
  format: 0,
  mode: 'normal',
  style: '',
  text: words,
  type: 'extended-text',
  version: 1,
});
const block = (type, children) => ({ children, direction: 'ltr', format: '', indent: 0, type, version: 1 });
/** Ghost's own upload hook; nothing is uploaded here. */
const fileUploader = {
  useFileUpload: () => ({ progress: 0, isLoading: false, upload: async () => [], errors: [], filesNumber: 0 }),
  fileTypes: {},
};

window.bench = {
  open(paragraphs) {
    const root = block(
      'root',
      paragraphs.map((words) => block('paragraph', [text(words)])),
    );
    createRoot(place()).render(
      <KoenigComposer
        initialEditorState={JSON.stringify({ root })}
        cardConfig={{}}
        fileUploader={fileUploader}
        onError={(error) => console.error(error)}
      >
        <KoenigEditor onChange={() => {}} />
      </KoenigComposer>,
    );
  },
};
