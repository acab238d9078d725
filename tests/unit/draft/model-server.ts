// A mock of a server that runs a model (the OpenAI form): it notes what it is asked, and answers what a test tells it.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Asked = {
  path: string;
  authorization: string | undefined;
  model: string;
  /** All text of the question. */
  text: string;
  /** Bytes of the picture. */
  picture: Buffer;
  pictureType: string;
  raw: string;
};
export type ModelServer = {
  address: string;
  asked: Asked[];
  /** Text: the model's answer. A function: the answer is its own affair. */
  answer: string | ((request: IncomingMessage, response: ServerResponse, asked: Asked) => void);
  close(): Promise<void>;
};

type Part = { type: string; text?: string; image_url?: { url: string } };

export async function startModelServer(answer: ModelServer['answer'] = 'Một bức ảnh.'): Promise<ModelServer> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    let raw = '';
    for await (const part of request) raw += part;
    const { model, messages } = JSON.parse(raw) as { model: string; messages: { content: string | Part[] }[] };
    const parts = messages.flatMap(({ content }) =>
      typeof content === 'string' ? [{ type: 'text', text: content } as Part] : content,
    );
    const url = parts.find((part) => part.image_url)?.image_url?.url ?? '';
    const [, pictureType = '', base64 = ''] = /^data:([^;]+);base64,(.*)$/s.exec(url) ?? [];
    const text = parts.flatMap((part) => part.text ?? []).join('\n');
    const { authorization } = request.headers;
    const one = { path: request.url ?? '', authorization, model, text, raw, pictureType };
    asked.push({ ...one, picture: Buffer.from(base64, 'base64') });
    if (typeof self.answer === 'function') return self.answer(request, response, asked.at(-1) as Asked);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content: self.answer } }] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const self: ModelServer = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    answer,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return self;
}
