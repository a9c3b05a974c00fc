package words

// Limit is the limit.
var Limit = limit

const limit = 3
