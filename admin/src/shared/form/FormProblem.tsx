import { useEffect, useState } from 'react';
import { useInput, useTranslate } from 'react-admin';
import { ProblemNotice } from '../ProblemNotice';

/** Above a react-admin form: what was refused without naming one of its fields, or that some field is wrong. */
export function FormProblem() {
  const translate = useTranslate();
  const { formState } = useInput({ source: 'wholeForm' });
  const { errors, submitCount } = formState;
  const [homeless, setHomeless] = useState<string[]>([]);
  const { root, ...others } = errors;
  // What no input has registered carries no reference to one.
  const newcomers = Object.keys(others).filter((name) => !others[name]?.ref && !homeless.includes(name));
  useEffect(() => {
    if (newcomers.length > 0) setHomeless((before) => [...new Set([...before, ...newcomers])]);
  });
  const sentences = [root?.serverError?.message, ...homeless.map((name) => others[name]?.message)]
    .filter((message) => typeof message === 'string')
    .map((message) => translate(message, { _: message }));
  const isFieldWrong = Object.keys(others).some((name) => !homeless.includes(name));
  if (sentences.length === 0 && isFieldWrong && submitCount > 0)
    sentences.push(translate('ra.message.invalid_form'));
  return (
    <>
      {homeless.map((name) => (
        <NamedPlace key={name} source={name} />
      ))}
      <ProblemNotice text={sentences.join(' ') || null} attempt={submitCount} />
    </>
  );
}

/** Registered, the field is checked again on the next try; left out, its problem would forbid every further one. */
function NamedPlace({ source }: { source: string }) {
  useInput({ source });
  return null;
}
