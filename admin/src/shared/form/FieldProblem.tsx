import { FormHelperText } from '@mui/material';

/** Why an answer was refused, under a question that is no text box. */
export function FieldProblem({ text }: { text: string | undefined }) {
  if (!text) return null;
  return (
    <FormHelperText error role="alert" sx={{ mt: 0.5 }}>
      {text}
    </FormHelperText>
  );
}
