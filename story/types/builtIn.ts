import type { FieldRule, StoryType } from './type.ts';

const required: FieldRule = { use: 'required' };
const hidden: FieldRule = { use: 'hidden' };

/** The types that come with the program. The first is what a story is that names none: it asks for nothing more. */
export const BUILT_IN_TYPES: readonly StoryType[] = [
  {
    id: 'news',
    name: { vi: 'Tin', en: 'News' },
    language: null,
    fields: { headline: required },
  },
  {
    id: 'feature',
    name: { vi: 'Phóng sự', en: 'Feature' },
    language: null,
    fields: {
      headline: required,
      standfirst: { use: 'required', limit: 400 },
      byline: required,
      wordTarget: { value: '1500' },
    },
  },
  {
    id: 'interview',
    name: { vi: 'Phỏng vấn', en: 'Interview' },
    language: null,
    fields: { headline: required, standfirst: { use: 'required', limit: 400 }, byline: required },
  },
  {
    id: 'photo',
    name: { vi: 'Phóng sự ảnh', en: 'Photo story' },
    language: null,
    fields: { headline: required, byline: required, wordTarget: { value: '300' } },
  },
  {
    id: 'opinion',
    name: { vi: 'Bình luận', en: 'Opinion' },
    language: null,
    fields: { headline: required, byline: required, place: hidden, wordTarget: { value: '800' } },
  },
  {
    id: 'brief',
    name: { vi: 'Tin ngắn', en: 'Brief' },
    language: null,
    fields: {
      ...{ headline: { use: 'required', limit: 70 }, standfirst: hidden, kicker: hidden, headlineShort: hidden },
      ...{ sources: hidden, wordTarget: { value: '120' } },
    },
  },
];
