package m

// go:linkname nanotime runtime.nanotime is what others write.

var text = `
//go:linkname nanotime runtime.nanotime
`
