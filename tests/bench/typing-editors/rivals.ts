// The editors that the app's own is measured beside. They are no part of this project: whoever measures installs them.

/** A page of pages/, and what it is made with: nothing here, or packages at these exact versions. */
export type Rival = {
  page: string;
  /** One paragraph on the page. */
  paragraph: string;
  packages: Readonly<Record<string, string>>;
  /** SPDX, of what is installed. */
  license: string;
  /** Why it is not measured at 120,000 words, unless it is asked for. */
  slow?: string;
};

const REACT = { react: '19.3.1', 'react-dom': '19.3.1' };

export const RIVALS = {
  plain: { page: 'plain.js', paragraph: 'p', packages: {}, license: '' },
  lexical: { page: 'lexical.js', paragraph: 'p', packages: {}, license: 'MIT' },
  prosemirror: {
    page: 'prosemirror.js',
    paragraph: 'p',
    packages: {
      'prosemirror-commands': '1.7.2',
      'prosemirror-history': '1.5.1',
      'prosemirror-keymap': '1.2.3',
      'prosemirror-model': '1.25.13',
      'prosemirror-schema-basic': '1.2.5',
      'prosemirror-state': '1.4.4',
      'prosemirror-view': '1.42.9',
    },
    license: 'MIT',
  },
  tiptap: {
    page: 'tiptap.js',
    paragraph: 'p',
    packages: { '@tiptap/core': '3.34.0', '@tiptap/pm': '3.34.0', '@tiptap/starter-kit': '3.34.0' },
    license: 'MIT',
  },
  quill: {
    page: 'quill.js',
    paragraph: 'p',
    packages: { quill: '2.0.3' },
    license: 'BSD-3-Clause',
    slow: 'a key takes some 25 times what plain contenteditable takes at this length',
  },
  slate: {
    page: 'slate.jsx',
    paragraph: 'p',
    packages: {
      slate: '0.146.0',
      'slate-dom': '0.146.1',
      'slate-history': '0.115.0',
      'slate-react': '0.146.1',
      ...REACT,
    },
    license: 'MIT',
    slow: 'a key takes some 29 times what plain contenteditable takes at this length',
  },
  koenig: {
    page: 'koenig.jsx',
    paragraph: 'p',
    packages: { '@tryghost/koenig-lexical': '1.9.3', ...REACT },
    license: 'MIT',
  },
  wordpress: {
    page: 'wordpress.jsx',
    paragraph: 'p[data-type="core/paragraph"]',
    packages: {
      '@wordpress/block-editor': '18.0.0',
      '@wordpress/blocks': '16.1.0',
      '@wordpress/components': '41.0.0',
      '@wordpress/rich-text': '7.56.0',
      ...REACT,
    },
    license: 'GPL-2.0-or-later',
    slow: 'a React block for each of thousands of paragraphs takes its time to open',
  },
} as const satisfies Record<string, Rival>;
export type RivalName = keyof typeof RIVALS;
