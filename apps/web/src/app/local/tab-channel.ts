export interface TabChannel<Message> {
  /** To every other tab. */
  tell(message: Message): void;
  close(): void;
}

export type OpenTabChannel = <Message>(name: string, onMessage: (message: Message) => void) => TabChannel<Message>;

/** Messages between the tabs of this browser; where there is no such thing, each tab is alone. */
export const openTabChannel: OpenTabChannel = <Message>(name: string, onMessage: (message: Message) => void) => {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => {}, close: () => {} };
  const channel = new BroadcastChannel(name);
  // Only pages of our own origin can speak here, and the name says which version of the messages.
  channel.addEventListener('message', ({ data }) => onMessage(data as Message));
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel stays within its origin
  return { tell: (message) => channel.postMessage(message), close: () => channel.close() };
};
