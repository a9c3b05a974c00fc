package tree

// Walk lets tests of the package use walk.
var Walk = walk
