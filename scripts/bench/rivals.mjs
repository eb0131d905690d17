/** What others do with the same articles, each as a function of one text's bytes; loaded when they are asked for. */
export const RIVALS = {
  words: async () => {
    const decoder = new TextDecoder();
    return bytes => decoder.decode(bytes).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  },
  compromise: async () => {
    const { default: nlp } = await import('compromise');
    return bytes => {
      const doc = nlp(new TextDecoder().decode(bytes));
      return doc.organizations().out('array').length + doc.verbs().out('array').length;
    };
  },
  wink: async () => {
    const [{ default: winkNLP }, { default: model }] = await Promise.all([
      import('wink-nlp'),
      import('wink-eng-lite-web-model'),
    ]);
    const nlp = winkNLP(model);
    return bytes => {
      const doc = nlp.readDoc(new TextDecoder().decode(bytes));
      return doc.entities().out().length + doc.tokens().out(nlp.its.pos).length;
    };
  },
  chrono: async () => {
    const chrono = await import('chrono-node');
    return bytes => {
      const text = new TextDecoder().decode(bytes);
      return (/\b(?:het|een)\b/u.test(text) ? chrono.nl : chrono.en).parse(text).length;
    };
  },
  franc: async () => {
    const { franc } = await import('franc');
    return bytes => franc(new TextDecoder().decode(bytes), { only: ['nld', 'eng'] });
  },
};
