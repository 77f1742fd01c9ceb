/** The provider and the bank are asked again this often about what they are working on. */
export const check_minutes = 10;
