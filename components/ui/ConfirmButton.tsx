import { useState } from 'react';
import { Button } from './Button.tsx';
import { Line } from './Marks.tsx';

/** An action that cannot be taken back: the first press only asks, in the same place. */
export function ConfirmButton({
  label,
  question,
  yes,
  no,
  onConfirm,
}: {
  label: string;
  question: string;
  yes: string;
  no: string;
  onConfirm: () => void;
}) {
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <Button kind="danger" onPress={() => setAsking(true)}>
        {label}
      </Button>
    );
  }
  return (
    <Line
      tone="stop"
      icon="alert"
      actions={
        <>
          <Button
            kind="danger"
            onPress={() => {
              setAsking(false);
              onConfirm();
            }}
          >
            {yes}
          </Button>
          <Button onPress={() => setAsking(false)}>{no}</Button>
        </>
      }
    >
      {question}
    </Line>
  );
}
