import {
  BlockEditorProvider,
  BlockList,
  BlockTools,
  ObserveTyping,
  RichText,
  RichTextShortcut,
  useBlockProps,
  WritingFlow,
} from '@wordpress/block-editor';
import { createBlock, registerBlockType, setDefaultBlockName } from '@wordpress/blocks';
import { SlotFillProvider } from '@wordpress/components';
import { registerFormatType, toggleFormat } from '@wordpress/rich-text';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { place } from './root.js';
import '@wordpress/components/build-style/style.css';
import '@wordpress/block-editor/build-style/style.css';

// A paragraph and bold as the core blocks and formats make them, without the other hundred.
registerBlockType('core/paragraph', {
  apiVersion: 3,
  title: 'Paragraph',
  category: 'text',
  attributes: { content: { type: 'rich-text', source: 'rich-text', selector: 'p' } },
  supports: { className: false, splitting: true },
  transforms: {
    from: [
      {
        type: 'raw',
        selector: 'p',
        schema: ({ phrasingContentSchema }) => ({ p: { children: phrasingContentSchema, attributes: [] } }),
      },
    ],
  },
  merge: (one, other) => ({ content: one.content + other.content }),
  edit: ({ attributes, setAttributes, onRemove, onReplace, mergeBlocks }) => (
    <RichText
      identifier="content"
      tagName="p"
      {...useBlockProps()}
      value={attributes.content}
      onChange={(content) => setAttributes({ content })}
      onMerge={mergeBlocks}
      onReplace={onReplace}
      onRemove={onRemove}
    />
  ),
  save: ({ attributes }) => <RichText.Content tagName="p" {...useBlockProps.save()} value={attributes.content} />,
});
setDefaultBlockName('core/paragraph');
registerFormatType('core/bold', {
  title: 'Bold',
  tagName: 'strong',
  className: null,
  edit: ({ value, onChange }) => (
    <RichTextShortcut type="primary" character="b" onUse={() => onChange(toggleFormat(value, { type: 'core/bold' }))} />
  ),
});

function Page({ value }) {
  const [blocks, setBlocks] = useState(value);
  return (
    <SlotFillProvider>
      <BlockEditorProvider value={blocks} onInput={setBlocks} onChange={setBlocks} settings={{}}>
        <BlockTools>
          <WritingFlow>
            <ObserveTyping>
              <BlockList />
            </ObserveTyping>
          </WritingFlow>
        </BlockTools>
      </BlockEditorProvider>
    </SlotFillProvider>
  );
}

window.bench = {
  open(paragraphs) {
    const value = paragraphs.map((content) => createBlock('core/paragraph', { content }));
    createRoot(place()).render(<Page value={value} />);
  },
};
