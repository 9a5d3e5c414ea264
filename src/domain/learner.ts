/** The one learner of local mode. */
export const LOCAL_LEARNER = 'local'
