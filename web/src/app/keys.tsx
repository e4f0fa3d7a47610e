/** The keys of the dashboard: the list that `?` opens, and the ways that lead from anywhere. Keys of one page are listened to there. */
import { Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { createContext, type ReactNode, useContext } from 'react';
import { useNavigate } from 'react-router';
import { KEYS } from '../lib/keys.ts';
import { useKeys } from '../lib/use-keys.ts';
import styles from './keys.module.css';

const KeysHelpContext = createContext<() => void>(() => {});

/** Opens the list of keys. */
export function useKeysHelp(): () => void {
  return useContext(KeysHelpContext);
}

export function Keys({ children }: { children: ReactNode }) {
  const [opened, { open, close }] = useDisclosure(false);
  const navigate = useNavigate();
  // A page with a search box of its own goes to that.
  useKeys({ '?': open, '/': () => void navigate('/', { state: { toBox: true } }) }, { from: 'frame' });
  return (
    <KeysHelpContext value={open}>
      {children}
      <Modal opened={opened} onClose={close} title="Keyboard shortcuts" size="auto">
        {KEYS.map(({ place, keys }) => (
          <section key={place} className={styles['keys']}>
            <h3>{place}</h3>
            <dl>
              {keys.map(({ press, does }) => (
                <div key={does}>
                  <dt>
                    {press.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </Modal>
    </KeysHelpContext>
  );
}
