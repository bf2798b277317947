/** log2 of scrypt's N for the passphrase; r = 8, p = 1. About half a second and 128 MiB for each try. */
export const WORK_FACTOR = 17;
