/**
 * A longer frame isn't sent, because a page whose network is slow would be dropped while it reads it, come back and be
 * sent it again. It is told to load the board instead, which comes packed to a tenth.
 */
export const FRAME_LIMIT_BYTES: number = 512 * 1024;
