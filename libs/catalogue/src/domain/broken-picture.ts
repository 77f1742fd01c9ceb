/** Why a picture cannot be shown; its maker reads it in her language. */
export const pictureFaults = ['unreadable', 'incomplete', 'too_large', 'animated'] as const;
export type PictureFault = (typeof pictureFaults)[number];

/** How far a picture is: only what is ready is shown to everybody. */
export const pictureStates = ['waiting', 'ready', 'broken'] as const;
export type PictureState = (typeof pictureStates)[number];

/** The file claimed to be a picture and is none that can be painted: trying again would not help. @rule S-58 */
export class BrokenPicture extends Error {
  constructor(readonly why: PictureFault) {
    super(`the picture is ${why.replace('_', ' ')}`);
    this.name = 'BrokenPicture';
  }
}
