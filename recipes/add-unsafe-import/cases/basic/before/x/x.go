package x

// X is one.
const X = 1
