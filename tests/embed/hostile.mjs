// Messages that no page should send: each is refused by its code. Made when
// they are asked for, as some are large. Serialisable, as a message has to be.

const message = (members) => ({ rheumscore: 1, type: 'init', ...members });
const answers = (visit) => ({ rheumscore: 1, type: 'answers', answers: visit });
const nested = (depth) => {
  let value = 1;
  for (let level = 0; level < depth; level += 1) value = { a: value };
  return value;
};
const cyclic = () => {
  const loop = { rheumscore: 1, type: 'answers' };
  loop.answers = loop;
  return loop;
};

export const HOSTILE = [
  { name: 'another version', make: () => ({ rheumscore: 2, type: 'init' }), code: 'unknown_version' },
  { name: 'a version as text', make: () => ({ rheumscore: '1', type: 'init' }), code: 'unknown_version' },
  { name: 'no type', make: () => ({ rheumscore: 1 }), code: 'unknown_type' },
  { name: 'an unknown type', make: () => ({ rheumscore: 1, type: 'eval' }), code: 'unknown_type' },
  { name: 'a type that every object has', make: () => ({ rheumscore: 1, type: 'constructor' }), code: 'unknown_type' },
  { name: 'a type that is the prototype', make: () => ({ rheumscore: 1, type: '__proto__' }), code: 'unknown_type' },
  { name: 'a type that is an object', make: () => ({ rheumscore: 1, type: { toString: 'init' } }), code: 'unknown_type' },
  { name: 'a misspelt key', make: () => message({ lockoptions: true }), code: 'unknown_field' },
  { name: 'a prototype key', make: () => JSON.parse('{"rheumscore":1,"type":"init","__proto__":{"hacked":1}}'), code: 'unknown_field' },
  { name: 'a constructor key', make: () => message({ constructor: { prototype: { hacked: 1 } } }), code: 'unknown_field' },
  { name: 'a script as a key', make: () => message({ '<img src=x onerror=window.hacked=1>': 1 }), code: 'unknown_field' },
  { name: 'a script as an instrument', make: () => message({ instrument: '"><script>window.hacked=1</script>' }), code: 'unknown_instrument' },
  { name: 'a path as an instrument', make: () => message({ instrument: '../../secret' }), code: 'unknown_instrument' },
  { name: 'a list as an instrument', make: () => message({ instrument: ['sledai-2k'] }), code: 'unknown_instrument' },
  { name: 'a theme that is style', make: () => message({ theme: 'dark;background:url(https://evil.example)' }), code: 'unknown_value' },
  { name: 'an unknown locale', make: () => message({ locale: '__proto__' }), code: 'unknown_value' },
  { name: 'a text for true', make: () => message({ allowDownloads: 'true' }), code: 'wrong_type' },
  { name: 'a number for true', make: () => message({ readonly: 1 }), code: 'wrong_type' },
  { name: 'options that are null', make: () => message({ options: null }), code: 'wrong_type' },
  { name: 'options that are a list', make: () => message({ options: [] }), code: 'wrong_type' },
  { name: 'answers that are a text', make: () => answers('{"rash":true}'), code: 'wrong_type' },
  { name: 'no answers', make: () => ({ rheumscore: 1, type: 'answers' }), code: 'missing_value' },
  { name: 'a reset with something beside it', make: () => ({ rheumscore: 1, type: 'reset', answers: {} }), code: 'unknown_field' },
  { name: 'a map', make: () => answers(new Map([['rash', true]])), code: 'wrong_type' },
  { name: 'a date', make: () => answers({ rash: new Date(0) }), code: 'wrong_type' },
  { name: 'an expression', make: () => answers({ rash: /(a+)+$/ }), code: 'wrong_type' },
  { name: 'an error', make: () => answers({ rash: new Error('no') }), code: 'wrong_type' },
  { name: 'bytes', make: () => answers({ rash: new Uint8Array(8) }), code: 'wrong_type' },
  { name: 'a large integer', make: () => answers({ mrss: 10n }), code: 'wrong_type' },
  { name: 'not a number', make: () => answers({ mrss: NaN }), code: 'wrong_type' },
  { name: 'an infinite number', make: () => answers({ mrss: -Infinity }), code: 'wrong_type' },
  { name: 'a message in itself', make: cyclic, code: 'too_deep' },
  { name: 'a deep message', make: () => answers(nested(500)), code: 'too_deep' },
  { name: 'a long text', make: () => answers({ rash: 'x'.repeat(50 << 20) }), code: 'too_large' },
  { name: 'a long key', make: () => answers({ ['x'.repeat(1 << 20)]: true }), code: 'too_large' },
  { name: 'many keys', make: () => answers(Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`item_${at}`, true]))), code: 'too_large' },
  { name: 'a long list of nothing', make: () => answers({ rash: new Array(2 ** 32 - 1) }), code: 'too_large' },
  { name: 'many things wrong', make: () => message(Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`key_${at}`, 1]))), code: 'unknown_field' },
];
