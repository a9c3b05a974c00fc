package a

const other = 1
