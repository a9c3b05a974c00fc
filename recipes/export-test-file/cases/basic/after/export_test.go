package words

// Cut lets tests of the package use cut.
var Cut = cut
