package x

const Limit = 7
