/** The URI scheme of the read-only source documents. */
export const scheme = 'idm-findings';
