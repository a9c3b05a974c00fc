package a

// Clock is a constant.
const Clock = 1
