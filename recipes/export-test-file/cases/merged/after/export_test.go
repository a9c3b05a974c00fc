package words

// Limit is the limit.
var Limit = limit

const limit = 3

// Cut lets tests of the package use cut.
var Cut = cut
