/** 127.0.0.0/8, ::1 (RFC 1122, RFC 4291) and localhost (RFC 6761): this very computer. */
export const isLoopback = (hostname: string): boolean =>
  /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname.toLowerCase());
