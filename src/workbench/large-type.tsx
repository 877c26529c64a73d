import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';

const KEY = 'mingchuang.largeType';

interface LargeType {
  readonly on: boolean;
  readonly set: (on: boolean) => void;
}

const LargeTypeContext = createContext<LargeType>({ on: false, set: () => {} });

/** Large type for people who read with difficulty; kept in this browser. */
export function LargeTypeProvider({ children }: { readonly children: ReactNode }) {
  const [on, setOn] = useState(() => localStorage.getItem(KEY) === '1');
  useEffect(() => {
    document.documentElement.dataset.largeType = on ? 'on' : 'off';
    localStorage.setItem(KEY, on ? '1' : '0');
  }, [on]);
  return <LargeTypeContext value={{ on, set: setOn }}>{children}</LargeTypeContext>;
}

export function useLargeType(): LargeType {
  return useContext(LargeTypeContext);
}
